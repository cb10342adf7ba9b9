package org.rollscope.programme.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;

/**
 * What two plans have for one place, where it is not the same.
 *
 * @param place muscle and side.
 * @param before of the one, for people; empty where it plans nothing there.
 * @param after of the other; empty likewise.
 */
public record PlanDifference(BodyPlace place, String before, String after) {
    /** Every place where they differ, from the bottom up. */
    public static List<PlanDifference> between(Plan one, Plan other) {
        SortedSet<BodyPlace> places = new TreeSet<>(BodyPlace.BOTTOM_UP);
        one.prescriptions().forEach(planned -> places.add(planned.place()));
        other.prescriptions().forEach(planned -> places.add(planned.place()));
        List<PlanDifference> differences = new ArrayList<>();
        for (BodyPlace place : places) {
            Optional<Prescription> before = one.find(place);
            Optional<Prescription> after = other.find(place);
            if (!before.equals(after)) {
                differences.add(new PlanDifference(
                        place,
                        before.map(PlanDifference::words).orElse(""),
                        after.map(PlanDifference::words).orElse("")));
            }
        }
        return differences;
    }

    /** What is planned, with shares of the personal ceiling: whose pressures they are only the athlete's side knows. */
    static String words(Prescription planned) {
        return String.format(
                Locale.ROOT,
                "%d days a week, %d spots of %d s (%s), %.3f to %.3f of the ceiling, %s, %s, %s, since %s",
                planned.dose().sessionsPerWeekCount(),
                planned.dose().spotCount(),
                planned.dose().holdMs() / 1000,
                planned.preset().word(),
                planned.intensity().floorRatio(),
                planned.intensity().ceilingRatio(),
                planned.manner().type().word(),
                planned.manner().tool().word(),
                planned.manner().context().word().replace('_', ' '),
                planned.sinceDate());
    }

    PlanChange asChange(String why) {
        return new PlanChange(place.muscle(), place.side(), "set", "settled", before, after, why);
    }
}
