package org.rollscope.feature;

/**
 * How well the floor's side agrees with the limb's over a session: the median of the floor's force over limb and roller.
 *
 * <p>Both sides feel the same load, so that half the pads check the other half at no cost. A median, because a leaning hand or a
 * wall spoils moments and not hours.
 *
 * <p><b>Source.</b> domain study 5.4: within 15 % daily. <b>Threads.</b> One; nothing is allocated per frame.
 */
public final class LobeAgreement {
    /** How far from 1 the median may lie before the pads should be looked at. */
    public static final double TOLERANCE_RATIO = 0.15;

    private static final double COMPARED_FROM_N = 60;
    private static final double BIN_RATIO = 0.01;
    /** Ratios of 0 to 2; what lies above falls into the last bin. */
    private static final int BIN_COUNT = 200;
    /** Frames below which nothing is said: ten seconds at 100 Hz. */
    private static final long FEWEST_FRAMES_COUNT = 1000;

    private final double rollerWeightN;
    private final long[] frameCount = new long[BIN_COUNT];
    private long sumCount;

    /**
     * Begins.
     *
     * @param rollerWeightN which the floor's side feels on top.
     */
    public LobeAgreement(double rollerWeightN) {
        this.rollerWeightN = rollerWeightN;
    }

    /** Takes in a frame; those without a load say nothing, nor do those of a tool under which nothing lies. */
    public void accept(FeatureFrame frame) {
        if (frame.contactForceN() > COMPARED_FROM_N && !Double.isNaN(frame.floorForceN())) {
            double ratio = frame.floorForceN() / (frame.contactForceN() + rollerWeightN);
            frameCount[(int) Math.min(BIN_COUNT - 1.0, ratio / BIN_RATIO)]++;
            sumCount++;
        }
    }

    /** The median, 1 when both sides agree; not a number before ten seconds of load. */
    public double medianRatio() {
        long seenCount = 0;
        for (int binIndex = 0; sumCount >= FEWEST_FRAMES_COUNT && binIndex < BIN_COUNT; binIndex++) {
            seenCount += frameCount[binIndex];
            if (2 * seenCount >= sumCount) {
                return (binIndex + 0.5) * BIN_RATIO;
            }
        }
        return Double.NaN;
    }

    /** Whether a median says that pads should be looked at. */
    public static boolean isDoubtful(double medianRatio) {
        return Math.abs(medianRatio - 1) > TOLERANCE_RATIO;
    }
}
