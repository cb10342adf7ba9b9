package org.rollscope.programme.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Intensity;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.HealthExamples;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.screening.ScreeningSettings;

class ProgressionTest {
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final LocalDate FROM = LocalDate.parse("2026-03-02");
    private static final LocalDate TODAY = FROM.plusDays(7);
    private static final Progression RULES = new Progression(ProgressExamples.PROGRESS, ProgressExamples.PAIN);
    private static final Prescription PLANNED =
            FirstPlan.prescription(CALF, Experience.NEW, HoldPreset.USUAL, "2026-01-01");

    private final List<Bout> bouts = new ArrayList<>();
    private final List<HealthEntry.Illness> illnesses = new ArrayList<>();

    private static Bout bout(LocalDate day, double meanKpa, double painNrs, int guardingCount) {
        return new Bout(
                day.toString(),
                CALF,
                day,
                new Bout.Done(List.of(30_000L, 31_000L, 5_000L), 40_000),
                new Bout.Load("roller", meanKpa, 50, 1000),
                new Bout.Response(painNrs, meanKpa, guardingCount, 1, 40_000));
    }

    private void week(LocalDate first, double painNrs) {
        for (int dayIndex = 0; dayIndex < 6; dayIndex += 2) {
            bouts.add(bout(first.plusDays(dayIndex), 35, painNrs, 0));
        }
    }

    private Decision next() {
        return next(PLANNED);
    }

    private Decision next(Prescription planned) {
        return RULES.next(planned, new History(bouts, illnesses), FROM, TODAY);
    }

    private void assertRule(ProgressRule expected) {
        assertEquals(expected, next().rule(), next().why());
    }

    @Test
    void aGoodWeekMakesTheHoldATenthLonger() {
        week(FROM, 5);
        Decision decision = next();
        assertEquals(ProgressRule.ON_TRACK, decision.rule(), decision.why());
        assertEquals(33_000, decision.after().dose().holdMs());
        assertEquals("hold 30 s", decision.change().before());
        assertEquals("hold 33 s", decision.change().after());
        assertEquals("3 days done, pain 5: a little longer", decision.why());
    }

    @Test
    void littlePainMakesThePressureRiseAndNotTheHold() {
        week(FROM, 2);
        Decision decision = next();
        assertEquals(30_000, decision.after().dose().holdMs());
        assertEquals(0.77, decision.after().intensity().ceilingRatio(), 1e-9);
    }

    @Test
    void aPlanNeverGoesOverThePresetAndThePersonalCeiling() {
        week(FROM, 5);
        Prescription most = PLANNED.withDose(new Dose(3, 60_000, 2)).withIntensity(new Intensity(0.5, 1));
        bouts.replaceAll(bout -> new Bout(
                bout.sessionId(),
                bout.place(),
                bout.day(),
                new Bout.Done(List.of(60_000L), 0),
                bout.load(),
                bout.response()));
        assertEquals(ProgressRule.AT_MOST, next(most).rule());
        assertEquals(most, next(most).after());
    }

    @Test
    void illnessStepsBackWhateverElseHappened() {
        week(FROM, 5);
        illnesses.add(new HealthEntry.Illness(1, FROM.plusDays(2).toString(), true));
        illnesses.add(new HealthEntry.Illness(2, FROM.plusDays(4).toString(), false));
        assertRule(ProgressRule.ILLNESS);
        assertEquals(27_000, next().after().dose().holdMs());
    }

    @Test
    void anIllnessThatWasOverBeforeIsNotAnsweredAgain() {
        week(FROM, 5);
        illnesses.add(new HealthEntry.Illness(1, FROM.minusDays(5).toString(), true));
        illnesses.add(new HealthEntry.Illness(2, FROM.toString(), false));
        assertRule(ProgressRule.ON_TRACK);
    }

    @Test
    void aMissedWeekStepsBack() {
        week(FROM.minusDays(7), 5);
        assertRule(ProgressRule.MISSED_WEEK);
        assertEquals(27_000, next().after().dose().holdMs());
        assertEquals(0.7, next().after().intensity().ceilingRatio());
    }

    @Test
    void guardingTwiceLowersThePressureAndOnceDoesNot() {
        week(FROM, 5);
        bouts.set(0, bout(FROM, 35, 5, 3));
        assertRule(ProgressRule.ON_TRACK);
        bouts.add(bout(FROM.minusDays(20), 35, 5, 1));
        assertRule(ProgressRule.GUARDING);
        assertEquals(0.63, next().after().intensity().ceilingRatio(), 1e-9);
        assertEquals(30_000, next().after().dose().holdMs());
        assertEquals(TODAY.toString(), next().after().sinceDate());
        bouts.set(3, bout(FROM.minusDays(29), 35, 5, 1));
        assertRule(ProgressRule.ON_TRACK);
    }

    @Test
    void guardingThatWasAnsweredCountsNoMore() {
        week(FROM, 5);
        bouts.set(0, bout(FROM, 35, 5, 1));
        bouts.add(bout(FROM.minusDays(3), 35, 5, 1));
        assertEquals(ProgressRule.GUARDING, next().rule());
        assertEquals(
                ProgressRule.ON_TRACK,
                next(PLANNED.answeredUntil(FROM.minusDays(1).toString())).rule());
    }

    @Test
    void painOfEightLowersThePressure() {
        week(FROM, 5);
        bouts.set(1, bout(FROM.plusDays(2), 35, 8, 0));
        assertRule(ProgressRule.PAIN_STOP);
    }

    @Test
    void painThatRoseAtEqualPressureStepsBack() {
        week(FROM.minusDays(7), 4);
        week(FROM, 6);
        assertRule(ProgressRule.PAIN_RISE);
        assertEquals("pain rose by 2.0 at equal pressure", next().why());
    }

    @Test
    void painThatRoseWithThePressureDoesNot() {
        for (int dayIndex = 0; dayIndex < 6; dayIndex += 2) {
            bouts.add(bout(FROM.minusDays(7).plusDays(dayIndex), 28, 4, 0));
        }
        week(FROM, 6);
        assertRule(ProgressRule.ON_TRACK);
    }

    @Test
    void twoPointsMakeNoTrend() {
        bouts.add(bout(FROM.minusDays(3), 35, 2, 0));
        bouts.add(bout(FROM, 35, 7, 0));
        bouts.add(bout(FROM.plusDays(2), 35, Double.NaN, 0));
        bouts.add(bout(FROM.plusDays(4), 35, Double.NaN, 0));
        assertRule(ProgressRule.ON_TRACK);
    }

    @ParameterizedTest
    @CsvSource({"OVER_CEILING, 51, 5, 3", "FEW_SESSIONS, 35, 5, 2", "HIGH_PAIN, 35, 7.5, 3"})
    void whatIsNotAsPlannedStaysAsItIs(ProgressRule rule, double meanKpa, double painNrs, int sessionCount) {
        for (int sessionIndex = 0; sessionIndex < sessionCount; sessionIndex++) {
            bouts.add(bout(FROM.plusDays(2L * sessionIndex), meanKpa, painNrs, 0));
        }
        assertRule(rule);
        assertEquals(PLANNED, next().after());
    }

    @Test
    void twoSessionsOfOneDayAreOneDay() {
        bouts.add(bout(FROM, 35, 5, 0));
        bouts.add(bout(FROM, 35, 5, 0));
        bouts.add(bout(FROM.plusDays(1), 35, 5, 0));
        assertRule(ProgressRule.FEW_SESSIONS);
    }

    @Test
    void holdsThatAreTooShortToCountDoNotCount() {
        week(FROM, 5);
        bouts.replaceAll(bout -> new Bout(
                bout.sessionId(),
                bout.place(),
                bout.day(),
                new Bout.Done(List.of(19_999L), 0),
                bout.load(),
                bout.response()));
        assertRule(ProgressRule.SHORT_HOLDS);
        assertEquals("no hold was long enough to count", next().why());
    }

    @Test
    void aCeilingThatRoseIsTheOneChangeOfTheWeek() {
        week(FROM, 5);
        Bout lower = bout(FROM.minusDays(2), 35, 5, 0);
        bouts.add(new Bout(
                lower.sessionId(),
                CALF,
                lower.day(),
                lower.done(),
                new Bout.Load("roller", 35, 46, 1000),
                lower.response()));
        assertRule(ProgressRule.CEILING_ROSE);
    }

    /** A ball has a ceiling of its own: who takes one has not got stronger. */
    @Test
    void theCeilingOfAnotherToolIsNoCeilingThatRose() {
        week(FROM, 5);
        bouts.add(with("tennis_ball", 25, bout(FROM.minusDays(2), 18, 5, 0)));
        assertRule(ProgressRule.ON_TRACK);
        bouts.add(with("tennis_ball", 30, bout(FROM.plusDays(1), 18, 5, 0)));
        assertRule(ProgressRule.CEILING_ROSE);
        assertEquals("the personal ceiling rose from 25.0 to 30.0 kPa: one change at a time", next().why());
    }

    @Test
    void painAtAPressureOfAnotherToolIsNotCompared() {
        week(FROM, 7);
        bouts.replaceAll(bout -> with("tennis_ball", 50, bout));
        week(FROM.minusDays(7), 4);
        List<Bout> before = bouts.subList(3, 6);
        assertEquals(0, PainChange.between(before, bouts.subList(0, 3), 0.15).sessionCount());
        bouts.replaceAll(bout -> with("roller", 50, bout));
        assertEquals(
                3,
                PainChange.between(bouts.subList(3, 6), bouts.subList(0, 3), 0.15)
                        .medianNrs());
    }

    /** On a ball nothing looks for releases, so none came no sooner. */
    @Test
    void withoutReleasesPainAloneSaysThatNothingIsGained() {
        for (int weekIndex = 0; weekIndex < 7; weekIndex++) {
            week(FROM.minusWeeks(weekIndex), 5);
        }
        assertRule(ProgressRule.NO_GAIN);
        assertTrue(next().why().contains("in 28 days and releases come no sooner"), next().why());
        bouts.replaceAll(bout -> new Bout(
                bout.sessionId(),
                bout.place(),
                bout.day(),
                bout.done(),
                bout.load(),
                new Bout.Response(5, 35, 0, 0, Double.NaN)));
        assertRule(ProgressRule.NO_GAIN);
        assertTrue(next().why().contains("in 28 days and there are no releases to compare"), next().why());
    }

    private static Bout with(String tool, double ceilingKpa, Bout bout) {
        return new Bout(
                bout.sessionId(),
                bout.place(),
                bout.day(),
                bout.done(),
                new Bout.Load(
                        tool, bout.load().meanKpa(), ceilingKpa, bout.load().doseKpaS()),
                bout.response());
    }

    @Test
    void whatIsAtItsLeastIsNotLoweredFurther() {
        Prescription least = PLANNED.withDose(new Dose(3, 20_000, 2)).withIntensity(new Intensity(0.5, 0.55));
        Decision decision = next(least);
        assertEquals(ProgressRule.AT_LEAST, decision.rule());
        assertEquals(least.answeredUntil(TODAY.toString()), decision.after());
    }

    @Test
    void aReviewIsDueAfterAWeekAndChangesNothingBefore() {
        week(FROM, 5);
        HealthLog log = HealthExamples.cleared("anna", FROM.toString());
        Plan plan = FirstPlan.of("anna", Experience.NEW, HoldPreset.USUAL, List.of(CALF), FROM.toString());
        History history = new History(bouts, List.of());
        ScreeningSettings settings = new ScreeningSettings(90, 14);
        assertThrows(
                IllegalArgumentException.class,
                () -> RULES.review(plan, history, GuidanceGate.decide(log, TODAY.minusDays(1), settings)));
        PlanReview review = RULES.review(plan, history, GuidanceGate.decide(log, TODAY, settings));
        assertEquals(2, review.next().origin().version());
        assertEquals(TODAY.toString(), review.next().reviewedOn());
        assertEquals("weekly review: 1 of 1 changed", review.next().origin().reason());
        assertEquals(1, review.next().changes().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> RULES.review(plan, history, GuidanceGate.decide(HealthLog.empty("anna"), TODAY, settings)),
                "nobody who may not be guided is given more");
    }

    @Test
    void whatTheScreeningLeavesOutStaysAsItIs() {
        week(FROM, 5);
        HealthLog log = HealthExamples.cleared("anna", FROM.toString());
        HealthLog veins = HealthExamples.answering(log, "varicose_veins", List.of(CALF), FROM.toString());
        Plan plan = FirstPlan.of("anna", Experience.NEW, HoldPreset.USUAL, List.of(CALF), FROM.toString());
        PlanReview review = RULES.review(
                plan, new History(bouts, List.of()), GuidanceGate.decide(veins, TODAY, new ScreeningSettings(90, 14)));
        assertEquals(ProgressRule.LEFT_OUT, review.decisions().get(0).rule());
        assertEquals(plan.prescriptions(), review.next().prescriptions());
    }

    @Test
    void undoneTwiceAPlanGoesTwoVersionsBack() {
        Plan first = FirstPlan.of("anna", Experience.NEW, HoldPreset.USUAL, List.of(CALF), FROM.toString());
        Plan second =
                first.changed("2026-03-09", "coach", "x", List.of(PLANNED.withPreset(HoldPreset.BRIEF)), List.of());
        Plan third = second.changed(
                "2026-03-16", "coach", "y", List.of(PLANNED.withPreset(HoldPreset.SUSTAINED)), List.of());
        Plan fourth = third.undone(second, 3, "2026-03-17", "coach");
        assertEquals(second.prescriptions(), fourth.prescriptions());
        assertEquals(4, fourth.origin().version());
        Plan fifth = fourth.undone(first, 4, "2026-03-17", "coach");
        assertEquals(first.prescriptions(), fifth.prescriptions());
        assertEquals(0, fifth.origin().basedOnVersion());
        assertThrows(IllegalArgumentException.class, () -> third.undone(first, 3, "2026-03-17", "coach"));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ProgressSettings(0.11, 0.1, 0.8, 20_000, 2, 28, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new PainSettings(2, 1, 3, 8.5, 8, 0.15));
        assertFalse(ProgressExamples.PAIN.equals(new PainSettings(2, 1, 3, 7, 9, 0.15)));
        assertTrue(ProgressExamples.PROGRESS.creditHoldMs() == Dose.LEAST_HOLD_MS);
    }
}
