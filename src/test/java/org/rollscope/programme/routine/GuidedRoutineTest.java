package org.rollscope.programme.routine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.RollContext;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.programme.screening.ScreeningSettings;

/** What is told when; an athlete is played moment by moment, ten a second. */
class GuidedRoutineTest {
    private static final RoutineSettings SETTINGS = new RoutineSettings(30_000, 8_000, 15_000, 2);
    private static final double STOP_PAIN_NRS = 8;
    private static final String DAY = "2026-03-02";
    private static final int STEP_MS = 100;
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final BodyPlace GLUTES = new BodyPlace(Muscle.GLUTES, Side.RIGHT);

    private final GuidedRoutine routine = routine(CALF, GLUTES);
    private final List<String> told = new ArrayList<>();
    private long nowMs;
    private double pressureRatio = 0.6;

    /** Two spots of 30 s at each place, as a first plan of the usual preset has them. */
    private static GuidedRoutine routine(BodyPlace... places) {
        DaysWork work = DaysWork.of(
                FirstPlan.of("anna", Experience.NEW, HoldPreset.USUAL, List.of(places), DAY),
                GuidanceGate.decide(
                        HealthExamples.cleared("anna", DAY), LocalDate.parse(DAY), new ScreeningSettings(90, 14)),
                Map.of(),
                new DaysWork.Moment(RollContext.ANY, false));
        return new GuidedRoutine(work.steps(), SETTINGS, STOP_PAIN_NRS);
    }

    private void moment(boolean contact, long holdMs, boolean released, double speedMmPerS, RoutineMoment.Urge urge) {
        nowMs += STEP_MS;
        routine.accept(new RoutineMoment(nowMs, contact, holdMs, released, speedMmPerS, pressureRatio, urge));
        RoutineState state = routine.state();
        String line = state.place().muscle().word() + " " + state.prompt().word();
        if (told.isEmpty() || !told.get(told.size() - 1).equals(line)) {
            told.add(line);
        }
    }

    private void away(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            moment(false, 0, false, 0, RoutineMoment.Urge.NONE);
        }
    }

    private void roll(int seconds, double speedMmPerS) {
        for (int i = 0; i < seconds * 10; i++) {
            moment(true, 0, false, speedMmPerS, RoutineMoment.Urge.NONE);
        }
    }

    private void hold(int seconds, int releasedAfterSeconds) {
        for (int i = 1; i <= seconds * 10; i++) {
            moment(true, i * STEP_MS, i > releasedAfterSeconds * 10, 0, RoutineMoment.Urge.NONE);
        }
    }

    @Test
    void aHoldThatGoesOnAfterASkipStillCounts() {
        roll(2, 25);
        hold(31, 99);
        roll(2, 25);
        for (int step = 1; step <= 320; step++) {
            moment(true, step * STEP_MS, false, 0, RoutineMoment.Urge.NONE);
            if (step == 100) {
                routine.skip();
            }
        }
        away(3);
        assertEquals(PlaceOutcome.Ending.DONE, routine.state().outcomes().get(0).ending());
        routine.end();
        assertTrue(routine.state().isEndedEarly());
    }

    /** A first plan goes to 0.7 of the personal ceiling; that alone is no alarm. */
    @Test
    void pressureOverThePlanIsToldAfterASecondAndUntilItIsBack() {
        roll(2, 25);
        pressureRatio = 0.71;
        roll(1, 25);
        assertEquals(Prompt.FIND, routine.state().prompt(), "a moment is none");
        roll(1, 25);
        assertEquals(Prompt.EASE_OFF, routine.state().prompt());
        pressureRatio = 0.7;
        roll(1, 25);
        assertEquals(Prompt.FIND, routine.state().prompt());
        pressureRatio = Double.NaN;
        hold(10, 99);
        assertEquals(Prompt.HOLD, routine.state().prompt(), "nobody knows the pressure");
    }

    /** What is only pressed comes off the limb between two tries: that is the search, not the end of it. */
    @Test
    void aStickIsLiftedBetweenTwoTriesAndStillSearches() {
        routine.uses(Tool.STICK);
        away(1);
        assertEquals(Prompt.SET_UP, routine.state().prompt());
        assertEquals(
                "press the stick on it",
                routine.state().prompt().words(routine.state().tool()));
        for (int tryIndex = 0; tryIndex < 3; tryIndex++) {
            roll(2, Double.NaN); // no speed is told of it
            away(3);
            assertEquals(Prompt.FIND, routine.state().prompt());
        }
        assertEquals(
                "press here and there, look for a tender spot",
                routine.state().prompt().words(routine.state().tool()));
        hold(31, 99);
        away(3);
        hold(31, 99);
        assertEquals(Prompt.NEXT_MUSCLE, routine.state().prompt());
        away(3);
        assertEquals(PlaceOutcome.Ending.DONE, routine.state().outcomes().get(0).ending());
        assertEquals(0, routine.state().outcomes().get(0).coveredMm());
    }

    /** The same on what rolls: a limb that came off is to be laid on again. */
    @Test
    void aLimbThatCameOffARollerIsToBeLaidOnAgain() {
        assertEquals(Tool.ROLLER, routine.state().tool(), "as planned");
        roll(2, 25);
        away(3);
        assertEquals(Prompt.SET_UP, routine.state().prompt());
        assertEquals(
                "lay it on the roller",
                routine.state().prompt().words(routine.state().tool()));
        routine.uses(Tool.BALL);
        assertEquals(
                "lay it on the ball",
                routine.state().prompt().words(routine.state().tool()));
    }

    @Test
    void anObedientAthleteIsLedThroughBothPlaces() {
        away(2);
        roll(5, 25);
        hold(34, 99);
        roll(3, 25);
        hold(25, 12);
        away(40);
        roll(2, 25);
        hold(35, 99);
        roll(3, -25);
        hold(35, 99);
        away(3);
        assertEquals(
                List.of(
                        "calf set_up",
                        "calf find",
                        "calf breathe",
                        "calf hold",
                        "calf move_on",
                        "calf find",
                        "calf breathe",
                        "calf hold",
                        "calf next_muscle",
                        "glutes rest",
                        "glutes set_up",
                        "glutes find",
                        "glutes breathe",
                        "glutes hold",
                        "glutes move_on",
                        "glutes find",
                        "glutes breathe",
                        "glutes hold",
                        "glutes next_muscle",
                        "glutes done"),
                told);
        List<PlaceOutcome> outcomes = routine.state().outcomes();
        assertEquals(
                List.of(2, 2), outcomes.stream().map(PlaceOutcome::spotCount).toList());
        assertEquals(1, outcomes.get(0).releaseCount());
        assertEquals(59_000, outcomes.get(0).heldMs());
        assertEquals(200, outcomes.get(0).coveredMm(), 5);
        assertEquals(75, outcomes.get(1).coveredMm(), 5, "to and fro covers a length once");
        assertEquals(0, routine.state().leftMs());
        assertTrue(routine.state().isOver());
    }

    @Test
    void aReleaseCountsFromTwentySecondsOnAndIsToldAsOne() {
        roll(1, 25);
        hold(19, 5);
        assertEquals(Prompt.HOLD, routine.state().prompt());
        assertEquals(0, routine.state().spotCount());
        nowMs += 1000;
        hold(21, 5);
        assertEquals(Prompt.RELEASED, routine.state().prompt());
        assertEquals(1, routine.state().spotCount());
    }

    @Test
    void aHoldThatIsTooShortDoesNotCount() {
        hold(19, 99);
        roll(1, 25);
        assertEquals(0, routine.state().spotCount());
        hold(20, 99);
        roll(1, 25);
        assertEquals(1, routine.state().spotCount(), "twenty seconds are the least that counts");
    }

    @Test
    void pressureGoesBeforeTheRoutineAndSpeedOnlyBeforeTheSearch() {
        roll(1, 25);
        moment(true, 0, false, 200, RoutineMoment.Urge.SLOWER);
        assertEquals(Prompt.SLOWER, routine.state().prompt());
        moment(true, 100, false, 0, RoutineMoment.Urge.EASE_OFF);
        assertEquals(Prompt.EASE_OFF, routine.state().prompt());
        moment(true, 200, false, 0, RoutineMoment.Urge.SLOWER);
        assertEquals(Prompt.BREATHE, routine.state().prompt());
    }

    @Test
    void guardingTwiceLeavesThePlaceForToday() {
        roll(1, 25);
        routine.guarded();
        roll(1, 25);
        assertEquals(Prompt.FIND, routine.state().prompt());
        routine.guarded();
        roll(1, 25);
        assertEquals(Prompt.NEXT_MUSCLE, routine.state().prompt());
        away(2);
        assertEquals(GLUTES, routine.state().place());
        assertEquals(
                PlaceOutcome.Ending.GUARDED, routine.state().outcomes().get(0).ending());
    }

    @Test
    void aSkippedMuscleIsFollowedByTheNextAtOnce() {
        away(1);
        routine.skip();
        away(1);
        assertEquals(GLUTES, routine.state().place());
        assertEquals(Prompt.SET_UP, routine.state().prompt());
        assertEquals(
                PlaceOutcome.Ending.SKIPPED, routine.state().outcomes().get(0).ending());
        routine.skip();
        assertTrue(routine.state().isOver());
        assertEquals(2, routine.state().outcomes().size());
        routine.skip();
        assertEquals(2, routine.state().outcomes().size());
    }

    @Test
    void unbearablePainEndsIt() {
        roll(2, 25);
        routine.pain(7);
        assertEquals(Prompt.FIND, routine.state().prompt());
        routine.pain(8);
        assertEquals(Prompt.STOP, routine.state().prompt());
        roll(2, 25);
        assertEquals(Prompt.STOP, routine.state().prompt());
        assertEquals(
                PlaceOutcome.Ending.ENDED, routine.state().outcomes().get(0).ending());
    }

    @Test
    void whoBeginsBeforeTheRestIsOverHasBegun() {
        roll(1, 25);
        hold(31, 99);
        roll(1, 25);
        hold(31, 99);
        away(5);
        assertEquals(Prompt.REST, routine.state().prompt());
        assertTrue(routine.state().restMs() > 20_000 && routine.state().restMs() < 30_000);
        roll(1, 25);
        assertEquals(Prompt.FIND, routine.state().prompt());
    }

    @Test
    void aShortLiftIsNoEnd() {
        roll(1, 25);
        hold(31, 99);
        roll(1, 25);
        hold(31, 99);
        away(1);
        roll(1, 25);
        assertEquals(CALF, routine.state().place());
        assertEquals(0, routine.state().outcomes().size());
    }

    @Test
    void theTimeThatIsLeftOnlyEverShrinksForWhoDoesAsTold() {
        long expectedMs = 4 * (30_000 + 15_000) + 30_000;
        assertEquals(expectedMs, routine.state().leftMs());
        roll(1, 25);
        long lastMs = routine.state().leftMs();
        for (int i = 1; i <= 310; i++) {
            moment(true, i * STEP_MS, false, 0, RoutineMoment.Urge.NONE);
            assertTrue(routine.state().leftMs() <= lastMs, "at " + i);
            lastMs = routine.state().leftMs();
        }
        assertEquals(expectedMs - 45_000, lastMs);
    }

    @Test
    void withoutAPlaceThereIsNoRoutine() {
        assertThrows(IllegalArgumentException.class, () -> new GuidedRoutine(List.of(), SETTINGS, STOP_PAIN_NRS));
    }
}
