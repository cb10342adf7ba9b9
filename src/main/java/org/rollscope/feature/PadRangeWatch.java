package org.rollscope.feature;

import java.util.Arrays;
import org.rollscope.frame.PadGeometry;

/**
 * Finds pads that are stuck: the roller was rolled over them and their neighbours felt it, they did not.
 *
 * <p>Judged once per rolled window, from the spread of each pad's force against that of the two pads beside it in its row.
 * Only pads that passed through the middle of a contact and out of it are judged; where a neighbour is dead as well nothing
 * can be said. <b>Threads.</b> One.
 */
final class PadRangeWatch {
    /** Rolled angle after which pads are judged: a third of a turn. Clean sessions never fall below a spread of 0.87 of the neighbours'. */
    private static final double WINDOW_RAD = 2;
    /** Middle of a contact, half a column to either side. */
    private static final double NEAR_RAD = 0.26;
    /** Rolled angle that a pad must have spent there. */
    private static final double NEAR_FOR_RAD = 0.1;
    /** Out of reach of the middle of a contact. */
    private static final double AWAY_RAD = 0.9;
    /** Spread of both neighbours from which on a pad is judged. */
    private static final double NEIGHBOUR_SPREAD_FROM_N = 5;
    /** Share of the neighbours' spread below which a pad is stuck, and above which it is well again. */
    private static final double STUCK_BELOW_RATIO = 0.1;

    private static final double SOUND_ABOVE_RATIO = 0.3;

    private final PadGeometry geometry;
    private final double[] leastN;
    private final double[] mostN;
    private final double[] nearForRad;
    private final boolean[] wasAway;
    private final boolean[] stuck;
    private double rolledRad;

    PadRangeWatch(PadGeometry geometry) {
        this.geometry = geometry;
        leastN = new double[geometry.padCount()];
        mostN = new double[geometry.padCount()];
        nearForRad = new double[geometry.padCount()];
        wasAway = new boolean[geometry.padCount()];
        stuck = new boolean[geometry.padCount()];
        restart();
    }

    void restart() {
        Arrays.fill(leastN, Double.MAX_VALUE);
        Arrays.fill(mostN, 0);
        Arrays.fill(nearForRad, 0);
        Arrays.fill(wasAway, false);
        rolledRad = 0;
    }

    /**
     * Takes in a frame of a loaded roller.
     *
     * @param padForceN force on each tile.
     * @param fromLobeRad angle from each tile to the nearer of up and down, -pi / 2 to pi / 2.
     * @param stepRad rolled since the frame before.
     */
    void accept(double[] padForceN, double[] fromLobeRad, double stepRad) {
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            leastN[padIndex] = Math.min(leastN[padIndex], padForceN[padIndex]);
            mostN[padIndex] = Math.max(mostN[padIndex], padForceN[padIndex]);
            double awayRad = Math.abs(fromLobeRad[padIndex]);
            nearForRad[padIndex] += awayRad < NEAR_RAD ? stepRad : 0;
            wasAway[padIndex] |= awayRad > AWAY_RAD;
        }
        rolledRad += stepRad;
        if (rolledRad >= WINDOW_RAD) {
            for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
                judge(padIndex);
            }
            restart();
        }
    }

    private void judge(int padIndex) {
        double neighbourN = Math.min(spreadN(beside(padIndex, 1)), spreadN(beside(padIndex, -1)));
        if (nearForRad[padIndex] < NEAR_FOR_RAD || !wasAway[padIndex] || neighbourN < NEIGHBOUR_SPREAD_FROM_N) {
            return;
        }
        double spreadRatio = spreadN(padIndex) / neighbourN;
        stuck[padIndex] = spreadRatio < STUCK_BELOW_RATIO || (stuck[padIndex] && spreadRatio < SOUND_ABOVE_RATIO);
    }

    private double spreadN(int padIndex) {
        return mostN[padIndex] - leastN[padIndex];
    }

    private int beside(int padIndex, int columnStepCount) {
        int columnCount = geometry.columnCount();
        return geometry.rowIndex(padIndex) * columnCount
                + Math.floorMod(geometry.columnIndex(padIndex) + columnStepCount, columnCount);
    }

    boolean isStuck(int padIndex) {
        return stuck[padIndex];
    }
}
