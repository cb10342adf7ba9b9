package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Figure SHARE = new Figure(
            "share_ratio",
            "share",
            Figure.Unit.RATIO,
            new Figure.Target(0.9, true),
            new Figure.Formula(sums -> sums.ratio(Tally.FORCE_RIGHT, Tally.FORCE_FRAME)));

    /** A session with a hundred frames, of which so many are right. */
    private static TrialOutcome session(double rightCount) {
        Sums sums = new Sums();
        sums.add(Tally.SESSION, 1);
        sums.add(Tally.FORCE_FRAME, 100);
        sums.add(Tally.FORCE_RIGHT, rightCount);
        return new TrialOutcome(Map.of("scenario", rightCount > 80 ? "easy" : "hard"), sums.keep());
    }

    /** Sessions whose true share is 0.8, with a spread between sessions that no count of frames would show. */
    private static List<TrialOutcome> sessions(Random random, int count) {
        List<TrialOutcome> sessions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            sessions.add(session(60 + 40 * random.nextDouble()));
        }
        return sessions;
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        Random random = new Random(11);
        int holdingCount = 0;
        int triedCount = 300;
        for (int index = 0; index < triedCount; index++) {
            Interval interval = new Bootstrap(200, index)
                    .intervals(sessions(random, 40), List.of(SHARE))
                    .get(0);
            holdingCount += interval.low() <= 0.8 && 0.8 <= interval.high() ? 1 : 0;
        }
        double ratio = (double) holdingCount / triedCount;
        System.out.println("BootstrapTest: intervals that hold the truth " + ratio);
        // 0.95 with a standard error of 0.013, and a little less because 40 sessions are few.
        assertTrue(ratio > 0.90 && ratio < 0.985, "share of intervals that hold the truth " + ratio);
    }

    @Test
    void sameSeedGivesTheSameIntervals() {
        List<TrialOutcome> sessions = sessions(new Random(3), 20);
        assertEquals(
                new Bootstrap(100, 9).intervals(sessions, List.of(SHARE)),
                new Bootstrap(100, 9).intervals(sessions, List.of(SHARE)));
    }

    @Test
    void equalSessionsLeaveNoDoubt() {
        Interval interval = new Bootstrap(50, 1)
                .intervals(List.of(session(70), session(70)), List.of(SHARE))
                .get(0);
        assertEquals(new Interval(0.7, 0.7, 0.7), interval);
    }

    @Test
    void whatWasNeverMeasuredHasNoIntervalAndMissesNothing() {
        TrialOutcome empty = new TrialOutcome(Map.of(), new Sums().keep());
        Interval interval =
                new Bootstrap(50, 1).intervals(List.of(empty), List.of(SHARE)).get(0);
        assertFalse(interval.isKnown());
        assertFalse(new Accuracy.Reading(SHARE, interval).isMissed());
    }

    @Test
    void differenceIsThatOfTheFigures() {
        Interval rise = new Bootstrap(100, 4)
                .difference(List.of(session(90), session(90)), List.of(session(70), session(70)), SHARE);
        assertEquals(0.2, rise.value(), 1e-12);
        assertEquals(0.2, rise.low(), 1e-12);
    }

    @Test
    void groupsAreToldApartAndMissedTargetsNamed() {
        Accuracy accuracy = new Accuracy(List.of(session(95), session(95), session(60)), 50);
        var byScenario = accuracy.groups().get("scenario");
        assertEquals(List.of("easy", "hard"), List.copyOf(byScenario.keySet()));
        String key = "force_within_10_percent_ratio";
        assertTrue(accuracy.missed().stream()
                .anyMatch(reading -> reading.figure().key().equals(key)));
        assertFalse(byScenario.get("easy").stream().anyMatch(Accuracy.Reading::isMissed));
        assertTrue(byScenario.get("hard").stream().anyMatch(Accuracy.Reading::isMissed));
    }
}
