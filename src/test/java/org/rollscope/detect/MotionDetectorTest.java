package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.feature.FeatureFrames;

class MotionDetectorTest {
    private static final double RAD_PER_DEG = Math.PI / 180;

    private final MotionDetector motion = new MotionDetector(DetectorRun.SETTINGS.roll());
    private long timeUs = 5_000_000;

    private void last(double rateDegPerS, int durationMs) {
        long endUs = timeUs + durationMs * 1000L;
        for (; timeUs < endUs; timeUs += 10_000) {
            motion.accept(FeatureFrames.moving(timeUs, rateDegPerS * RAD_PER_DEG));
        }
    }

    @ParameterizedTest(name = "{0} degrees per second for {1} ms: moving {2}")
    @CsvSource({"4.9, 300, false", "5.1, 110, true", "5.1, 100, false", "100, 90, false"})
    void startsOnlyFastAndLongEnough(double rateDegPerS, int durationMs, boolean expected) {
        last(0, 1000);
        last(rateDegPerS, durationMs);
        assertEquals(expected, motion.moving());
    }

    @ParameterizedTest(name = "down to {0} degrees per second for {1} ms: moving {2}")
    @CsvSource({"3.4, 9000, true", "3.1, 160, false", "3.1, 150, true", "0, 160, false"})
    void stopsOnlySlowAndLongEnough(double rateDegPerS, int durationMs, boolean expected) {
        last(50, 1000);
        last(rateDegPerS, durationMs);
        assertEquals(expected, motion.moving());
    }

    /** What is usual in stillness, six times over, is what it takes to move; but never less than 5 nor more than 8. */
    @ParameterizedTest(name = "after rest at {0} degrees per second it takes {1}")
    @CsvSource({"0, 5", "0.7, 5", "1, 6", "1.2, 7.2", "1.9, 8"})
    void restlessStillnessRaisesTheThreshold(double restDegPerS, double expectedDegPerS) {
        last(restDegPerS, 60_000);
        assertEquals(expectedDegPerS, motion.onRateRadPerS() / RAD_PER_DEG, 0.03);
        assertFalse(motion.moving());
        last(0.95 * expectedDegPerS, 90);
        assertFalse(motion.moving());
        last(1.2 * expectedDegPerS, 500);
        assertTrue(motion.moving());
    }

    @Test
    void thresholdFallsQuicklyWhenItGetsQuietAndRisesSlowly() {
        last(1.2, 60_000);
        last(0.1, 3000);
        assertEquals(5, motion.onRateRadPerS() / RAD_PER_DEG, 0.01, "three seconds of quiet");
        last(1.2, 3000);
        assertTrue(motion.onRateRadPerS() / RAD_PER_DEG < 5.5, "three seconds of restlessness");
    }

    @Test
    void motionTeachesNothingAboutStillness() {
        last(0.2, 10_000);
        last(40, 60_000);
        assertEquals(5, motion.onRateRadPerS() / RAD_PER_DEG, 0.01);
    }

    @Test
    void onsetsAreTakenBackByWhatTheWindowAdds() {
        last(0, 1000);
        long startUs = timeUs;
        last(50, 50);
        assertTrue(motion.starting());
        assertEquals(startUs - 37_500, motion.startingSinceUs());
        last(50, 1000);
        assertFalse(motion.starting());
        assertEquals(startUs - 37_500, motion.sinceUs());
        long stopUs = timeUs;
        last(0, 1000);
        assertEquals(stopUs - 125_000, motion.sinceUs());
    }

    @Test
    void nothingBeginsBeforeTheSession() {
        MotionDetector fresh = new MotionDetector(DetectorRun.SETTINGS.roll());
        for (long atUs = 0; atUs < 1_000_000; atUs += 10_000) {
            fresh.accept(FeatureFrames.moving(atUs, 1));
        }
        assertEquals(0, fresh.sinceUs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheSlowAndObviousVersionSampleBySample(long seed) {
        Random random = new Random(seed);
        SlowMotionDetector slow = new SlowMotionDetector(DetectorRun.SETTINGS.roll());
        double levelDegPerS = 1;
        int turnCount = 0;
        boolean before = false;
        for (int index = 0; index < 20_000; index++) {
            if (random.nextInt(40) == 0) {
                levelDegPerS = Math.exp(3 * random.nextDouble() - 0.5);
            }
            timeUs += random.nextInt(200) == 0 ? 350_000 : 10_000;
            double rate = levelDegPerS * (0.8 + 0.4 * random.nextDouble()) * RAD_PER_DEG;
            motion.accept(FeatureFrames.moving(timeUs, rate));
            assertEquals(slow.accept(timeUs, rate), motion.moving(), "seed " + seed + " sample " + index);
            turnCount += motion.moving() == before ? 0 : 1;
            before = motion.moving();
        }
        assertTrue(turnCount > 50, "turns " + turnCount);
    }
}
