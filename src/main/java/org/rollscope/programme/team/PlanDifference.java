package org.rollscope.programme.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.plan.PrescriptionWords;

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
                differences.add(of(place, before.orElse(null), after.orElse(null)));
            }
        }
        return differences;
    }

    private static PlanDifference of(BodyPlace place, @Nullable Prescription before, @Nullable Prescription after) {
        PrescriptionWords words = PrescriptionWords.differing(before, after);
        return new PlanDifference(place, words.before(), words.after());
    }

    /** As a version of a plan keeps it. */
    public PlanChange asChange(String rule, String why) {
        return new PlanChange(place.muscle(), place.side(), "set", rule, before, after, why);
    }
}
