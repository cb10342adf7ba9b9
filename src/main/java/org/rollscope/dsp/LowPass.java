package org.rollscope.dsp;

/**
 * A second-order Butterworth low-pass, started in the steady state of its first sample.
 *
 * <p><b>Source.</b> Bilinear transform with pre-warping, as in any text on digital filters.
 */
public final class LowPass {
    private final double b0;
    private final double a1;
    private final double a2;
    private double state1;
    private double state2;
    private boolean started;

    /**
     * Lays out the filter.
     *
     * @param cutoffHz where power is halved, over 0 and under half of rateHz.
     * @param rateHz samples per second.
     */
    public LowPass(double cutoffHz, double rateHz) {
        if (!(cutoffHz > 0 && cutoffHz < rateHz / 2)) {
            throw new IllegalArgumentException(
                    "cutoffHz must be over 0 and under half of " + rateHz + " Hz, was " + cutoffHz);
        }
        double k = StrictMath.tan(Math.PI * cutoffHz / rateHz);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        b0 = k * k * norm;
        a1 = 2 * (k * k - 1) * norm;
        a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
    }

    /** Takes in a sample and gives the smoothed value. */
    public double next(double x) {
        if (!started) {
            started = true;
            state1 = x * (1 - b0);
            state2 = x * (b0 - a2);
        }
        // Transposed direct form II.
        double y = b0 * x + state1;
        state1 = 2 * b0 * x - a1 * y + state2;
        state2 = b0 * x - a2 * y;
        return y;
    }

    /** Forgets the past: the next sample starts a new steady state. */
    public void reset() {
        started = false;
    }
}
