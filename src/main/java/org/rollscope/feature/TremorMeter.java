package org.rollscope.feature;

import org.rollscope.dsp.BandPass;
import org.rollscope.dsp.SteadyRms;

/**
 * Measures the trembling of 5 to 13 Hz under a limb, per force: what gyroscope, accelerometer and pads feel of it.
 *
 * <p>The three are joined by their geometric mean, so that none needs a scale; only ratios of the result mean something. A
 * roller that vibrates by itself hides tremor from the IMU: then the pads alone are heard. Single knocks, as steps beside the
 * roller, do not count.
 *
 * <p><b>Source.</b> domain study sections 4.2 and 9.1. <b>Threads.</b> One.
 */
final class TremorMeter {
    private static final double LOW_HZ = 5;
    private static final double HIGH_HZ = 13;
    private static final double WINDOW_S = 0.1;
    private static final int WINDOW_COUNT = 15;
    /** Force from which on a tremor can be told. */
    private static final double LEAST_FORCE_N = 20;
    /** Scales that make the three about equal to 1 for a calm limb; they do not matter in a ratio. */
    private static final double USUAL_RAD_PER_S_PER_N = 2e-5;

    private static final double USUAL_M_PER_S2_PER_N = 1.5e-4;
    private static final double USUAL_RATIO = 0.003;

    private final double vibrationMPerS2;
    private final BandPass rateBand;
    private final BandPass accelBand;
    private final BandPass forceBand;
    private final SteadyRms rateRms;
    private final SteadyRms accelRms;
    private final SteadyRms forceRms;
    private final SteadyRms shakeRms;
    private double lastMPerS2;

    /**
     * Lays out the filters.
     *
     * @param rateHz frames per second, 50 or more.
     * @param vibrationMPerS2 change of acceleration from frame to frame from which on the roller vibrates by itself.
     */
    TremorMeter(int rateHz, double vibrationMPerS2) {
        this.vibrationMPerS2 = vibrationMPerS2;
        rateBand = new BandPass(LOW_HZ, HIGH_HZ, rateHz);
        accelBand = new BandPass(LOW_HZ, HIGH_HZ, rateHz);
        forceBand = new BandPass(LOW_HZ, HIGH_HZ, rateHz);
        int windowCount = (int) Math.max(1, Math.round(WINDOW_S * rateHz));
        rateRms = new SteadyRms(windowCount, WINDOW_COUNT);
        accelRms = new SteadyRms(windowCount, WINDOW_COUNT);
        forceRms = new SteadyRms(windowCount, WINDOW_COUNT);
        shakeRms = new SteadyRms(windowCount, WINDOW_COUNT);
    }

    /**
     * Takes in a frame.
     *
     * @param rateRadPerS turn rate about the axis.
     * @param accelMPerS2 magnitude of the acceleration.
     * @param forceN force of the limb, not smoothed.
     * @param smoothForceN the same, smoothed.
     * @return trembling per force, of no meaning but in ratios; 0 where it cannot be told.
     */
    double next(double rateRadPerS, double accelMPerS2, double forceN, double smoothForceN) {
        double rate = rateRms.next(rateBand.next(rateRadPerS));
        double accel = accelRms.next(accelBand.next(accelMPerS2));
        double shake = shakeRms.next(accelMPerS2 - lastMPerS2);
        lastMPerS2 = accelMPerS2;
        double relative = smoothForceN > LEAST_FORCE_N ? forceN / smoothForceN : 1;
        double force = forceRms.next(forceBand.next(relative));
        if (smoothForceN <= LEAST_FORCE_N || rate <= 0 || accel <= 0 || force <= 0) {
            return 0;
        }
        double fromPads = force / USUAL_RATIO;
        if (shake > vibrationMPerS2) {
            return fromPads;
        }
        double fromRate = rate / smoothForceN / USUAL_RAD_PER_S_PER_N;
        double fromAccel = accel / smoothForceN / USUAL_M_PER_S2_PER_N;
        return StrictMath.cbrt(fromPads * fromRate * fromAccel);
    }

    /** Forgets the past. */
    void reset() {
        rateBand.reset();
        accelBand.reset();
        forceBand.reset();
        rateRms.reset();
        accelRms.reset();
        forceRms.reset();
        shakeRms.reset();
    }
}
