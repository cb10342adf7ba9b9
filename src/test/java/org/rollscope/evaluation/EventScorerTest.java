package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventScorerTest {
    private final EventScorer scorer = new EventScorer(500);

    private static Span span(long startMs, long endMs) {
        return new Span(startMs, endMs);
    }

    @ParameterizedTest
    @CsvSource({"1000, 5000, 1", "500, 5500, 1", "1500, 4500, 1", "499, 5000, 0", "1000, 5501, 0"})
    void bothBoundariesMustLieWithinTheTolerance(long startMs, long endMs, int expectedCount) {
        EventScore score = scorer.boundaries(List.of(span(1000, 5000)), List.of(span(startMs, endMs)));
        assertEquals(expectedCount, score.matchedCount());
        assertEquals(1 - expectedCount, score.falseCount());
    }

    @Test
    void eachFoundEventMatchesOneTrueOneAtMost() {
        EventScore score = scorer.boundaries(
                List.of(span(1000, 5000), span(1100, 5100)), List.of(span(1050, 5050), span(9000, 9900)));
        assertEquals(new EventScore(2, 2, 1, 1, 50), score);
        assertEquals(0.5, score.precisionRatio());
        assertEquals(0.5, score.recallRatio());
        assertEquals(0.5, score.f1Ratio());
        assertEquals(50, score.meanBoundaryErrorMs());
    }

    @Test
    void eventFoundTwiceIsOnceFalse() {
        EventScore score = scorer.boundaries(List.of(span(1000, 5000)), List.of(span(1000, 5000), span(1010, 5010)));
        assertEquals(new EventScore(1, 2, 1, 1, 0), score);
        assertEquals(2 / 3.0, score.f1Ratio(), 1e-12);
    }

    @Test
    void alarmsNeedOnlyTouch() {
        EventScore score = scorer.alarms(
                List.of(span(1000, 2000), span(5000, 6000), span(20_000, 21_000)),
                List.of(span(2400, 3000), span(5100, 5200), span(5600, 9000), span(30_000, 31_000)));
        assertEquals(new EventScore(3, 4, 2, 1, 1400 + 100), score);
        assertEquals(0.75, score.precisionRatio());
    }

    @Test
    void alarmJustBeyondTheToleranceIsFalse() {
        assertEquals(
                new EventScore(1, 1, 0, 1, 0), scorer.alarms(List.of(span(1000, 2000)), List.of(span(2501, 3000))));
    }

    @Test
    void nothingToFindAndNothingFoundIsPerfect() {
        EventScore score = scorer.boundaries(List.of(), List.of());
        assertEquals(EventScore.NONE, score);
        assertEquals(1, score.f1Ratio());
        assertEquals(0, score.meanBoundaryErrorMs());
    }

    @Test
    void everythingMissedIsZeroAndNoError() {
        EventScore score = scorer.boundaries(List.of(span(0, 1)), List.of(span(9000, 9001)));
        assertEquals(0, score.f1Ratio());
    }

    @Test
    void scoresAddUp() {
        EventScore sum = new EventScore(1, 2, 1, 1, 40).plus(new EventScore(3, 3, 3, 0, 60));
        assertEquals(new EventScore(4, 5, 4, 1, 100), sum);
        assertEquals(25, sum.meanBoundaryErrorMs());
    }
}
