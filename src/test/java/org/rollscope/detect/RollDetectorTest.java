package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrames;

class RollDetectorTest {
    /** Edges of these rolls are sharp; the 150 ms window blurs them, and half of it is taken off again. */
    private static final double EDGE_US = 100_000;

    private static FeatureFrames loaded() {
        return FeatureFrames.from(0).forMs(1000).limb(100, 30).forMs(2000);
    }

    @Test
    void rollStartsWithMotionUnderLoadAndEndsWithIt() {
        DetectorRun run = DetectorRun.of(loaded().speed(80).forMs(3000).speed(0).forMs(3000));
        RollerEvent roll = run.onlyEnded(EventType.ROLL);
        assertEquals(3_000_000, roll.startUs(), EDGE_US);
        assertEquals(6_000_000, roll.endUs(), EDGE_US);
        assertTrue(roll.declaredUs() - roll.startUs() <= 300_000, "known after the dwell");
        assertEquals(30, roll.evidence().meanPressureKpa(), 1e-9);
    }

    @Test
    void turningWithoutLoadIsNoRoll() {
        DetectorRun run = DetectorRun.of(
                FeatureFrames.from(0).forMs(1000).speed(80).forMs(5000).speed(0).forMs(3000));
        assertEquals(0, run.events.size(), run.text());
    }

    @Test
    void rollThatBeginsBeforeTheLimbComesDownCountsFromTheContact() {
        DetectorRun run = DetectorRun.of(FeatureFrames.from(0)
                .forMs(1000)
                .speed(80)
                .forMs(2000)
                .limb(100, 30)
                .forMs(2000)
                .speed(0)
                .forMs(3000));
        assertEquals(3_000_000, run.onlyEnded(EventType.ROLL).startUs());
    }

    @Test
    void limbThatIsLiftedWhileRollingEndsTheRoll() {
        DetectorRun run =
                DetectorRun.of(loaded().speed(80).forMs(3000).limb(0, 0).forMs(3000));
        // The contact is known to be gone half a second later; the roll ends no later than that.
        assertEquals(6_000_000, run.onlyEnded(EventType.ROLL).endUs(), 510_000);
    }

    /** Measured gaps are up to 0.13 s shorter than true ones: the window's tail, less what is taken off. */
    @ParameterizedTest(name = "a pause of {0} ms gives {1} rolls")
    @CsvSource({"200, 1", "500, 1", "800, 1", "900, 1", "990, 1", "1200, 2", "1500, 2", "2500, 2"})
    void gapsUnderASecondAreJoinedAndLongerOnesSplit(int pauseMs, int expectedCount) {
        DetectorRun run = DetectorRun.of(loaded().speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(pauseMs)
                .speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(3000));
        List<RollerEvent> rolls = run.ended(EventType.ROLL);
        assertEquals(expectedCount, rolls.size(), run.text());
        assertEquals(7_000_000 + pauseMs * 1000L, rolls.get(rolls.size() - 1).endUs(), EDGE_US);
        if (expectedCount == 2) {
            assertEquals(5_000_000, rolls.get(0).endUs(), EDGE_US);
            assertEquals(5_000_000 + pauseMs * 1000L, rolls.get(1).startUs(), EDGE_US);
        }
    }

    /** 30 ms at 7 mm/s lift the window's root mean square only to half of the limit, whatever the window still holds of them. */
    @Test
    void twitchAfterARollDoesNotHoldItOpen() {
        DetectorRun run = DetectorRun.of(loaded().speed(80)
                .forMs(2000)
                .speed(0)
                .forMs(900)
                .speed(7)
                .forMs(30)
                .speed(0)
                .forMs(5000));
        assertEquals(5_000_000, run.onlyEnded(EventType.ROLL).endUs(), EDGE_US);
    }

    @Test
    void strokesAreCutAtTheTurns() {
        FeatureFrames frames = loaded();
        for (int pairIndex = 0; pairIndex < 3; pairIndex++) {
            frames.speed(100).forMs(1000).speed(-100).forMs(1000);
        }
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        List<RollerEvent> strokes = run.ended(EventType.STROKE);
        assertEquals(6, strokes.size(), run.text());
        for (int strokeIndex = 0; strokeIndex < 6; strokeIndex++) {
            RollerEvent.StrokeCompleted stroke = (RollerEvent.StrokeCompleted) strokes.get(strokeIndex);
            double expectedMm = strokeIndex % 2 == 0 ? 100 : -100;
            // The turn falls between two frames that are 1 mm apart.
            assertEquals(expectedMm, stroke.strokeLengthMm(), 2, "stroke " + strokeIndex);
            assertEquals(3_000_000 + 1_000_000L * (strokeIndex + 1), stroke.endUs(), 20_000);
            assertEquals(100, stroke.meanSpeedMmPerS(), 9, "the first one's onset is known to 0.1 s");
        }
        RollerEvent roll = run.onlyEnded(EventType.ROLL);
        assertEquals(strokes.get(0).startUs(), roll.startUs());
        assertTrue(strokes.get(5).endUs() <= roll.endUs());
    }

    @Test
    void wiggleThatTurnsBackLessThanTheLimitCutsNothing() {
        FeatureFrames frames = loaded().speed(100).forMs(600);
        frames.speed(-100).forMs(160).speed(100).forMs(560);
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        assertEquals(100, ((RollerEvent.StrokeCompleted) run.onlyEnded(EventType.STROKE)).strokeLengthMm(), 2);
    }

    @Test
    void turnOfMoreThanTheLimitCuts() {
        FeatureFrames frames = loaded().speed(100).forMs(600);
        frames.speed(-100).forMs(210).speed(100).forMs(610);
        DetectorRun run = DetectorRun.of(frames.speed(0).forMs(3000));
        assertEquals(3, run.ended(EventType.STROKE).size(), run.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 190})
    void shortStrokesAreDropped(int strokeMs) {
        DetectorRun run = DetectorRun.of(loaded().speed(100)
                .forMs(strokeMs)
                .speed(-100)
                .forMs(strokeMs)
                .speed(0)
                .forMs(3000));
        assertEquals(0, run.ended(EventType.STROKE).size(), run.text());
    }

    @Test
    void strokeThatIsUnderWayAtTheEndIsTold() {
        DetectorRun run = DetectorRun.of(loaded().speed(100).forMs(800)).finish(3_790_000);
        assertEquals(80, ((RollerEvent.StrokeCompleted) run.onlyEnded(EventType.STROKE)).strokeLengthMm(), 2);
        assertEquals(3_790_000, run.onlyEnded(EventType.ROLL).endUs());
    }
}
