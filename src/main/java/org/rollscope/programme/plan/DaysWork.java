package org.rollscope.programme.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.GuidancePass;

/**
 * What of a plan is to be done on a day, bottom-up and side by side; each step carries the gate's pass, and without one there is no
 * step.
 *
 * @param steps what is to be done, in this order.
 * @param skipped what is planned but not done today, and why.
 */
public record DaysWork(List<Step> steps, List<Skipped> skipped) {
    /** Copies the lists. */
    public DaysWork {
        steps = List.copyOf(steps);
        skipped = List.copyOf(skipped);
    }

    /**
     * One muscle and side.
     *
     * @param pass leave to guide there.
     * @param prescription what is planned.
     */
    public record Step(GuidancePass pass, Prescription prescription) {
        /** Refuses a pass for another place. */
        public Step {
            if (!pass.place().equals(prescription.place())) {
                throw new IllegalArgumentException(
                        "the pass is for " + pass.place().word() + ", not for "
                                + prescription.place().word());
            }
        }
    }

    /**
     * Something that is not done.
     *
     * @param place muscle and side.
     * @param why for people.
     */
    public record Skipped(BodyPlace place, String why) {}

    /**
     * The moment at which somebody wants to roll.
     *
     * @param context what it is before or after; {@link RollContext#ANY} for everything that is planned.
     * @param warmedUp whether the athlete has warmed up.
     */
    public record Moment(RollContext context, boolean warmedUp) {}

    /**
     * Works it out.
     *
     * @param plan of the person.
     * @param clearance of that person and day.
     * @param doneThisWeekCount days of the last seven on which a place was rolled.
     * @param moment when it is wanted.
     */
    public static DaysWork of(
            Plan plan, Clearance clearance, Map<BodyPlace, Integer> doneThisWeekCount, Moment moment) {
        if (!plan.athleteId().equals(clearance.athleteId())) {
            throw new IllegalArgumentException("the clearance is of another athlete");
        }
        List<Step> steps = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Prescription prescription : plan.prescriptions()) {
            BodyPlace place = prescription.place();
            Optional<GuidancePass> pass = clearance.pass(place);
            String why = whyNot(prescription, doneThisWeekCount.getOrDefault(place, 0), moment);
            if (pass.isEmpty()) {
                skipped.add(new Skipped(place, clearance.isGuided() ? "left out by the screening" : "no guidance"));
            } else if (!why.isEmpty()) {
                skipped.add(new Skipped(place, why));
            } else {
                steps.add(new Step(pass.get(), prescription));
            }
        }
        return new DaysWork(steps, skipped);
    }

    private static String whyNot(Prescription prescription, int doneCount, Moment moment) {
        RollContext planned = prescription.manner().context();
        boolean wanted =
                moment.context() == RollContext.ANY || planned == RollContext.ANY || planned == moment.context();
        if (!wanted) {
            return "planned " + planned.word().replace('_', ' ');
        }
        boolean beforeTraining = planned == RollContext.PRE_WORKOUT || moment.context() == RollContext.PRE_WORKOUT;
        if (beforeTraining && !moment.warmedUp()) {
            return "before training only when warmed up";
        }
        if (doneCount >= prescription.dose().sessionsPerWeekCount()) {
            return "done on " + doneCount + " of " + prescription.dose().sessionsPerWeekCount() + " days this week";
        }
        return "";
    }
}
