package org.rollscope.programme.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.progress.Bout;
import org.rollscope.programme.progress.History;
import org.rollscope.programme.progress.PainSettings;
import org.rollscope.programme.progress.ProgressSettings;

class EffectReviewTest {
    private static final BodyPlace LEFT = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final BodyPlace RIGHT = new BodyPlace(Muscle.CALF, Side.RIGHT);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-29");
    private static final Weeks WEEKS = new Weeks(TODAY, 6);
    private static final EffectReview REVIEW = new EffectReview(
            new EffectSettings(4, 0.1),
            new ProgressSettings(0.1, 0.1, 0.8, 20_000, 2, 28, 0.1),
            new PainSettings(2, 1, 3, 7, 8, 0.15));
    private static final Plan PLAN = FirstPlan.of(
            "anna",
            Experience.NEW,
            HoldPreset.USUAL,
            List.of(LEFT),
            WEEKS.firstDay(0).toString());

    private final List<Bout> bouts = new ArrayList<>();
    private NoteLog notes = NoteLog.empty("anna");

    private void bout(BodyPlace place, int weekIndex, int dayIndex, double painNrs, double painKpa, double doseKpaS) {
        bout("roller", place, weekIndex, dayIndex, painNrs, painKpa, doseKpaS);
    }

    private void bout(
            String tool,
            BodyPlace place,
            int weekIndex,
            int dayIndex,
            double painNrs,
            double painKpa,
            double doseKpaS) {
        LocalDate day = WEEKS.firstDay(weekIndex).plusDays(dayIndex);
        bouts.add(new Bout(
                place.word() + day,
                place,
                day,
                new Bout.Done(List.of(30_000L, 5_000L), 0),
                new Bout.Load(tool, painKpa, 60, doseKpaS),
                new Bout.Response(painNrs, painKpa, 0, 1, 40_000 - 1000 * weekIndex)));
    }

    private void sore(int weekIndex, NoteMoment moment, double sorenessNrs) {
        LocalDate day = WEEKS.firstDay(weekIndex).plusDays(moment.laterDays());
        notes = notes.with(new BodyNote.Soreness(
                notes.nextSequence(), day.toString(), moment, Muscle.CALF, Side.LEFT, sorenessNrs));
    }

    private List<EffectFigure> figures(List<Plan> plans) {
        return REVIEW.review(new Evidence(plans, new History(bouts, List.of()), notes), WEEKS);
    }

    private Optional<EffectFigure> find(EffectMeasure measure) {
        return figures(List.of(PLAN)).stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst();
    }

    private EffectFigure one(EffectMeasure measure) {
        return find(measure).orElseThrow();
    }

    @Test
    void adherenceIsDaysDoneOfDaysPlannedAndAFullWeekDoesNotHideAnEmptyOne() {
        for (int dayIndex = 0; dayIndex < 6; dayIndex++) {
            bout(LEFT, 0, dayIndex, 5, 40, 1);
        }
        bout(LEFT, 1, 0, 5, 40, 1);
        EffectFigure adherence = one(EffectMeasure.ADHERENCE);
        assertEquals(18, adherence.count(), "three days a week in six weeks");
        assertEquals(4.0 / 18, adherence.value(), 1e-12);
        assertEquals(1, adherence.most());
        assertEquals(0, adherence.least());
        assertTrue(figures(List.of()).stream().noneMatch(figure -> figure.measure() == EffectMeasure.ADHERENCE));
    }

    @Test
    void aWeekCountsByThePlanOfItsFirstDay() {
        Plan late = FirstPlan.of(
                "anna",
                Experience.NEW,
                HoldPreset.USUAL,
                List.of(LEFT),
                WEEKS.firstDay(4).plusDays(1).toString());
        EffectFigure adherence = figures(List.of(late)).get(0);
        assertEquals(3, adherence.count(), "the week in which it was made is not a whole one");
        assertEquals(List.of(5), List.copyOf(adherence.weekly().keySet()));
    }

    @Test
    void painIsComparedOnlyWhereThePressureIsAlike() {
        for (int weekIndex = 0; weekIndex < 6; weekIndex++) {
            bout(LEFT, weekIndex, 0, 8 - weekIndex, 40 + 0.2 * weekIndex, 1);
            bout(LEFT, weekIndex, 2, 9, 30 + 10 * (weekIndex % 2 == 0 ? 0 : 3), 1);
        }
        EffectFigure pain = one(EffectMeasure.PAIN);
        assertEquals(6, pain.count());
        assertEquals(5.5, pain.value());
        assertEquals(3, pain.least());
        assertEquals(8, pain.most());
        assertEquals(-1, pain.trend().slope(), 1e-12);
        assertEquals(Trend.Verdict.FALLING, pain.trend().verdict());
        assertTrue(pain.detail().matches("at 4[01] kPa"), pain.detail());
    }

    @Test
    void twoWeeksOfPainAreNoTrend() {
        bout(LEFT, 0, 0, 9, 40, 1);
        bout(LEFT, 5, 0, 1, 40, 1);
        EffectFigure pain = one(EffectMeasure.PAIN);
        assertEquals(2, pain.count());
        assertEquals(Trend.Verdict.TOO_FEW, pain.trend().verdict());
    }

    @Test
    void doseIsHeldTimeAndAWeekWithoutASessionHasNone() {
        bout(LEFT, 1, 0, 5, 40, 1);
        bout(LEFT, 1, 3, 5, 40, 1);
        bout(LEFT, 3, 0, 5, 40, 1);
        EffectFigure dose = one(EffectMeasure.DOSE);
        assertEquals(
                "{1=60000.0, 2=0.0, 3=30000.0, 4=0.0, 5=0.0}", dose.weekly().toString(), "5 s holds do not count");
        assertEquals(0, dose.value());
        assertEquals(3, dose.count());
    }

    @Test
    void timeToReleaseIsTheMedianOfSessions() {
        for (int weekIndex = 0; weekIndex < 5; weekIndex++) {
            bout(LEFT, weekIndex, 0, 5, 40, 1);
        }
        EffectFigure release = one(EffectMeasure.RELEASE);
        assertEquals(38_000, release.value());
        assertEquals(-1000, release.trend().slope(), 1e-9);
        assertEquals(Trend.Verdict.FALLING, release.trend().verdict());
    }

    @Test
    void sidesAreComparedByDoseAndByPainAtEqualPressure() {
        for (int weekIndex = 0; weekIndex < 2; weekIndex++) {
            bout(LEFT, weekIndex, 0, 4, 40, 300);
            bout(RIGHT, weekIndex, 0, 6, 41, 100);
        }
        EffectFigure dose = one(EffectMeasure.DOSE_SIDES);
        assertEquals("calf", dose.place());
        assertEquals(-1, dose.value(), 1e-12);
        assertEquals(4, dose.count());
        EffectFigure pain = one(EffectMeasure.PAIN_SIDES);
        assertEquals(2, pain.value());
        assertEquals(2, pain.count());
        bouts.remove(3);
        assertTrue(Double.isNaN(one(EffectMeasure.PAIN_SIDES).value()), "one session of a side says nothing");
    }

    /** The same pressure is not the same on a ball: over a fifth of the area it hurts less. */
    @Test
    void whatWasPressedWithAnotherToolIsNotCompared() {
        for (int weekIndex = 0; weekIndex < 2; weekIndex++) {
            bout(LEFT, weekIndex, 0, 4, 40, 300);
            bout(RIGHT, weekIndex, 0, 6, 41, 100);
            bout("tennis_ball", LEFT, weekIndex, 2, 1, 40, 5000);
        }
        EffectFigure pain = one(EffectMeasure.PAIN);
        assertEquals(2, pain.count(), "of the place's four, two with each");
        EffectFigure dose = one(EffectMeasure.DOSE_SIDES);
        assertEquals(-1, dose.value(), 1e-12);
        assertEquals("left n 2, right n 2", dose.detail());
        assertEquals(2, one(EffectMeasure.PAIN_SIDES).value(), "of the roller alone");
        assertEquals(4, one(EffectMeasure.DOSE).count(), "held time is held time");

        bouts.removeIf(bout -> bout.place().equals(LEFT) && bout.load().tool().equals("roller"));
        assertTrue(find(EffectMeasure.DOSE_SIDES).isEmpty(), "no tool that both sides share");
        assertTrue(find(EffectMeasure.PAIN_SIDES).isEmpty());
        assertEquals("at 40 kPa with the tennis ball", one(EffectMeasure.PAIN).detail());
    }

    @Test
    void sorenessIsComparedWithBeforeTheSameRolling() {
        sore(0, NoteMoment.BEFORE, 5);
        sore(0, NoteMoment.NEXT_DAY, 3);
        sore(2, NoteMoment.BEFORE, 4);
        sore(2, NoteMoment.NEXT_DAY, 1);
        sore(3, NoteMoment.NEXT_DAY, 9);
        EffectFigure change = one(EffectMeasure.SORENESS_CHANGE);
        assertEquals(2, change.count());
        assertEquals(-2.5, change.value());
        assertEquals("24h", change.detail());
        assertEquals(3, one(EffectMeasure.SORENESS).count());
        notes = notes.with(new BodyNote.Correction(notes.nextSequence(), TODAY.toString(), 5));
        assertEquals(2, one(EffectMeasure.SORENESS).count(), "what was taken back counts no more");
    }

    @Test
    void rangeOfMotionKeepsTestsApartAndLastingFromPassing() {
        String day = WEEKS.firstDay(1).toString();
        notes = notes.with(new BodyNote.MotionLength(
                        1, day, NoteMoment.BEFORE, Muscle.CALF, Side.LEFT, "knee-to-wall", 100))
                .with(new BodyNote.MotionLength(2, day, NoteMoment.AFTER, Muscle.CALF, Side.LEFT, "knee-to-wall", 112))
                .with(new BodyNote.MotionLength(3, day, NoteMoment.AFTER, Muscle.CALF, Side.LEFT, "mine", 300));
        assertEquals(100, one(EffectMeasure.MOTION_LENGTH).value());
        EffectFigure change = one(EffectMeasure.MOTION_LENGTH_CHANGE);
        assertEquals(12, change.value());
        assertEquals("knee-to-wall", change.detail());
        assertEquals(1, change.count());
    }

    @Test
    void theOrderOfSessionsInTheArchiveChangesNothing() {
        for (int weekIndex = 0; weekIndex < 6; weekIndex++) {
            bout(LEFT, weekIndex, 0, 8 - weekIndex, 40 + weekIndex, 100 + weekIndex);
            bout(RIGHT, weekIndex, 1, 4, 35 + 2 * weekIndex, 90);
        }
        List<EffectFigure> sorted = figures(List.of(PLAN));
        Collections.shuffle(bouts, new Random(3));
        assertEquals(sorted, figures(List.of(PLAN)));
    }

    @Test
    void nothingBeyondTheWeeksIsLookedAt() {
        assertEquals(TODAY, WEEKS.firstDay(6).minusDays(1));
        assertEquals(0, WEEKS.weekIndex(WEEKS.firstDay(0)));
        assertEquals(5, WEEKS.weekIndex(TODAY));
        bout(LEFT, -1, 0, 5, 40, 1);
        bout(LEFT, 6, 0, 5, 40, 1);
        assertTrue(find(EffectMeasure.PAIN).isEmpty());
        assertTrue(find(EffectMeasure.DOSE).isEmpty());
    }
}
