package org.rollscope.programme.team;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.ProfileDate;
import org.rollscope.programme.screening.Clearance;

/**
 * What a coach is told of a clearance: no more than the athlete lets be seen, and never an answer. It guides nobody; the gate on the athlete's
 * machine does.
 *
 * @param athleteId pseudonym.
 * @param date the day on which it held, ISO-8601.
 * @param guided whether the athlete might be guided then.
 * @param dueOn when the questions are due.
 * @param reasons why not, and limits, for people; empty where they are not shared.
 * @param excluded places that are left out; empty likewise.
 */
public record SharedClearance(
        String athleteId, String date, boolean guided, String dueOn, List<String> reasons, List<String> excluded) {
    private static final int MOST_COUNT = 100;

    /** Copies the lists and refuses what is no such thing, for it may come from elsewhere. */
    public SharedClearance {
        if (!athleteId.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("athlete_id must be 1 to 32 of a-z, 0-9 and -");
        }
        ProfileDate.check("date", date);
        ProfileDate.check("due_on", dueOn);
        reasons = List.copyOf(reasons);
        excluded = List.copyOf(excluded);
        if (reasons.size() > MOST_COUNT
                || excluded.size() > MOST_COUNT
                || !reasons.stream().allMatch(PlanScrutiny::isPlain)) {
            throw new IllegalArgumentException("reasons must be up to " + MOST_COUNT + " plain texts");
        }
        excluded.forEach(BodyPlace::ofWord);
    }

    /**
     * What may be told.
     *
     * @throws IllegalArgumentException when nothing of it may be told.
     */
    public static SharedClearance of(Clearance clearance, SharingLevel level) {
        if (!level.has(SharingLevel.CLEARANCE)) {
            throw new IllegalArgumentException("a clearance is not shared at level " + level.word());
        }
        boolean why = level.has(SharingLevel.REASONS);
        List<String> reasons = new ArrayList<>();
        if (why) {
            clearance
                    .reasons()
                    .forEach(reason -> reasons.add((reason.kind().isRefusal() ? "no: " : "") + reason.words()));
        }
        return new SharedClearance(
                clearance.athleteId(),
                clearance.date(),
                clearance.isGuided(),
                clearance.dueOn(),
                reasons,
                why ? clearance.excluded().stream().map(BodyPlace::word).toList() : List.of());
    }
}
