package org.rollscope.app.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;
import org.rollscope.command.CommandAnswer;
import org.rollscope.detect.Activity;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.routine.GuidedRoutine;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineSettings;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.programme.screening.ScreeningSettings;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;

/** What a routine makes of live figures, and what it has the service do. */
class RoutineGuideTest {
    private static final String DAY = "2026-03-02";
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final BodyPlace GLUTES = new BodyPlace(Muscle.GLUTES, Side.RIGHT);

    private final List<BodyPlace> ordered = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<RoutineState> states = new ArrayList<>();
    private CommandAnswer answer = CommandAnswer.done("as you say");
    private final RoutineGuide guide = new RoutineGuide(
            new GuidedRoutine(work().steps(), new RoutineSettings(0, 8_000, 15_000, 2), 8),
            (place, answered) -> {
                ordered.add(place);
                answered.accept(answer);
            },
            new RoutineGuide.Told() {
                @Override
                public void state(RoutineState state) {
                    states.add(state);
                }

                @Override
                public void notice(String words) {
                    notices.add(words);
                }
            });
    private long deviceUs = 5_000_000;

    private static DaysWork work() {
        return DaysWork.of(
                FirstPlan.of("anna", Experience.NEW, HoldPreset.BRIEF, List.of(CALF, GLUTES), DAY),
                GuidanceGate.decide(
                        HealthExamples.cleared("anna", DAY), LocalDate.parse(DAY), new ScreeningSettings(90, 14)),
                Map.of(),
                new DaysWork.Moment(RollContext.ANY, false));
    }

    private void live(Activity activity, long holdMs, boolean overpressure, Advice advice) {
        deviceUs += 100_000;
        guide.live(new LiveMetrics(
                deviceUs,
                activity,
                200,
                30,
                60,
                6000,
                20,
                holdMs,
                overpressure,
                0,
                new PressureBand(20, 40, 47, CeilingSource.SETTINGS),
                advice,
                0.05,
                0,
                PadPressures.NONE));
    }

    private Prompt prompt() {
        return guide.state().prompt();
    }

    @Test
    void theServiceTakesEachPlaceWhenTheRoutineDoes() {
        guide.begin();
        assertEquals(List.of(CALF), ordered);
        guide.skip();
        assertEquals(GLUTES, ordered.get(1));
        assertEquals(1, guide.state().stepIndex());
        guide.end();
        assertEquals(2, ordered.size());
        assertEquals(Prompt.DONE, states.get(states.size() - 1).prompt());
    }

    @Test
    void handlingIsNoContactAndALimbIs() {
        guide.begin();
        live(Activity.HANDLING, 0, false, Advice.NONE);
        assertEquals(Prompt.SET_UP, prompt());
        live(Activity.CONTACT, 0, false, Advice.NONE);
        assertEquals(Prompt.FIND, prompt());
        live(Activity.ROLLING, 0, false, Advice.ROLL_SLOWER);
        assertEquals(Prompt.SLOWER, prompt());
        live(Activity.HOLD, 4000, true, Advice.HOLD_HERE);
        assertEquals(Prompt.EASE_OFF, prompt());
        live(Activity.HOLD, 9000, false, Advice.KEEP_HOLDING);
        assertEquals(Prompt.HOLD, prompt());
    }

    @Test
    void aRefusalOfTheServiceIsTold() {
        answer = CommandAnswer.refused("the service is ending");
        guide.begin();
        assertEquals(List.of("the service is ending"), notices);
    }

    @Test
    void aBoardThatBeginsAnewIsNoTimeAndNoHarm() {
        guide.begin();
        live(Activity.CONTACT, 0, false, Advice.NONE);
        deviceUs = 0;
        live(Activity.CONTACT, 0, false, Advice.NONE);
        deviceUs += 3_600_000_000L;
        live(Activity.CONTACT, 0, false, Advice.NONE);
        assertTrue(guide.state().coveredMm() < 25, () -> guide.state().toString());
    }
}
