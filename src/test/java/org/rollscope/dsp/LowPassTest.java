package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowPassTest {
    /** Gain for a sine, from the sums against sine and cosine over whole periods once the filter has settled. */
    private static double gain(double cutoffHz, double rateHz, double toneHz) {
        LowPass filter = new LowPass(cutoffHz, rateHz);
        int settleCount = (int) (20 * rateHz / cutoffHz);
        int measureCount = (int) Math.round(40 * rateHz / toneHz);
        double sineSum = 0;
        double cosineSum = 0;
        for (int index = 0; index < settleCount + measureCount; index++) {
            double phase = 2 * Math.PI * toneHz * index / rateHz;
            double y = filter.next(Math.sin(phase));
            if (index >= settleCount) {
                sineSum += y * Math.sin(phase);
                cosineSum += y * Math.cos(phase);
            }
        }
        return 2 * Math.hypot(sineSum, cosineSum) / measureCount;
    }

    @ParameterizedTest
    @CsvSource({"4, 100", "5, 100", "5, 200", "20, 100", "0.5, 50"})
    void powerIsHalvedAtTheCutoffAndFallsOffBeyond(double cutoffHz, double rateHz) {
        assertEquals(Math.sqrt(0.5), gain(cutoffHz, rateHz, cutoffHz), 0.005);
        assertEquals(1, gain(cutoffHz, rateHz, cutoffHz / 10), 0.005);
        // Second order: a decade is worth a hundred, and the bilinear transform only adds to that.
        if (cutoffHz * 10 < rateHz / 2) {
            assertTrue(gain(cutoffHz, rateHz, cutoffHz * 10) < 0.0101);
        }
    }

    @Test
    void startsInTheSteadyStateOfItsFirstSample() {
        LowPass filter = new LowPass(4, 100);
        for (int index = 0; index < 200; index++) {
            assertEquals(123.4, filter.next(123.4), 1e-9);
        }
        filter.reset();
        assertEquals(-7, filter.next(-7), 1e-12);
        assertEquals(-7, filter.next(-7), 1e-12);
    }

    @Test
    void stepSettlesWithLittleOvershoot() {
        LowPass filter = new LowPass(4, 100);
        filter.next(0);
        double highest = 0;
        double y = 0;
        for (int index = 0; index < 100; index++) {
            y = filter.next(1);
            highest = Math.max(highest, y);
        }
        assertEquals(1, y, 1e-4);
        assertEquals(1.043, highest, 0.01, "4.3 %, as for any second-order Butterworth filter");
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "-1, 100", "50, 100", "NaN, 100"})
    void impossibleCutoffIsRefused(double cutoffHz, double rateHz) {
        assertThrows(IllegalArgumentException.class, () -> new LowPass(cutoffHz, rateHz));
    }
}
