package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;

/**
 * Tells at which body angle the limb lies.
 *
 * <p>On the floor that is up. Against a wall the two loaded sides lie level, and the limb's is the one whose force is gathered
 * in the middle of the roller: a wall is flat and loads the whole length. A grip of hands looks like a wall, but is weaker.
 *
 * <p><b>Source.</b> domain study 9.1: without a clear vertical pair of lobes the roller is used at a wall or by hand; the
 * limits are chosen by us, record 0017. <b>Threads.</b> One.
 */
final class LimbSide {
    /** Whole force from which on a wall is believed: twice what hands squeeze. */
    private static final double WALL_FROM_N = 90;
    /** Cosine of twice the angle from the vertical beyond which a pair of lobes lies level, with hysteresis. */
    private static final double LEVEL_BELOW_RATIO = -0.5;

    private static final double UPRIGHT_ABOVE_RATIO = 0.2;
    /** How quickly the smoothed direction follows, per frame. */
    private static final double FOLLOW_RATIO = 0.05;
    /**
     * Frames over which the two sides are compared at most. Within a contact they do not change places, and where only two rows of
     * pads tell them apart a second's comparison is wrong now and then.
     */
    private static final int LONGEST_COMPARED_COUNT = 3000;
    /** What of an earlier contact is still believed in the next: people may have turned the roller meanwhile. */
    private static final int KEPT_COMPARED_COUNT = 50;

    /** Difference of the sides, over the square of a tile's length, that is plain enough to change one's mind. */
    private static final double PLAIN_RATIO = 0.05;

    private final PadGeometry geometry;
    private final double plainMm2;
    private final double[] padRad;
    private final double[] uprightRatio;
    private final double[] sideN = new double[2];
    private final double[] sideNMm = new double[2];
    private final double[] sideNMm2 = new double[2];
    private double pairRatio = 1;
    private double flatterMm2;
    private int comparedCount;
    /** Quarter turns from up to the limb, 1 or -1; 0 before the sides were compared. */
    private int turnIndex;

    private boolean atWall;

    LimbSide(PadGeometry geometry) {
        this.geometry = geometry;
        plainMm2 = PLAIN_RATIO * geometry.tileLengthMm() * geometry.tileLengthMm();
        uprightRatio = new double[geometry.columnCount()];
        padRad = geometry.padAnglesRad();
    }

    /**
     * Body angle at which the limb lies.
     *
     * @param padForceN force on each tile.
     * @param upRad body angle that points up.
     */
    double limbRad(double[] padForceN, double upRad) {
        double sumN = 0;
        double upright = 0;
        int mostIndex = 0;
        for (int columnIndex = 0; columnIndex < uprightRatio.length; columnIndex++) {
            uprightRatio[columnIndex] = StrictMath.cos(2 * (padRad[columnIndex] - upRad));
        }
        for (int padIndex = 0, columnIndex = 0; padIndex < padForceN.length; padIndex++, columnIndex++) {
            columnIndex = columnIndex == uprightRatio.length ? 0 : columnIndex;
            sumN += padForceN[padIndex];
            upright += padForceN[padIndex] * uprightRatio[columnIndex];
            mostIndex = padForceN[padIndex] > padForceN[mostIndex] ? padIndex : mostIndex;
        }
        // The most loaded pad may be a lie, and goes round with the roller: a wall presses more than one.
        sumN -= padForceN[mostIndex];
        upright -= padForceN[mostIndex] * uprightRatio[geometry.columnIndex(mostIndex)];
        if (sumN < WALL_FROM_N) {
            comparedCount = Math.min(comparedCount, KEPT_COMPARED_COUNT);
            return atWall ? level(upRad) : upRad;
        }
        pairRatio += FOLLOW_RATIO * (upright / sumN - pairRatio);
        if (!atWall && pairRatio < LEVEL_BELOW_RATIO) {
            atWall = true;
            flatterMm2 = 0;
            comparedCount = 0;
            turnIndex = 0;
        } else if (atWall && pairRatio > UPRIGHT_ABOVE_RATIO) {
            atWall = false;
        }
        if (!atWall) {
            return upRad;
        }
        compareSides(padForceN, upRad);
        return level(upRad);
    }

    private double level(double upRad) {
        return upRad + (turnIndex > 0 ? Math.PI / 2 : -Math.PI / 2);
    }

    /** The side with the smaller spread along the roller is the limb's. */
    private void compareSides(double[] padForceN, double upRad) {
        java.util.Arrays.fill(sideN, 0);
        java.util.Arrays.fill(sideNMm, 0);
        java.util.Arrays.fill(sideNMm2, 0);
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double fromUpRad = Turn.wrapRad(padRad[padIndex] - upRad, 2 * Math.PI);
            int sideIndex = fromUpRad > 0 ? 0 : 1;
            double alongMm = geometry.axialMm(padIndex);
            sideN[sideIndex] += padForceN[padIndex];
            sideNMm[sideIndex] += padForceN[padIndex] * alongMm;
            sideNMm2[sideIndex] += padForceN[padIndex] * alongMm * alongMm;
        }
        if (sideN[0] > 0 && sideN[1] > 0) {
            comparedCount = Math.min(comparedCount + 1, LONGEST_COMPARED_COUNT);
            flatterMm2 += (variance(1) - variance(0) - flatterMm2) / comparedCount;
        }
        if (turnIndex == 0 || Math.abs(flatterMm2) > plainMm2) {
            turnIndex = flatterMm2 > 0 ? 1 : -1;
        }
    }

    private double variance(int sideIndex) {
        double meanMm = sideNMm[sideIndex] / sideN[sideIndex];
        return sideNMm2[sideIndex] / sideN[sideIndex] - meanMm * meanMm;
    }

    /** Whether the roller is pressed against a wall. */
    boolean atWall() {
        return atWall;
    }
}
