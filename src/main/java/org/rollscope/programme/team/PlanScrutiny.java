package org.rollscope.programme.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;

/**
 * What may not stand in a plan that comes from elsewhere, beyond what no plan may say: days that are yet to come, which would silence reviews
 * and steps back, and signs that a terminal takes for orders.
 */
public final class PlanScrutiny {
    private static final int LONGEST_TEXT_CHARACTERS_COUNT = 300;

    private PlanScrutiny() {}

    /**
     * Everything that speaks against a version, for people.
     *
     * @param plan from elsewhere.
     * @param athleteId whose it must be.
     * @param today here; a day more is granted, for the other side may be where it is tomorrow already.
     */
    public static List<String> problems(Plan plan, String athleteId, LocalDate today) {
        List<String> problems = new ArrayList<>();
        if (!plan.athleteId().equals(athleteId)) {
            problems.add("is a plan of athlete '" + plan.athleteId() + "', not of '" + athleteId + "'");
        }
        day(problems, "date", plan.origin().date(), today);
        day(problems, "reviewed_on", plan.reviewedOn(), today);
        for (Prescription planned : plan.prescriptions()) {
            day(problems, "since_date of " + planned.place().word(), planned.sinceDate(), today);
        }
        text(problems, "by", plan.origin().by());
        text(problems, "reason", plan.origin().reason());
        for (PlanChange change : plan.changes()) {
            Stream.of(change.decision(), change.rule(), change.before(), change.after(), change.why())
                    .forEach(text ->
                            text(problems, "a change of " + change.place().word(), text));
        }
        return problems.stream().distinct().toList();
    }

    private static void day(List<String> problems, String key, String day, LocalDate today) {
        if (LocalDate.parse(day).isAfter(today.plusDays(1))) {
            problems.add(key + " is " + day + ", which is yet to come");
        }
    }

    private static void text(List<String> problems, String key, String text) {
        if (text.codePoints().anyMatch(PlanScrutiny::isNoSign)) {
            problems.add(key + " has signs that are no text");
        }
        if (text.length() > LONGEST_TEXT_CHARACTERS_COUNT) {
            problems.add(
                    key + " must have up to " + LONGEST_TEXT_CHARACTERS_COUNT + " characters, has " + text.length());
        }
    }

    /** Signs that move a cursor, change what is seen, or turn the direction of writing; by their number in Unicode. */
    static boolean isNoSign(int signIndex) {
        int type = Character.getType(signIndex);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** Whether a text may be shown as it is. */
    static boolean isPlain(String text) {
        return text.length() <= LONGEST_TEXT_CHARACTERS_COUNT
                && text.codePoints().noneMatch(PlanScrutiny::isNoSign);
    }
}
