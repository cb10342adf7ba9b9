package org.rollscope.app.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.simulation.Between;
import org.rollscope.simulation.Scenario;
import org.rollscope.simulation.Step;

/**
 * A simulated athlete who does what the plan says, so that a routine can be tried without hardware: slow strokes, a hold on a tender spot
 * a little longer than planned, as many spots as planned, and off the roller for the rest. The routine does not know; it hears what the
 * detectors find.
 */
final class ObedientAthlete {
    private static final Between STROKES_COUNT = new Between(2, 3);
    private static final Between SPEED_MM_PER_S = new Between(22, 40);
    private static final Between STROKE_MM = new Between(70, 150);
    private static final Between SEARCH_LOAD = new Between(0.5, 0.6);
    private static final Between HOLD_LOAD = new Between(0.6, 0.72);
    private static final Between SETTLE_S = new Between(1.2, 1.8);
    private static final Between FIRST_REST_S = new Between(3, 4);

    private ObedientAthlete() {}

    /** What such an athlete does with a day's work. */
    static Scenario of(List<DaysWork.Step> work, RoutineSettings settings) {
        List<Step> steps = new ArrayList<>();
        double restS = settings.restMs() / 1000.0;
        Between rest = FIRST_REST_S;
        for (DaysWork.Step one : work) {
            Prescription planned = one.prescription();
            double holdS = planned.dose().holdMs() / 1000.0;
            steps.add(new Step.Rest(rest));
            steps.add(new Step.Press(SETTLE_S, SEARCH_LOAD));
            for (int i = 0; i < planned.dose().spotCount(); i++) {
                steps.add(new Step.Strokes(STROKES_COUNT, SPEED_MM_PER_S, STROKE_MM, SEARCH_LOAD));
                steps.add(new Step.Hold(new Between(holdS + 3, holdS + 5), HOLD_LOAD, true));
            }
            steps.add(new Step.Lift(Between.only(1)));
            rest = new Between(restS + 1, restS + 2);
        }
        steps.add(new Step.Rest(Between.only(60)));
        return new Scenario("routine", "does what the plan says", Scenario.COACHED.make(), Set.of(), Set.of(), steps);
    }
}
