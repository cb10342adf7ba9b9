package org.rollscope.athlete;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one person, under a pseudonym: no name, no birthday, nothing but what a band needs.
 *
 * @param athleteId pseudonym, {@code [a-z0-9-]{1,32}}.
 * @param sex for the estimate.
 * @param contactAreaMm2 area on which this person lies on the roller, 500 to 30000.
 * @param background body mass and experience, as far as said.
 * @param care very tight or cramping: every ceiling is lowered.
 * @param addedOn day of the first entry, ISO-8601.
 * @param rampTests own tests, oldest first.
 * @param algometerValues own algometer values, oldest first.
 * @param tenderPlaces where tender spots are marked.
 * @param guardingNotes what was suspected, oldest first.
 * @param orderedCeilings what somebody asked for, oldest first.
 */
public record AthleteProfile(
        String athleteId,
        Sex sex,
        double contactAreaMm2,
        Background background,
        boolean care,
        String addedOn,
        List<RampTest> rampTests,
        List<AlgometerValue> algometerValues,
        List<TenderPlace> tenderPlaces,
        List<GuardingNote> guardingNotes,
        List<OrderedCeiling> orderedCeilings) {
    /** Area of a usual contact: 60 cm2, domain study 3.4. */
    public static final double USUAL_AREA_MM2 = 6000;

    private static final double SMALLEST_AREA_MM2 = 500;
    private static final double LARGEST_AREA_MM2 = 30_000;

    /** Copies the lists and refuses what is no profile. */
    public AthleteProfile {
        if (!athleteId.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException(
                    "an athlete's id must be 1 to 32 of a-z, 0-9 and -, was '" + athleteId + "'");
        }
        if (!(contactAreaMm2 >= SMALLEST_AREA_MM2 && contactAreaMm2 <= LARGEST_AREA_MM2)) {
            throw new IllegalArgumentException("contactAreaMm2 must be " + SMALLEST_AREA_MM2 + ".." + LARGEST_AREA_MM2
                    + ", was " + contactAreaMm2);
        }
        ProfileDate.check("addedOn", addedOn);
        rampTests = List.copyOf(rampTests);
        algometerValues = List.copyOf(algometerValues);
        tenderPlaces = List.copyOf(tenderPlaces);
        guardingNotes = List.copyOf(guardingNotes);
        orderedCeilings = List.copyOf(orderedCeilings);
    }

    /** A profile without any measurement. */
    public static AthleteProfile empty(String athleteId, String addedOn) {
        return new AthleteProfile(
                athleteId,
                Sex.UNSTATED,
                USUAL_AREA_MM2,
                Background.UNSTATED,
                false,
                addedOn,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with another sex. */
    public AthleteProfile withSex(Sex other) {
        return copy(other, contactAreaMm2, care, rampTests, algometerValues, tenderPlaces, guardingNotes);
    }

    /** The same with another contact area. */
    public AthleteProfile withContactArea(double otherMm2) {
        return copy(sex, otherMm2, care, rampTests, algometerValues, tenderPlaces, guardingNotes);
    }

    /** The same with another background. */
    public AthleteProfile withBackground(Background other) {
        return new AthleteProfile(
                athleteId,
                sex,
                contactAreaMm2,
                other,
                care,
                addedOn,
                rampTests,
                algometerValues,
                tenderPlaces,
                guardingNotes,
                orderedCeilings);
    }

    /** The same with or without care. */
    public AthleteProfile withCare(boolean other) {
        return copy(sex, contactAreaMm2, other, rampTests, algometerValues, tenderPlaces, guardingNotes);
    }

    /** The same with one more repeat; repeats of one day are one test. */
    public AthleteProfile withRamp(Muscle muscle, Side side, String date, RampRepeat repeat) {
        List<RampTest> tests = new ArrayList<>();
        List<RampRepeat> repeats = new ArrayList<>();
        for (RampTest test : rampTests) {
            if (test.muscle() == muscle && test.side() == side && test.date().equals(date)) {
                repeats.addAll(test.repeats());
            } else {
                tests.add(test);
            }
        }
        repeats.add(repeat);
        tests.add(new RampTest(muscle, side, date, repeats));
        return copy(sex, contactAreaMm2, care, tests, algometerValues, tenderPlaces, guardingNotes);
    }

    /** The same with one more algometer value; the last of a day counts. */
    public AthleteProfile withAlgometer(AlgometerValue value) {
        List<AlgometerValue> values = new ArrayList<>(algometerValues);
        values.removeIf(old -> old.muscle() == value.muscle()
                && old.side() == value.side()
                && old.date().equals(value.date()));
        values.add(value);
        return copy(sex, contactAreaMm2, care, rampTests, values, tenderPlaces, guardingNotes);
    }

    /** The same with or without a tender spot on a muscle and side. */
    public AthleteProfile withTender(TenderPlace place, boolean tender) {
        List<TenderPlace> places = new ArrayList<>(tenderPlaces);
        places.remove(place);
        if (tender) {
            places.add(place);
        }
        return copy(sex, contactAreaMm2, care, rampTests, algometerValues, places, guardingNotes);
    }

    /** The same with one more note of suspected guarding. */
    public AthleteProfile withGuarding(GuardingNote note) {
        List<GuardingNote> notes = new ArrayList<>(guardingNotes);
        notes.add(note);
        return copy(sex, contactAreaMm2, care, rampTests, algometerValues, tenderPlaces, notes);
    }

    /** The same with all notes of suspected guarding on a muscle and side taken back; they stay to be read. */
    public AthleteProfile withGuardingUndone(Muscle muscle, Side side) {
        List<GuardingNote> notes = guardingNotes.stream()
                .map(note -> note.muscle() == muscle && note.side() == side
                        ? new GuardingNote(muscle, side, note.date(), note.reason(), true)
                        : note)
                .toList();
        return copy(sex, contactAreaMm2, care, rampTests, algometerValues, tenderPlaces, notes);
    }

    /** The same with one more ceiling that somebody asked for; the last of a day counts. */
    public AthleteProfile withOrdered(OrderedCeiling ordered) {
        List<OrderedCeiling> ceilings = new ArrayList<>(orderedCeilings);
        ceilings.removeIf(old -> old.muscle() == ordered.muscle()
                && old.side() == ordered.side()
                && old.date().equals(ordered.date()));
        ceilings.add(ordered);
        return new AthleteProfile(
                athleteId,
                sex,
                contactAreaMm2,
                background,
                care,
                addedOn,
                rampTests,
                algometerValues,
                tenderPlaces,
                guardingNotes,
                ceilings);
    }

    private AthleteProfile copy(
            Sex otherSex,
            double otherAreaMm2,
            boolean otherCare,
            List<RampTest> otherTests,
            List<AlgometerValue> otherValues,
            List<TenderPlace> otherPlaces,
            List<GuardingNote> otherNotes) {
        return new AthleteProfile(
                athleteId,
                otherSex,
                otherAreaMm2,
                background,
                otherCare,
                addedOn,
                otherTests,
                otherValues,
                otherPlaces,
                otherNotes,
                orderedCeilings);
    }
}
