package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.frame.PadGeometry;

/** Scores of hand-made spans and tracks whose answers are known. */
class TrialScoreTest {
    private final FrameTrack track = new FrameTrack();
    private final Sums sums = new Sums();

    private void frame(long timeMs, boolean trueMoving, boolean foundMoving, double scoreRatio) {
        TruthFrame truth = new TruthFrame(1);
        truth.state(timeMs, trueMoving, false);
        track.add(truth, foundMoving, true, scoreRatio);
    }

    @ParameterizedTest(name = "found {0} ms late: right at once {1}, with tolerance {2} of 200")
    @CsvSource({"0, 200, 200", "100, 190, 200", "200, 180, 200", "300, 170, 190", "-300, 170, 190"})
    void motionMayBeFoundALittleLateOrEarly(long lateMs, int rightNowCount, int rightCount) {
        for (long timeMs = 0; timeMs < 2000; timeMs += 10) {
            frame(timeMs, timeMs >= 1000, timeMs >= 1000 + lateMs, 0);
        }
        track.scoreMotion(sums);
        assertEquals(200, sums.of(Tally.MOTION_FRAME));
        assertEquals(rightNowCount, sums.of(Tally.MOTION_RIGHT_NOW));
        // At 200 ms sharp the last frame of the tolerance still counts.
        assertEquals(rightCount, sums.of(Tally.MOTION_RIGHT), 1);
    }

    @Test
    void windowsAreCutFromEachContactAndTakeTheirHighestScore() {
        for (long timeMs = 0; timeMs < 60_000; timeMs += 10) {
            frame(timeMs, false, false, timeMs == 12_000 ? 0.9 : timeMs == 27_000 ? 0.4 : 0.1);
        }
        // From 5 to 38 s: windows from 5, 15 and 25 s; three seconds are left over.
        List<Span> contacts = List.of(new Span(5000, 38_000), new Span(50_000, 59_000));
        track.scoreWindows(sums, contacts, List.of(new Span(14_000, 14_500), new Span(24_800, 25_200)));
        Histogram guarded = sums.of(Spread.GUARDED_SCORE);
        assertEquals(1, guarded.total());
        assertEquals(0.9, guarded.percentile(1), 0.0011);
        assertEquals(0, sums.of(Spread.QUIET_SCORE).total(), "0.2 s of guarding is neither one nor the other");
        track.scoreWindows(sums, contacts, List.of());
        assertEquals(3, sums.of(Spread.QUIET_SCORE).total());
        assertEquals(0.4, sums.of(Spread.QUIET_SCORE).percentile(0.6), 0.0011);
    }

    @Test
    void releasesMatchTheNearestOnsetOnce() {
        List<Span> truth = List.of(new Span(10_000, 10_000), new Span(30_000, 30_000));
        List<Span> found = List.of(
                new Span(13_000, 13_000, 15_000), new Span(11_000, 11_000, 14_000), new Span(35_001, 35_001, 36_000));
        EventScore score = EventKind.RELEASE.score(truth, found);
        assertEquals(new EventScore(2, 3, 1, 2, 1000), score);
        assertTrue(EventKind.RELEASE.pairs(truth.get(0), found.get(0)));
    }

    @ParameterizedTest
    @CsvSource({"1000, 3000, true", "2000, 4000, true", "2001, 4000, false", "0, 8000, true", "0, 8001, false"})
    void boundariesAreMeasuredOnWhatOverlapsByHalf(long startMs, long endMs, boolean expected) {
        assertEquals(expected, EventKind.HOLD.pairs(new Span(0, 4000), new Span(startMs, endMs)));
    }

    @Test
    void falseAlarmsCountOverTheTimeOfContact() {
        sums.add(Tally.CONTACT_MS, 150_000);
        sums.add(EventKind.GUARDING, new EventScore(0, 2, 0, 2, 0));
        Figure figure = Figures.TARGETS.stream()
                .filter(one -> one.key().equals("guarding_false_per_5_min_count"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, figure.formula().of(sums), 1e-12);
    }

    /** Of three releases two have a hold that goes on for 5 s, and of these one is found. */
    @Test
    void releasesAtTheEndOfAHoldAreCountedApart() {
        List<Span> holds = List.of(new Span(0, 40_000), new Span(50_000, 90_000));
        List<Span> releases = List.of(new Span(20_000, 20_000), new Span(36_000, 36_000), new Span(80_000, 80_000));
        List<Span> found = List.of(new Span(21_000, 21_000, 24_000), new Span(36_000, 36_000, 39_000));
        TrialOutcome outcome = new TrialMeter(PadGeometry.REFERENCE)
                .finish(
                        Map.of(),
                        100_000,
                        kind -> kind == EventKind.HOLD ? holds : kind == EventKind.RELEASE ? releases : List.of(),
                        kind -> kind == EventKind.RELEASE ? found : List.of());
        Accuracy accuracy = new Accuracy(List.of(outcome), 10);
        assertEquals(
                0.5,
                accuracy.reading("release_recall_of_outlasted_ratio")
                        .orElseThrow()
                        .interval()
                        .value());
        assertEquals(
                2.0 / 3,
                accuracy.reading("release_recall_ratio")
                        .orElseThrow()
                        .interval()
                        .value());
    }
}
