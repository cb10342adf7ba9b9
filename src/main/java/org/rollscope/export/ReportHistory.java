package org.rollscope.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollscope.athlete.Side;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SideTotals;

/**
 * What an athlete did with a muscle and a tool before a session, and in it.
 *
 * @param sides left and right of the muscle over all sessions up to this one; empty for a muscle in the middle of the body.
 * @param course the sessions of this muscle and side up to this one, which is the last.
 * @param otherToolCount sessions of this muscle before this one that were with other tools: they do not compare and are not here.
 */
public record ReportHistory(Optional<SideTotals> sides, List<SideTotals.Rolled> course, int otherToolCount) {
    /** Copies the list. */
    public ReportHistory {
        course = List.copyOf(course);
    }

    /**
     * What counts of all sessions of an archive.
     *
     * @param present the session that is reported.
     * @param finished sessions of any athlete; the present one among them or not.
     */
    public static ReportHistory of(SideTotals.Rolled present, List<SideTotals.Rolled> finished) {
        SessionRecord record = present.record();
        List<SideTotals.Rolled> ofMuscle = new ArrayList<>();
        int otherToolCount = 0;
        for (SideTotals.Rolled one : finished) {
            boolean same = one.record().athleteId().equals(record.athleteId())
                    && one.record().muscle() == record.muscle()
                    && !one.record().sessionId().equals(record.sessionId());
            if (!same || one.record().startedAt().isAfter(record.startedAt())) {
                continue;
            }
            if (one.record().tool().equals(record.tool())) {
                ofMuscle.add(one);
            } else {
                otherToolCount++;
            }
        }
        ofMuscle.sort(Comparator.comparing(one -> one.record().startedAt()));
        ofMuscle.add(present);
        Optional<SideTotals> sides = record.side() == Side.MIDDLE
                ? Optional.empty()
                : SideTotals.of(ofMuscle).stream().findFirst();
        List<SideTotals.Rolled> course = ofMuscle.stream()
                .filter(one -> one.record().side() == record.side())
                .toList();
        return new ReportHistory(sides, course, otherToolCount);
    }
}
