package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.dsp.SlowBandPass;
import org.rollscope.dsp.SlowSteadyRms;

class TremorMeterTest {
    private static final double VIBRATION_M_PER_S2 = 1;

    /** The meter as one would explain it. Slow. */
    private static final class SlowTremorMeter {
        private final SlowBandPass rateBand = new SlowBandPass(5, 13, 100);
        private final SlowBandPass accelBand = new SlowBandPass(5, 13, 100);
        private final SlowBandPass forceBand = new SlowBandPass(5, 13, 100);
        private final SlowSteadyRms rateRms = new SlowSteadyRms(10, 15);
        private final SlowSteadyRms accelRms = new SlowSteadyRms(10, 15);
        private final SlowSteadyRms forceRms = new SlowSteadyRms(10, 15);
        private final SlowSteadyRms shakeRms = new SlowSteadyRms(10, 15);
        private double before;

        double next(double rate, double accel, double force, double smooth) {
            boolean loaded = smooth > 20;
            double fromRate = rateRms.next(rateBand.next(rate)) / 2e-5 / smooth;
            double fromAccel = accelRms.next(accelBand.next(accel)) / 1.5e-4 / smooth;
            double fromPads = forceRms.next(forceBand.next(loaded ? force / smooth : 1)) / 0.003;
            boolean vibrates = shakeRms.next(accel - before) > VIBRATION_M_PER_S2;
            before = accel;
            if (!loaded || !(fromRate > 0) || !(fromAccel > 0) || !(fromPads > 0)) {
                return 0;
            }
            return vibrates ? fromPads : Math.exp((Math.log(fromPads) + Math.log(fromRate) + Math.log(fromAccel)) / 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"guarder, 3", "vibrating, 4", "hurried, 5"})
    void givesWhatTheSlowOneGivesOnRecordedSessions(String scenario, long seed) {
        TremorMeter shipped = new TremorMeter(100, VIBRATION_M_PER_S2);
        SlowTremorMeter slow = new SlowTremorMeter();
        int[] toldCount = new int[1];
        RecordedFeatures.play(scenario, seed, 45, (calibrated, features) -> {
            double[] accel = calibrated.accelMPerS2();
            double accelMPerS2 = Math.sqrt(accel[0] * accel[0] + accel[1] * accel[1] + accel[2] * accel[2]);
            // Limb and floor bear the same.
            double forceN = Arrays.stream(calibrated.padForceN()).sum() / 2;
            double rate = features.rollRateRadPerS();
            double expected = slow.next(rate, accelMPerS2, forceN, features.contactForceN());
            double found = shipped.next(rate, accelMPerS2, forceN, features.contactForceN());
            // What rounding leaves of a constant is no tremor.
            assertEquals(expected, found, 1e-5 + 1e-7 * expected, "at " + features.timeUs());
            toldCount[0] += found > 0 ? 1 : 0;
        });
        assertTrue(toldCount[0] > 2000, "told " + toldCount[0]);
    }

    /** Trembling of 9 Hz about a force of 200 N; the accelerometer feels it three times as much as usual. */
    private static double trembling(double sizeRatio, double shakeMPerS2) {
        TremorMeter meter = new TremorMeter(100, VIBRATION_M_PER_S2);
        double last = 0;
        for (int index = 0; index < 600; index++) {
            double wave = sizeRatio * Math.sin(2 * Math.PI * 9 * index / 100);
            double shake = shakeMPerS2 * (index % 2 == 0 ? 1 : -1);
            last = meter.next(0.004 * wave, 9.8 + 0.09 * wave + shake, 200 * (1 + 0.003 * wave), 200);
        }
        return last;
    }

    @Test
    void isInProportionToTheTremblingAndDeafToTheImuWhileTheRollerVibrates() {
        double calm = trembling(1, 0);
        assertEquals(2 * calm, trembling(2, 0), 1e-6);
        assertEquals(trembling(1, 5) * 2, trembling(2, 5), 1e-6);
    }

    /** The acceleration changes by twice the shaking from frame to frame. */
    @Test
    void vibrationCountsFromItsSettingOn() {
        assertEquals(trembling(1, 5), trembling(1, 0.55), 1e-6);
        assertTrue(Math.abs(trembling(1, 5) / trembling(1, 0.45) - 1) > 0.01);
    }

    @Test
    void saysNothingOfALightTouch() {
        TremorMeter meter = new TremorMeter(100, VIBRATION_M_PER_S2);
        for (int index = 0; index < 600; index++) {
            assertEquals(0, meter.next(Math.sin(index), 9.8 + Math.sin(index), 19 + Math.sin(index), 19));
        }
    }
}
