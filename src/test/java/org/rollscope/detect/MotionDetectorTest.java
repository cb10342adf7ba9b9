package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"4.9, 5000, false", "5.1, 210, true", "5.1, 200, false", "100, 190, false", "3.5, 5000, false"})
    void startsOnlyFastAndLongEnough(double rateDegPerS, int durationMs, boolean expected) {
        last(0, 1000);
        last(rateDegPerS, durationMs);
        assertEquals(expected, motion.moving());
    }

    @ParameterizedTest(name = "down to {0} degrees per second for {1} ms: moving {2}")
    @CsvSource({"3.1, 9000, true", "2.9, 410, false", "2.9, 400, true", "0, 410, false"})
    void stopsOnlySlowAndLongEnough(double rateDegPerS, int durationMs, boolean expected) {
        last(50, 1000);
        last(rateDegPerS, durationMs);
        assertEquals(expected, motion.moving());
    }

    @Test
    void onsetsAreTakenBackByWhatTheWindowAdds() {
        last(0, 1000);
        long startUs = timeUs;
        last(50, 100);
        assertTrue(motion.starting());
        assertEquals(startUs - 75_000, motion.startingSinceUs());
        last(50, 1000);
        assertFalse(motion.starting());
        assertEquals(startUs - 75_000, motion.sinceUs());
        long stopUs = timeUs;
        last(0, 1000);
        assertEquals(stopUs - 250_000, motion.sinceUs());
    }

    @Test
    void nothingBeginsBeforeTheSession() {
        MotionDetector fresh = new MotionDetector(DetectorRun.SETTINGS.roll());
        for (long atUs = 0; atUs < 1_000_000; atUs += 10_000) {
            fresh.accept(FeatureFrames.moving(atUs, 1));
        }
        assertEquals(0, fresh.sinceUs());
    }
}
