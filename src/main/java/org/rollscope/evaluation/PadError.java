package org.rollscope.evaluation;

/**
 * Error of one pad: a share of its force, and a little that is there without any.
 *
 * @param shareRatio standard error as a share of the force.
 * @param noiseN standard error besides.
 */
record PadError(double shareRatio, double noiseN) {
    /** A calibrated pad, whose gain, loop and drift are not known any better: domain study 5.4. */
    static final PadError CALIBRATED = new PadError(0.07, 0.3);
    /**
     * A mean over one second against the same pad earlier in the same hold, where gains cancel: what is left in a ratio by
     * domain study 9.4, and a tenth of a newton for the converter.
     */
    static final PadError WITHIN_HOLD = new PadError(0.012, 0.1);

    /** Variance of a pad's reading. */
    double varianceN2(double forceN) {
        double share = shareRatio * forceN;
        return share * share + noiseN * noiseN;
    }
}
