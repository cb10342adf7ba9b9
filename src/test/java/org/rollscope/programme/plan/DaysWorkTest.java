package org.rollscope.programme.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.screening.ScreeningSettings;

class DaysWorkTest {
    private static final String DAY = "2026-03-02";
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final Plan PLAN = FirstPlan.of(
            "anna",
            Experience.NEW,
            HoldPreset.USUAL,
            List.of(new BodyPlace(Muscle.GLUTES, Side.RIGHT), new BodyPlace(Muscle.CALF, Side.RIGHT), CALF),
            DAY);
    private static final DaysWork.Moment ANY = new DaysWork.Moment(RollContext.ANY, false);

    private static Clearance clearance(HealthLog log) {
        return GuidanceGate.decide(log, LocalDate.parse(DAY), new ScreeningSettings(90, 14));
    }

    private static DaysWork work(HealthLog log, Map<BodyPlace, Integer> doneCount, DaysWork.Moment moment) {
        return DaysWork.of(PLAN, clearance(log), doneCount, moment);
    }

    private static List<String> places(DaysWork work) {
        return work.steps().stream()
                .map(step -> step.prescription().place().word())
                .toList();
    }

    @Test
    void stepsGoFromTheBottomUpAndOnBothSides() {
        DaysWork work = work(HealthExamples.cleared("anna", DAY), Map.of(), ANY);
        assertEquals(List.of("calf:left", "calf:right", "glutes:right"), places(work));
        assertEquals(List.of(), work.skipped());
    }

    @Test
    void whoMayNotBeGuidedGetsNoStep() {
        DaysWork work = work(HealthLog.empty("anna"), Map.of(), ANY);
        assertEquals(List.of(), work.steps());
        assertEquals(3, work.skipped().size());
    }

    @Test
    void whatIsLeftOutAndWhatIsDoneIsSkippedWithItsReason() {
        HealthLog veins =
                HealthExamples.answering(HealthExamples.cleared("anna", DAY), "varicose_veins", List.of(CALF), DAY);
        DaysWork work = work(veins, Map.of(new BodyPlace(Muscle.GLUTES, Side.RIGHT), 3), ANY);
        assertEquals(List.of("calf:right"), places(work));
        assertEquals("left out by the screening", work.skipped().get(0).why());
        assertEquals("done on 3 of 3 days this week", work.skipped().get(1).why());
    }

    @ParameterizedTest
    @CsvSource({"PRE_WORKOUT, false, 0", "PRE_WORKOUT, true, 3", "POST_WORKOUT, false, 0", "ANY, false, 0"})
    void beforeTrainingOnlyWhenWarmedUp(RollContext context, boolean warmedUp, int stepCount) {
        Plan before = PLAN.changed(
                DAY,
                "coach",
                "x",
                PLAN.prescriptions().stream()
                        .map(one -> one.withManner(new Manner(WorkType.GENERAL, Tool.ROLLER, RollContext.PRE_WORKOUT)))
                        .toList(),
                List.of());
        DaysWork work = DaysWork.of(
                before,
                clearance(HealthExamples.cleared("anna", DAY)),
                Map.of(),
                new DaysWork.Moment(context, warmedUp));
        assertEquals(stepCount, work.steps().size());
    }

    @Test
    void aClearanceOfSomebodyElseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> work(HealthExamples.cleared("ben", DAY), Map.of(), ANY));
    }

    @Test
    void aPlaceIsPlannedOnceAndWithinBounds() {
        assertThrows(
                IllegalArgumentException.class,
                () -> FirstPlan.of("anna", Experience.NEW, HoldPreset.USUAL, List.of(CALF, CALF), DAY));
        assertThrows(IllegalArgumentException.class, () -> new Dose(3, 19_999, 2));
        assertThrows(IllegalArgumentException.class, () -> new Intensity(0.5, 1.01));
        for (Muscle muscle : Muscle.values()) {
            assertTrue(FirstPlan.places(muscle).size() == 1
                    || FirstPlan.places(muscle).size() == 2);
        }
        assertEquals(Tool.BALL, FirstPlan.tool(Muscle.FOOT));
    }

    @Test
    void presetsAreThoseOfTheSources() {
        assertEquals(90_000, HoldPreset.SUSTAINED.longestHoldMs());
        assertEquals(20_000, HoldPreset.BRIEF.longestHoldMs());
        assertEquals(60_000, HoldPreset.USUAL.longestHoldMs());
        assertEquals(30_000, HoldPreset.USUAL.firstHoldMs());
    }
}
