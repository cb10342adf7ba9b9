package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;

/**
 * The forces that sums may be made of: readings of sound pads, and in place of a bad one what the pads around it say.
 *
 * <p>A stuck, floating, swapped or uncalibrated pad is left out. Where it stands alone among sound ones its share of the sums is
 * inferred: a contact's forces are nearly the product of a share per column and a share per row, so the pads of its row times
 * those of its column over the rest of the patch give it. Else it is missing. Both are flagged when they lie in a contact; no
 * pad's own pressure and no peak is ever made of an inferred force. A saturated pad stays: its reading is a lower bound,
 * and without it the sum would be lower still.
 *
 * <p><b>Source.</b> record 0014. <b>Threads.</b> One; nothing is allocated per frame.
 */
final class SoundPads {
    /** What a pad is left out for. */
    private static final int LEFT_OUT_FOR_FLAGS = Quality.PAD_STUCK_FLAGS
            | Quality.PAD_FLOATING_FLAGS
            | Quality.PADS_SWAPPED_FLAGS
            | Quality.PAD_UNCALIBRATED_FLAGS;
    /** Columns to either side of a pad that share a contact with it. */
    private static final int REACH_COUNT = 2;
    /** Force of the rest of the patch from which on shares can be told: one tile at about 2 kPa. */
    private static final double REST_FROM_N = 2;

    private final PadGeometry geometry;
    private final double[] padForceN;
    private final boolean[] leftOut;
    private final boolean[] inferred;
    private double rowN;
    private double columnN;
    private double restN;
    private boolean alone;

    SoundPads(PadGeometry geometry) {
        this.geometry = geometry;
        padForceN = new double[geometry.padCount()];
        leftOut = new boolean[geometry.padCount()];
        inferred = new boolean[geometry.padCount()];
    }

    /**
     * Takes in one frame.
     *
     * @param frame calibrated.
     * @param watch already knows the frame.
     */
    void take(CalibratedFrame frame, PadWatch watch) {
        boolean anyLeftOut = false;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            int padFlags = frame.padQualityFlags()[padIndex] | watch.padFlags(padIndex);
            leftOut[padIndex] = (padFlags & LEFT_OUT_FOR_FLAGS) != 0;
            inferred[padIndex] = false;
            padForceN[padIndex] = leftOut[padIndex] ? 0 : frame.padForceN()[padIndex];
            anyLeftOut |= leftOut[padIndex];
        }
        for (int padIndex = 0; anyLeftOut && padIndex < padForceN.length; padIndex++) {
            if (leftOut[padIndex]) {
                infer(padIndex);
            }
        }
    }

    private void infer(int padIndex) {
        sumAround(padIndex);
        if (alone && restN >= REST_FROM_N) {
            // The product law fails at a contact's rim; no tile then carries more than its row and column together.
            padForceN[padIndex] = Math.min(rowN * columnN / restN, rowN + columnN);
            inferred[padIndex] = true;
        }
    }

    private void sumAround(int padIndex) {
        int columnCount = geometry.columnCount();
        int ownRow = geometry.rowIndex(padIndex);
        int ownColumn = geometry.columnIndex(padIndex);
        rowN = 0;
        columnN = 0;
        restN = 0;
        alone = true;
        for (int row = 0; row < geometry.rowCount(); row++) {
            for (int step = -REACH_COUNT; step <= REACH_COUNT; step++) {
                int otherIndex = row * columnCount + Math.floorMod(ownColumn + step, columnCount);
                if (otherIndex == padIndex) {
                    continue;
                }
                alone &= !leftOut[otherIndex];
                double forceN = leftOut[otherIndex] ? 0 : padForceN[otherIndex];
                rowN += row == ownRow ? forceN : 0;
                columnN += step == 0 ? forceN : 0;
                restN += row != ownRow && step != 0 ? forceN : 0;
            }
        }
    }

    /** Force on each tile for sums; 0 for one that is missing. */
    double[] padForceN() {
        return padForceN;
    }

    /** Which forces stand for pads that are left out. */
    boolean[] inferred() {
        return inferred;
    }

    /**
     * What the sums of this frame lack.
     *
     * @param upRad body angle that points up.
     * @param halfWidthRad of the limb's and of the floor's side.
     * @return see {@link Quality}; good when all bad pads lie between the two sides.
     */
    int flags(double upRad, double halfWidthRad) {
        int flags = Quality.GOOD_FLAGS;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            if (leftOut[padIndex]) {
                double fromLobeRad = Turn.wrapRad(geometry.columnAngleRad(padIndex) - upRad, Math.PI);
                boolean counts = Math.abs(fromLobeRad) <= halfWidthRad;
                int padFlags = inferred[padIndex] ? Quality.PAD_INFERRED_FLAGS : Quality.PAD_LEFT_OUT_FLAGS;
                flags |= counts ? padFlags : Quality.GOOD_FLAGS;
            }
        }
        return flags;
    }
}
