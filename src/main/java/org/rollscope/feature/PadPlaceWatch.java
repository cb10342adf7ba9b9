package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;

/**
 * Finds two pads that have changed places, from the roll angles at which each of them is loaded.
 *
 * <p>Every pad keeps its share of the load over the angle between its place and the nearer of up and down. A pad in its
 * place is loaded around zero; one that sits k columns further, around k columns. Two pads are swapped when each of them fits
 * the other's column better than its own. Up and down cannot be told apart, so a swap of opposite columns, six of twelve
 * apart, is not seen, nor one within a column.
 *
 * <p>One pad is judged per frame, in turn. <b>Threads.</b> One.
 */
final class PadPlaceWatch {
    /** Bins over half a turn. */
    private static final int BIN_COUNT = 12;
    /** Half width of a contact's load over the angle: a limb and the floor reach 20 to 50 mm on 65 mm radius, chosen by us. */
    private static final double CONTACT_WIDTH_RAD = 0.4;
    /** Rolled angle from which on a bin counts, and the bins that are needed. */
    private static final double BIN_FROM_RAD = 0.05;

    private static final int BINS_NEEDED_COUNT = 7;
    /** Rolled angle after which what was gathered counts half. */
    private static final double HALVED_AFTER_RAD = 12;
    /** Least correlation with another column's pattern, and by how much it must beat that with its own. */
    private static final double FIT_FROM_RATIO = 0.8;

    private static final double BETTER_BY_RATIO = 0.3;
    /** Greatest share of the load that a pad must carry: one of the two must be well loaded, the other felt. */
    private static final double LOADED_FROM_RATIO = 0.02;

    private static final double FELT_FROM_RATIO = 0.004;

    private final PadGeometry geometry;
    private final int shiftCount;
    private final double[][] patternRatio;
    private final double[][] loadRad;
    private final double[][] passedRad;
    private final double[] binRatio = new double[BIN_COUNT];
    private final int[] columnBinIndex;
    private final int[] columnShiftCount;
    private final double[] peakRatio;
    private final boolean[] swapped;
    private double rolledRad;
    private int nextPadIndex;

    PadPlaceWatch(PadGeometry geometry) {
        this.geometry = geometry;
        shiftCount = geometry.columnCount() / 2;
        double[] contactRatio = new double[BIN_COUNT * shiftCount];
        for (int stepIndex = 0; stepIndex < contactRatio.length; stepIndex++) {
            double fromLobeRad = Turn.wrapRad(Math.PI * stepIndex / contactRatio.length, Math.PI);
            double widths = fromLobeRad / CONTACT_WIDTH_RAD;
            contactRatio[stepIndex] = StrictMath.exp(-widths * widths);
        }
        patternRatio = new double[shiftCount][BIN_COUNT];
        for (int shiftIndex = 0; shiftIndex < shiftCount; shiftIndex++) {
            for (int binIndex = 0; binIndex < BIN_COUNT; binIndex++) {
                patternRatio[shiftIndex][binIndex] = contactRatio[
                        Math.floorMod(binIndex * shiftCount - shiftIndex * BIN_COUNT, contactRatio.length)];
            }
        }
        loadRad = new double[geometry.padCount()][BIN_COUNT];
        passedRad = new double[geometry.padCount()][BIN_COUNT];
        columnBinIndex = new int[geometry.columnCount()];
        columnShiftCount = new int[geometry.padCount()];
        peakRatio = new double[geometry.padCount()];
        swapped = new boolean[geometry.padCount()];
    }

    /**
     * Takes in a frame of a loaded roller.
     *
     * @param padForceN force on each tile.
     * @param sumN their sum, over 0.
     * @param fromLobeRad angle from up or down, whichever is nearer, to each tile, -pi / 2 to pi / 2.
     * @param stepRad rolled since the frame before.
     */
    void accept(double[] padForceN, double sumN, double[] fromLobeRad, double stepRad) {
        rolledRad += stepRad;
        boolean halve = rolledRad >= HALVED_AFTER_RAD;
        rolledRad = halve ? 0 : rolledRad;
        // the first row's pads: those below them have the same angle
        for (int columnIndex = 0; columnIndex < columnBinIndex.length; columnIndex++) {
            columnBinIndex[columnIndex] =
                    Math.floorMod((int) Math.round(-fromLobeRad[columnIndex] / Math.PI * BIN_COUNT), BIN_COUNT);
        }
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            int binIndex = columnBinIndex[geometry.columnIndex(padIndex)];
            loadRad[padIndex][binIndex] += padForceN[padIndex] / sumN * stepRad;
            passedRad[padIndex][binIndex] += stepRad;
            if (halve) {
                halve(padIndex);
            }
        }
        judge(nextPadIndex);
        nextPadIndex = (nextPadIndex + 1) % padForceN.length;
    }

    private void halve(int padIndex) {
        for (int binIndex = 0; binIndex < BIN_COUNT; binIndex++) {
            loadRad[padIndex][binIndex] /= 2;
            passedRad[padIndex][binIndex] /= 2;
        }
    }

    private void judge(int padIndex) {
        int binsSeenCount = 0;
        double peak = 0;
        for (int binIndex = 0; binIndex < BIN_COUNT; binIndex++) {
            boolean seen = passedRad[padIndex][binIndex] >= BIN_FROM_RAD;
            binRatio[binIndex] = seen ? loadRad[padIndex][binIndex] / passedRad[padIndex][binIndex] : Double.NaN;
            binsSeenCount += seen ? 1 : 0;
            peak = seen ? Math.max(peak, binRatio[binIndex]) : peak;
        }
        if (binsSeenCount < BINS_NEEDED_COUNT) {
            return;
        }
        peakRatio[padIndex] = peak;
        int shiftIndex = bestShift(binsSeenCount);
        boolean elsewhere = shiftIndex > 0 && peak >= FELT_FROM_RATIO;
        columnShiftCount[padIndex] = elsewhere ? shiftIndex : 0;
        if (shiftIndex == 0) {
            swapped[padIndex] = false; // undecided, -1, changes nothing
        }
        if (elsewhere) {
            lookForPartner(padIndex);
        }
    }

    /** The column, counted from the pad's own, that its load fits: 0 its own, -1 none clearly. */
    private int bestShift(int binsSeenCount) {
        double ownFit = fit(0, binsSeenCount);
        double bestFit = ownFit;
        int bestShift = 0;
        for (int shiftIndex = 1; shiftIndex < shiftCount; shiftIndex++) {
            double fit = fit(shiftIndex, binsSeenCount);
            if (fit > bestFit) {
                bestFit = fit;
                bestShift = shiftIndex;
            }
        }
        boolean clear = bestFit >= FIT_FROM_RATIO && (bestShift == 0 || bestFit - ownFit >= BETTER_BY_RATIO);
        return clear ? bestShift : -1;
    }

    /** Correlation of what a pad felt with what a pad so many columns further would feel. */
    private double fit(int shiftIndex, int binsSeenCount) {
        double sumFelt = 0;
        double sumExpected = 0;
        double[] expectedRatio = patternRatio[shiftIndex];
        for (int binIndex = 0; binIndex < BIN_COUNT; binIndex++) {
            if (!Double.isNaN(binRatio[binIndex])) {
                sumFelt += binRatio[binIndex];
                sumExpected += expectedRatio[binIndex];
            }
        }
        double meanFelt = sumFelt / binsSeenCount;
        double meanExpected = sumExpected / binsSeenCount;
        double products = 0;
        double feltSquares = 0;
        double expectedSquares = 0;
        for (int binIndex = 0; binIndex < BIN_COUNT; binIndex++) {
            if (!Double.isNaN(binRatio[binIndex])) {
                double felt = binRatio[binIndex] - meanFelt;
                double expected = expectedRatio[binIndex] - meanExpected;
                products += felt * expected;
                feltSquares += felt * felt;
                expectedSquares += expected * expected;
            }
        }
        return feltSquares > 0 ? products / Math.sqrt(feltSquares * expectedSquares) : 0;
    }

    private void lookForPartner(int padIndex) {
        for (int otherIndex = 0; otherIndex < columnShiftCount.length; otherIndex++) {
            int apart = Math.floorMod(geometry.columnIndex(otherIndex) - geometry.columnIndex(padIndex), shiftCount);
            boolean mutual = columnShiftCount[otherIndex] != 0
                    && apart == columnShiftCount[padIndex]
                    && (apart + columnShiftCount[otherIndex]) % shiftCount == 0;
            if (mutual && Math.max(peakRatio[padIndex], peakRatio[otherIndex]) >= LOADED_FROM_RATIO) {
                swapped[padIndex] = true;
                swapped[otherIndex] = true;
            }
        }
    }

    boolean isSwapped(int padIndex) {
        return swapped[padIndex];
    }
}
