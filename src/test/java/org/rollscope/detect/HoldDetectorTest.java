package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.frame.Quality;

class HoldDetectorTest {
    /** As for rolls: sharp edges, blurred by the 300 ms window. */
    private static final double EDGE_US = 100_000;

    /** Loaded from 1 s on. */
    private static FeatureFrames held(int durationMs) {
        return FeatureFrames.from(0).forMs(1000).limb(100, 30).forMs(durationMs);
    }

    @Test
    void holdIsKnownAfterThreeSecondsAndCountsFromItsOnset() {
        RollerEvent hold = DetectorRun.of(held(3010)).onlyBegun(EventType.HOLD);
        assertEquals(1_000_000, hold.startUs());
        assertEquals(4_000_000, hold.declaredUs());
        assertEquals(30, hold.evidence().meanPressureKpa(), 1e-9);
    }

    @Test
    void shorterThanThreeSecondsIsNone() {
        assertEquals(0, DetectorRun.of(held(3000)).of(EventType.HOLD).size());
    }

    @Test
    void holdThatIsOverBeforeThreeSecondsIsNoneEvenWhereItsEndIsKnownLater() {
        DetectorRun moved =
                DetectorRun.of(held(2900).speed(80).forMs(1000).speed(0).forMs(2000));
        assertEquals(0, moved.of(EventType.HOLD).size(), moved.text());
        DetectorRun lifted = DetectorRun.of(held(2900).lifted().forMs(2000));
        assertEquals(0, lifted.of(EventType.HOLD).size(), lifted.text());
    }

    @ParameterizedTest(name = "{0} kPa under a ceiling of {1} kPa: {2}")
    @CsvSource({"14.9, 50, false", "15.1, 50, true", "7.9, 20, false", "8.1, 20, true", "8.1, 50, false"})
    void holdNeedsEightKilopascalAndAThirdOfTheCeiling(double pressureKpa, double ceilingKpa, boolean expected) {
        DetectorRun run = DetectorRun.of(
                FeatureFrames.from(0)
                        .forMs(1000)
                        .limb(100, pressureKpa)
                        .forMs(5000)
                        .list(),
                ceilingKpa);
        assertEquals(expected, !run.begun(EventType.HOLD).isEmpty());
    }

    @Test
    void holdNeedsContact() {
        DetectorRun run =
                DetectorRun.of(FeatureFrames.from(0).limb(100, 30).floor(0).forMs(10_000));
        assertEquals(0, run.events.size(), run.text());
    }

    /** A session that ends before the second is over in which a load may come back: what is known is when it went. */
    @Test
    void aHoldThatHadLostItsLoadWhenTheSessionEndedIsOverSinceThen() {
        DetectorRun run = DetectorRun.of(held(5000).limb(20, 3).forMs(700)).finish(6_690_000);
        assertEquals(6_000_000, run.onlyEnded(EventType.HOLD).endUs(), 10_000);
    }

    @Test
    void motionEndsAHold() {
        DetectorRun run = DetectorRun.of(held(5000).speed(20).forMs(3000));
        assertEquals(6_000_000, run.onlyEnded(EventType.HOLD).endUs(), EDGE_US);
        assertEquals(Activity.ROLLING, run.chain.activity());
    }

    @Test
    void fastStrokeEndsAHoldOnceAndAtItsOnset() {
        DetectorRun run =
                DetectorRun.of(held(5000).speed(300).forMs(700).speed(0).forMs(5000));
        List<RollerEvent> holds = run.of(EventType.HOLD);
        assertEquals(3, holds.size(), run.text());
        assertEquals(6_000_000, holds.get(1).endUs(), EDGE_US);
        assertEquals(6_700_000, holds.get(2).startUs(), EDGE_US);
    }

    @Test
    void unloadingEndsAHoldAtItsOnset() {
        DetectorRun run = DetectorRun.of(held(5000).lifted().forMs(2000));
        assertEquals(6_000_000, run.onlyEnded(EventType.HOLD).endUs());
    }

    @ParameterizedTest(name = "{0} kPa for {1} ms: ended {2}")
    @CsvSource({"10, 1000, false", "10, 1010, true", "14.5, 20000, false", "14.2, 1010, true"})
    void lossOfPressureEndsAHoldOnlyAfterASecond(double pressureKpa, int lowMs, boolean expected) {
        DetectorRun run = DetectorRun.of(
                held(5000).limb(60, pressureKpa).forMs(lowMs).limb(100, 30).forMs(500));
        assertEquals(expected, !run.ended(EventType.HOLD).isEmpty(), run.text());
        if (expected) {
            assertEquals(6_000_000, run.onlyEnded(EventType.HOLD).endUs());
        }
    }

    @ParameterizedTest(name = "creeping {0} ms at 3 mm/s: ended {1}")
    @CsvSource({"8000, false", "8500, true"})
    void creepingAwayByMoreThanTheLimitEndsAHold(int creepMs, boolean expected) {
        DetectorRun run = DetectorRun.of(held(5000).speed(3).forMs(creepMs));
        assertEquals(expected, !run.ended(EventType.HOLD).isEmpty(), run.text());
        if (expected) {
            // 25 mm at 3 mm/s, counted from where the limb lay.
            assertEquals(
                    6_000_000 + 25_000_000 / 3.0, run.onlyEnded(EventType.HOLD).endUs(), 30_000);
        }
    }

    @Test
    void swayThatComesBackEndsNothing() {
        FeatureFrames frames = held(5000);
        for (int swayIndex = 0; swayIndex < 10; swayIndex++) {
            frames.speed(3).forMs(2000).speed(-3).forMs(4000).speed(3).forMs(2000);
        }
        DetectorRun run = DetectorRun.of(frames);
        assertEquals(0, run.ended(EventType.HOLD).size(), run.text());
    }

    @Test
    void twitchShorterThanTheDwellEndsNothing() {
        // 20 ms of motion stay in the 150 ms window for 170 ms in all, but weakly.
        DetectorRun run = DetectorRun.of(held(5000).speed(8).forMs(20).speed(0).forMs(2000));
        assertEquals(0, run.ended(EventType.HOLD).size(), run.text());
    }

    @Test
    void holdGrowsOnTheClockWhileItLasts() {
        DetectorRun run = DetectorRun.of(held(10_000));
        assertEquals(9990, run.chain.holdMs());
        assertEquals(Activity.HOLD, run.chain.activity());
        assertEquals(0, DetectorRun.of(held(2000)).chain.holdMs());
    }

    @Test
    void silentImuLowersConfidence() {
        FeatureFrames frames =
                held(2500).flags(Quality.IMU_INVALID_FLAGS).forMs(2500).lifted().forMs(1000);
        double confidenceRatio =
                DetectorRun.of(frames).onlyEnded(EventType.HOLD).evidence().confidenceRatio();
        assertTrue(confidenceRatio > 0.3 && confidenceRatio < 0.6, "was " + confidenceRatio);
    }
}
