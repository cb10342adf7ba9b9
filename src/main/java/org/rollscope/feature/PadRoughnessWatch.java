package org.rollscope.feature;

import java.util.Arrays;
import org.rollscope.frame.PadGeometry;

/**
 * Finds pads that float: their readings jump from frame to frame far beyond the converter's noise while the pads around
 * them stay calm, loaded or not.
 *
 * <p>Measured by the second difference of the force, which a contact that moves steadily does not have. <b>Threads.</b> One.
 */
final class PadRoughnessWatch {
    /** Weight of a new frame in the means, 0.5 s at 100 Hz. */
    private static final double NEW_RATIO = 0.02;
    /** Frames until the means mean something. */
    private static final int SETTLED_FRAME_COUNT = 50;
    /** What is borne: a floor, a share of the load for the converter's noise, which grows with it, and neighbours' unrest. */
    private static final double BORNE_N = 1;

    private static final double BORNE_OF_LOAD_RATIO = 0.06;
    private static final double BORNE_OF_NEIGHBOURS_RATIO = 2;
    /**
     * Unrest of the whole roller, as of one that vibrates, by the pad's share of the load. A loaded pad shows several times its
     * share: shaken by over a newton it goes round its hysteresis loop. Sound pads of 24 vibrating rollers reach 0.7 of what is borne.
     */
    private static final double BORNE_OF_ALL_RATIO = 6;
    /** Clean sessions reach 0.53 of what is borne, and a floating input with a swing of 100 mV 1.2. */
    private static final double CALM_BELOW_RATIO = 0.5;

    private final PadGeometry geometry;
    private final int[] afterIndex;
    private final int[] beforeIndex;
    private final double[] lastN;
    private final double[] lastStepN;
    private final double[] roughN;
    private final double[] meanN;
    private final double[] restRoughN;
    private final double[] secondStepN;
    private final boolean[] floating;
    private double meanSumN;
    private int runFrameCount;
    private int seenFrameCount;

    PadRoughnessWatch(PadGeometry geometry) {
        this.geometry = geometry;
        afterIndex = new int[geometry.padCount()];
        beforeIndex = new int[geometry.padCount()];
        for (int padIndex = 0; padIndex < afterIndex.length; padIndex++) {
            int columnCount = geometry.columnCount();
            int columnIndex = geometry.columnIndex(padIndex);
            int rowStart = padIndex - columnIndex;
            afterIndex[padIndex] = rowStart + (columnIndex + 1) % columnCount;
            beforeIndex[padIndex] = rowStart + (columnIndex + columnCount - 1) % columnCount;
        }
        lastN = new double[geometry.padCount()];
        lastStepN = new double[geometry.padCount()];
        roughN = new double[geometry.padCount()];
        meanN = new double[geometry.padCount()];
        restRoughN = new double[geometry.padCount()];
        secondStepN = new double[geometry.padCount()];
        floating = new boolean[geometry.padCount()];
    }

    void restart() {
        runFrameCount = 0;
        seenFrameCount = 0;
        Arrays.fill(roughN, 0);
        Arrays.fill(meanN, 0);
        Arrays.fill(restRoughN, 0);
    }

    /**
     * Takes in a frame.
     *
     * @param padForceN force on each tile.
     * @param follows whether the frame before was the tick before; a difference over a hole says nothing.
     */
    void accept(double[] padForceN, boolean follows) {
        runFrameCount = follows ? Math.min(3, runFrameCount + 1) : 1;
        boolean measurable = runFrameCount == 3;
        seenFrameCount += measurable && seenFrameCount < SETTLED_FRAME_COUNT ? 1 : 0;
        double secondSumN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double stepN = padForceN[padIndex] - lastN[padIndex];
            secondStepN[padIndex] = stepN - lastStepN[padIndex];
            secondSumN += secondStepN[padIndex];
            if (measurable) {
                roughN[padIndex] += NEW_RATIO * (Math.abs(secondStepN[padIndex]) - roughN[padIndex]);
                meanN[padIndex] += NEW_RATIO * (padForceN[padIndex] - meanN[padIndex]);
            }
            lastN[padIndex] = padForceN[padIndex];
            lastStepN[padIndex] = stepN;
        }
        meanSumN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double restN = Math.abs(secondSumN - secondStepN[padIndex]);
            restRoughN[padIndex] += measurable ? NEW_RATIO * (restN - restRoughN[padIndex]) : 0;
            meanSumN += meanN[padIndex];
        }
        if (seenFrameCount == SETTLED_FRAME_COUNT) {
            for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
                judge(padIndex);
            }
        }
    }

    private void judge(int padIndex) {
        if (roughN[padIndex] <= BORNE_N * CALM_BELOW_RATIO) { // calm whatever else is borne, as most pads are
            floating[padIndex] = false;
            return;
        }
        double restN = Math.max(1, meanSumN - meanN[padIndex]);
        double borneN = BORNE_N
                + BORNE_OF_ALL_RATIO * restRoughN[padIndex] / restN * meanN[padIndex]
                + BORNE_OF_LOAD_RATIO * meanN[padIndex]
                + BORNE_OF_NEIGHBOURS_RATIO * neighboursRoughN(padIndex);
        double ratio = roughN[padIndex] / borneN;
        floating[padIndex] = ratio > 1 || (floating[padIndex] && ratio > CALM_BELOW_RATIO);
    }

    private double neighboursRoughN(int padIndex) {
        double most = Math.max(roughN[afterIndex[padIndex]], roughN[beforeIndex[padIndex]]);
        int columnCount = geometry.columnCount();
        if (padIndex >= columnCount) {
            most = Math.max(most, roughN[padIndex - columnCount]);
        }
        if (padIndex + columnCount < roughN.length) {
            most = Math.max(most, roughN[padIndex + columnCount]);
        }
        return most;
    }

    boolean isFloating(int padIndex) {
        return floating[padIndex];
    }
}
