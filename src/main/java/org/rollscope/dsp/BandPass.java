package org.rollscope.dsp;

/**
 * A band-pass: two second-order Butterworth low-passes in a row, and of the rest what two more leave over, started in the steady
 * state of the first sample, which gives zero.
 *
 * <p>What a low-pass leaves over is no Butterworth high-pass: it falls with the frequency itself, not with its square, and is larger
 * than 1 above its edge. A band of 5 to 13 Hz passes 8 Hz by 1.37, 2 Hz by 0.33 and 0.5 Hz by 0.02.
 *
 * <p><b>Source.</b> Bilinear transform with pre-warping, as in any text on digital filters.
 */
public final class BandPass {
    private final LowPass upperOnce;
    private final LowPass upperTwice;
    private final LowPass lowerOnce;
    private final LowPass lowerTwice;

    /**
     * Lays out the filter.
     *
     * @param lowHz lower edge, over 0.
     * @param highHz upper edge, under half of rateHz.
     * @param rateHz samples per second.
     */
    public BandPass(double lowHz, double highHz, double rateHz) {
        upperOnce = new LowPass(highHz, rateHz);
        upperTwice = new LowPass(highHz, rateHz);
        lowerOnce = new LowPass(lowHz, rateHz);
        lowerTwice = new LowPass(lowHz, rateHz);
    }

    /** Takes in a sample and gives what of it lies in the band. */
    public double next(double x) {
        double smooth = upperTwice.next(upperOnce.next(x));
        double once = smooth - lowerOnce.next(smooth);
        return once - lowerTwice.next(once);
    }

    /** Forgets the past. */
    public void reset() {
        upperOnce.reset();
        upperTwice.reset();
        lowerOnce.reset();
        lowerTwice.reset();
    }
}
