package org.rollscope.programme.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.Prescription;
import org.rollscope.programme.screening.Answer;
import org.rollscope.programme.screening.Clearance;
import org.rollscope.programme.screening.ConsentText;
import org.rollscope.programme.screening.GuidanceGate;
import org.rollscope.programme.screening.HealthEntry;
import org.rollscope.programme.screening.HealthLog;
import org.rollscope.programme.screening.Questionnaire;
import org.rollscope.programme.screening.ScreeningSettings;

/**
 * Lets an {@link Archetype} follow a plan for some weeks: the sessions come from a small model of behaviour, gate and review are the
 * real ones. Deterministic for a seed. It shows how the rules behave, not how people do.
 */
public final class SimulatedWeeks {
    private static final String ATHLETE_ID = "simulated";
    private static final BodyPlace PLACE = new BodyPlace(Muscle.QUADRICEPS, Side.RIGHT);
    private static final double CEILING_KPA = 50;
    private static final double PAIN_AT_CEILING_NRS = 7;
    private static final double PAIN_EXPONENT_RATIO = 1.3;
    private static final double FIRST_RELEASE_MS = 45_000;
    private static final double LOAD_SPREAD_RATIO = 0.03;
    private static final double PAIN_SPREAD_NRS = 0.3;
    /** Valid for longer than any of these times: being asked again is no part of this trial. */
    private static final ScreeningSettings ONCE = new ScreeningSettings(366, 0);

    private final Archetype archetype;
    private final LocalDate start;
    private final SplittableRandom random;
    private final List<Bout> bouts = new ArrayList<>();
    private HealthLog log = HealthLog.empty(ATHLETE_ID);

    /**
     * One week.
     *
     * @param weekIndex from 1.
     * @param doneCount sessions.
     * @param painNrs worst pain that was said; not a number without a session.
     * @param decision of the review at its end.
     */
    public record Week(int weekIndex, int doneCount, double painNrs, Decision decision) {}

    private SimulatedWeeks(Archetype archetype, LocalDate start, long seed) {
        this.archetype = archetype;
        this.start = start;
        random = new SplittableRandom(seed);
    }

    /**
     * Plays the weeks.
     *
     * @param archetype who.
     * @param progression the rules.
     * @param weekCount how many weeks, 1 to 52.
     * @param start first day.
     * @param seed of the spread of loads and pain.
     */
    public static List<Week> play(
            Archetype archetype, Progression progression, int weekCount, LocalDate start, long seed) {
        if (weekCount < 1 || weekCount > 52) {
            throw new IllegalArgumentException("weekCount must be 1..52, was " + weekCount);
        }
        return new SimulatedWeeks(archetype, start, seed).play(progression, weekCount);
    }

    private List<Week> play(Progression progression, int weekCount) {
        log = log.with(new HealthEntry.Consent(1, start.toString(), ConsentText.VERSION, true, ATHLETE_ID));
        screen(start);
        Plan plan = FirstPlan.of(ATHLETE_ID, Experience.NEW, HoldPreset.USUAL, List.of(PLACE), start.toString());
        List<Week> weeks = new ArrayList<>();
        for (int weekIndex = 1; weekIndex <= weekCount; weekIndex++) {
            int before = bouts.size();
            live(weekIndex, plan.prescriptions().get(0));
            LocalDate today = start.plusDays((long) Progression.REVIEW_DAYS * weekIndex);
            Clearance clearance = GuidanceGate.decide(log, today, ONCE);
            PlanReview review = progression.review(plan, new History(bouts, log.illnesses()), clearance);
            double painNrs = bouts.subList(before, bouts.size()).stream()
                    .mapToDouble(bout -> bout.response().painNrs())
                    .max()
                    .orElse(Double.NaN);
            weeks.add(new Week(
                    weekIndex,
                    bouts.size() - before,
                    painNrs,
                    review.decisions().get(0)));
            plan = review.next();
        }
        return weeks;
    }

    private void screen(LocalDate day) {
        List<Answer> answers = Questionnaire.QUESTIONS.stream()
                .map(question -> Answer.of(question.key(), Answer.Reply.NO))
                .toList();
        log = log.with(new HealthEntry.Screening(
                log.nextSequence(), day.toString(), Questionnaire.VERSION, ATHLETE_ID, HealthEntry.Role.SELF, answers));
    }

    private void live(int weekIndex, Prescription planned) {
        LocalDate first = start.plusDays((long) Progression.REVIEW_DAYS * (weekIndex - 1));
        if (archetype.isIll(weekIndex)) {
            LocalDate wellOn = first.plusDays(Progression.REVIEW_DAYS);
            log = log.with(new HealthEntry.Illness(log.nextSequence(), first.toString(), true));
            log = log.with(new HealthEntry.Illness(log.nextSequence(), wellOn.toString(), false));
            screen(wellOn);
            return;
        }
        for (int sessionIndex = 0; sessionIndex < planned.dose().sessionsPerWeekCount(); sessionIndex++) {
            bouts.add(bout(weekIndex, first.plusDays(1 + 2L * sessionIndex), planned));
        }
    }

    private Bout bout(int weekIndex, LocalDate day, Prescription planned) {
        double loadRatio = archetype.loadRatio(weekIndex, planned.intensity().ceilingRatio());
        double meanKpa = CEILING_KPA * loadRatio * (1 + spread() * LOAD_SPREAD_RATIO);
        double easedRatio = archetype.easedRatio(weekIndex);
        double feltNrs =
                PAIN_AT_CEILING_NRS * StrictMath.pow(meanKpa / CEILING_KPA, PAIN_EXPONENT_RATIO) * (1 - easedRatio)
                        + spread() * PAIN_SPREAD_NRS;
        List<Long> holdsMs = new ArrayList<>();
        for (int spotIndex = 0; spotIndex < planned.dose().spotCount(); spotIndex++) {
            holdsMs.add((long) (planned.dose().holdMs() * (1 + spread() * LOAD_SPREAD_RATIO)));
        }
        double painNrs = Math.max(0, Math.min(10, StrictMath.rint(feltNrs)));
        return new Bout(
                day.toString(),
                PLACE,
                day,
                new Bout.Done(holdsMs, 60_000),
                new Bout.Load(
                        "roller",
                        meanKpa,
                        CEILING_KPA,
                        meanKpa * holdsMs.stream().mapToLong(Long::longValue).sum() / 1000),
                new Bout.Response(painNrs, meanKpa, loadRatio > 1 ? 1 : 0, 1, FIRST_RELEASE_MS * (1 - easedRatio / 2)));
    }

    /** -1 to 1. */
    private double spread() {
        return 2 * random.nextDouble() - 1;
    }
}
