package org.rollscope.athlete;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Decides a personal band from a profile: the athlete's own ramp test, else the own algometer value, else an estimate.
 *
 * <p>A band is a limit of comfort and prudence, not a medical one. <b>Source.</b> domain study 3.4 and 9.6, record 0015.
 * <b>Threads.</b> Stateless.
 */
public final class BandRule {
    /** Floor and warning of a band that no ramp test gave, as shares of the ceiling. */
    private static final double ESTIMATED_FLOOR_RATIO = 0.5;

    private static final double ESTIMATED_AMBER_RATIO = 0.8;
    private static final double TENDER_RATIO = 0.75;
    private static final double GUARDING_RATIO = 0.9;
    private static final int NOTES_FOR_ONE_LOWERING_COUNT = 2;
    private static final double HIGHEST_CEILING_KPA = 400;

    private BandRule() {}

    /** What a source asks for. */
    private record Source(CeilingSource kind, String date, double floorKpa, double amberKpa, double ceilingKpa) {}

    /** Whether anything but the estimate is known of a muscle and side. */
    public static boolean isMeasured(AthleteProfile profile, Muscle muscle, Side side) {
        return profile.rampTests().stream().anyMatch(test -> test.muscle() == muscle && test.side() == side)
                || profile.algometerValues().stream()
                        .anyMatch(value -> value.muscle() == muscle && value.side() == side);
    }

    /**
     * Decides from the profile alone.
     *
     * @param profile of the person.
     * @param muscle which muscle.
     * @param side which side.
     * @param today the day on which it is to hold.
     */
    public static BandDecision decide(AthleteProfile profile, Muscle muscle, Side side, LocalDate today) {
        return decide(profile, new BodyPlace(muscle, side), today, List.of());
    }

    /**
     * Decides.
     *
     * @param profile of the person.
     * @param place muscle and side.
     * @param today the day on which it is to hold.
     * @param others what lowers the ceiling besides what the profile says, as answers to a screening.
     */
    public static BandDecision decide(
            AthleteProfile profile, BodyPlace place, LocalDate today, List<CeilingFactor> others) {
        Muscle muscle = place.muscle();
        Side side = place.side();
        Source source = sourceOn(profile, muscle, side, today);
        CeilingHistory history = history(profile, muscle, side, today);
        List<CeilingFactor> factors = factors(profile, muscle, side, source);
        others.stream().filter(other -> !(other.isCare() && profile.care())).forEach(factors::add);
        double ceilingKpa = history.grantedKpa();
        for (CeilingFactor factor : factors) {
            ceilingKpa *= factor.factorRatio();
        }
        double shareRatio = ceilingKpa / source.ceilingKpa();
        PressureBand band = new PressureBand(
                source.floorKpa() * shareRatio, source.amberKpa() * shareRatio, ceilingKpa, source.kind());
        return new BandDecision(
                muscle,
                side,
                band,
                source.date(),
                source.ceilingKpa(),
                history.grantedKpa(),
                factors,
                notes(profile, muscle, side, source, history, today));
    }

    /** What somebody asked for since the last measurement, in the shape of the band that was measured; else the measurement. */
    private static Source sourceOn(AthleteProfile profile, Muscle muscle, Side side, LocalDate day) {
        Source measured = measuredOn(profile, muscle, side, day);
        return profile.orderedCeilings().stream()
                .filter(order -> order.muscle() == muscle && order.side() == side)
                .filter(order -> !LocalDate.parse(order.date()).isAfter(day))
                .max(Comparator.comparing(OrderedCeiling::date))
                .filter(order ->
                        measured.kind() == CeilingSource.PRIOR || order.date().compareTo(measured.date()) >= 0)
                .map(order -> ordered(order, measured))
                .orElse(measured);
    }

    private static Source ordered(OrderedCeiling order, Source measured) {
        double shareRatio = order.ceilingKpa() / measured.ceilingKpa();
        return new Source(
                CeilingSource.SETTINGS,
                order.date(),
                measured.floorKpa() * shareRatio,
                measured.amberKpa() * shareRatio,
                order.ceilingKpa());
    }

    /** The most trusted of what was measured until a day, else the estimate. */
    private static Source measuredOn(AthleteProfile profile, Muscle muscle, Side side, LocalDate day) {
        Optional<RampTest> ramp = profile.rampTests().stream()
                .filter(test -> test.muscle() == muscle && test.side() == side)
                .filter(test -> !LocalDate.parse(test.date()).isAfter(day))
                .max(Comparator.comparing(RampTest::date));
        if (ramp.isPresent()) {
            RampRepeat median = ramp.get().median();
            return new Source(
                    CeilingSource.RAMP_TEST,
                    ramp.get().date(),
                    median.pain3Kpa(),
                    median.pain6Kpa(),
                    median.pain7Kpa());
        }
        return profile.algometerValues().stream()
                .filter(value -> value.muscle() == muscle && value.side() == side)
                .filter(value -> !LocalDate.parse(value.date()).isAfter(day))
                .max(Comparator.comparing(AlgometerValue::date))
                .map(value -> estimated(CeilingSource.ALGOMETER, value.date(), value.thresholdKpa(), profile))
                .orElseGet(() -> estimated(
                        CeilingSource.PRIOR,
                        profile.addedOn(),
                        PainThreshold.priorKpa(muscle, profile.sex()),
                        profile));
    }

    private static Source estimated(CeilingSource kind, String date, double thresholdKpa, AthleteProfile profile) {
        double ceilingKpa =
                Math.min(HIGHEST_CEILING_KPA, PainThreshold.overAreaKpa(thresholdKpa, profile.contactAreaMm2()));
        return new Source(
                kind, date, ESTIMATED_FLOOR_RATIO * ceilingKpa, ESTIMATED_AMBER_RATIO * ceilingKpa, ceilingKpa);
    }

    private static CeilingHistory history(AthleteProfile profile, Muscle muscle, Side side, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        profile.rampTests().stream()
                .filter(test -> test.muscle() == muscle && test.side() == side)
                .forEach(test -> days.add(LocalDate.parse(test.date())));
        profile.algometerValues().stream()
                .filter(value -> value.muscle() == muscle && value.side() == side)
                .forEach(value -> days.add(LocalDate.parse(value.date())));
        profile.orderedCeilings().stream()
                .filter(order -> order.muscle() == muscle && order.side() == side)
                .forEach(order -> days.add(LocalDate.parse(order.date())));
        // A test from before the profile was written down is as good as one of its first day.
        LocalDate first = LocalDate.parse(profile.addedOn());
        LocalDate begin = days.isEmpty() || first.isBefore(days.first()) ? first : days.first();
        // What was asked for on the first day is a rise all the same: nobody has measured it.
        CeilingHistory history =
                new CeilingHistory(measuredOn(profile, muscle, side, begin).ceilingKpa(), begin);
        for (LocalDate day : days) {
            if (!day.isBefore(begin) && !day.isAfter(today)) {
                history.change(day, sourceOn(profile, muscle, side, day).ceilingKpa());
            }
        }
        history.reach(today);
        return history;
    }

    private static List<CeilingFactor> factors(AthleteProfile profile, Muscle muscle, Side side, Source source) {
        List<CeilingFactor> factors = new ArrayList<>();
        if (profile.tenderPlaces().contains(new TenderPlace(muscle, side))) {
            factors.add(new CeilingFactor("tender_spot", TENDER_RATIO, "a tender spot is marked there"));
        }
        if (profile.care()) {
            factors.add(CeilingFactor.care("very tight or cramping: with care"));
        }
        List<GuardingNote> notes = guarding(profile, muscle, side, source);
        for (int index = NOTES_FOR_ONE_LOWERING_COUNT - 1;
                index < notes.size();
                index += NOTES_FOR_ONE_LOWERING_COUNT) {
            factors.add(new CeilingFactor(
                    "guarding",
                    GUARDING_RATIO,
                    "guarding was suspected again on " + notes.get(index).date() + " ("
                            + notes.get(index).reason() + ")"));
        }
        return factors;
    }

    /** Notes that a newer ramp test has not answered. */
    private static List<GuardingNote> guarding(AthleteProfile profile, Muscle muscle, Side side, Source source) {
        boolean tested = source.kind() == CeilingSource.RAMP_TEST;
        return profile.guardingNotes().stream()
                .filter(note -> note.muscle() == muscle && note.side() == side && !note.undone())
                .filter(note -> !tested || note.date().compareTo(source.date()) >= 0)
                .sorted(Comparator.comparing(GuardingNote::date))
                .toList();
    }

    private static List<String> notes(
            AthleteProfile profile, Muscle muscle, Side side, Source source, CeilingHistory history, LocalDate today) {
        List<String> notes = new ArrayList<>();
        if (source.kind() == CeilingSource.PRIOR) {
            notes.add("an estimate from muscle, sex and contact area; people differ by 40 %, do a ramp test");
        }
        profile.orderedCeilings().stream()
                .filter(order -> source.kind() == CeilingSource.SETTINGS)
                .filter(order -> order.muscle() == muscle && order.side() == side)
                .filter(order -> order.date().equals(source.date()))
                .forEach(order -> notes.add("asked for by " + order.source() + " on " + order.date()));
        if (history.isHeldBack()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "held back: %s asks for %.1f kPa, a ceiling rises by 10 %% a week at most; next on %s",
                    source.kind() == CeilingSource.SETTINGS
                            ? "somebody"
                            : "the " + source.kind().word().replace('_', ' '),
                    source.ceilingKpa(),
                    history.nextRise()));
        }
        profile.rampTests().stream()
                .filter(test -> source.kind() == CeilingSource.RAMP_TEST)
                .filter(test -> test.muscle() == muscle && test.side() == side)
                .filter(test -> test.date().equals(source.date()))
                .forEach(test -> noteTest(test, today, notes));
        int guardingCount = guarding(profile, muscle, side, source).size();
        if (guardingCount % NOTES_FOR_ONE_LOWERING_COUNT != 0) {
            notes.add("guarding was suspected once; the next time lowers the ceiling by 10 %");
        }
        return notes;
    }

    private static void noteTest(RampTest test, LocalDate today, List<String> notes) {
        if (test.repeats().size() < RampTest.FULL_REPEAT_COUNT) {
            notes.add("the ramp test has " + test.repeats().size() + " of " + RampTest.FULL_REPEAT_COUNT + " repeats");
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(test.date()), today);
        if (days > RampTest.FRESH_DAYS_COUNT) {
            notes.add("the ramp test is " + days + " days old; repeat it every " + RampTest.FRESH_DAYS_COUNT + " days");
        }
    }
}
