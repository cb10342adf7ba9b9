package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;

/**
 * Watches every pad for what a loose wire or a wrong plug does to it: stuck, floating, swapped with another.
 *
 * <p>Needs an even number of columns, so that each has one opposite. A pad found so is flagged; {@link SoundPads} leaves it out of the sums. A swap of two pads of one column, or of
 * columns that lie opposite each other, shows in no angle and is not seen.
 *
 * <p><b>Source.</b> thresholds chosen by us on simulated sessions, record 0012. <b>Threads.</b> One; nothing is allocated
 * per frame.
 */
final class PadWatch {
    /** Sum of each side but its most loaded pad, which may be a lie, from which on a rolled angle counts as rolled under load. */
    private static final double LOADED_FROM_N = 25;
    /** Tilt of the axis up to which the roller lies on the floor. */
    private static final double LEVEL_TO_RAD = 0.35;

    private final PadGeometry geometry;
    private final PadRangeWatch range;
    private final PadRoughnessWatch roughness;
    private final PadPlaceWatch place;
    private final double[] padRad;
    private final double[] fromLobeRad;
    private double lastRollAngleRad = Double.NaN;
    private int flags;

    PadWatch(PadGeometry geometry) {
        this.geometry = geometry;
        range = new PadRangeWatch(geometry);
        roughness = new PadRoughnessWatch(geometry);
        place = new PadPlaceWatch(geometry);
        padRad = geometry.padAnglesRad();
        fromLobeRad = new double[geometry.padCount()];
    }

    /** Forgets what lies before a gap, but not what was found. */
    void restart() {
        range.restart();
        roughness.restart();
        lastRollAngleRad = Double.NaN;
    }

    /**
     * Takes in one frame.
     *
     * @param padForceN force on each tile.
     * @param angle follows the roller; already knows this frame.
     * @param limbRad body angle at which the limb lies.
     * @param axisTiltRad of the roller's axis.
     * @param follows whether the frame before was the tick before.
     * @param angleKnown whether the angle is measured and not still guessed from before a gap.
     */
    void accept(
            double[] padForceN,
            RollAngleEstimator angle,
            double limbRad,
            double axisTiltRad,
            boolean follows,
            boolean angleKnown) {
        roughness.accept(padForceN, follows);
        double rolledRad = Math.abs(angle.rollAngleRad() - lastRollAngleRad);
        lastRollAngleRad = angleKnown ? angle.rollAngleRad() : Double.NaN;
        // Not a number while the angle is not known or has just begun.
        if (rolledRad >= 0 && angleKnown && axisTiltRad <= LEVEL_TO_RAD && isLoaded(padForceN, limbRad)) {
            turn(limbRad);
            double sumN = 0;
            for (double forceN : padForceN) {
                sumN += forceN;
            }
            range.accept(padForceN, fromLobeRad, rolledRad);
            place.accept(padForceN, sumN, fromLobeRad, rolledRad);
        }
        flags = Quality.GOOD_FLAGS;
        for (int padIndex = 0; padIndex < fromLobeRad.length; padIndex++) {
            flags |= padFlags(padIndex);
        }
    }

    /** Whether a limb and the floor press: both sides, so that one pad that lies about its load is not enough. */
    private boolean isLoaded(double[] padForceN, double limbRad) {
        double limbN = 0;
        double floorN = 0;
        double limbMostN = 0;
        double floorMostN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double fromLimbRad = Math.abs(Turn.wrapRad(padRad[padIndex] - limbRad, 2 * Math.PI));
            if (fromLimbRad < Math.PI / 2) {
                limbN += padForceN[padIndex];
                limbMostN = Math.max(limbMostN, padForceN[padIndex]);
            } else {
                floorN += padForceN[padIndex];
                floorMostN = Math.max(floorMostN, padForceN[padIndex]);
            }
        }
        return Math.min(limbN - limbMostN, floorN - floorMostN) >= LOADED_FROM_N;
    }

    private void turn(double limbRad) {
        int columnCount = geometry.columnCount();
        for (int padIndex = 0; padIndex < fromLobeRad.length; padIndex++) {
            fromLobeRad[padIndex] = padIndex < columnCount
                    ? Turn.wrapRad(padRad[padIndex] - limbRad, Math.PI)
                    : fromLobeRad[padIndex - columnCount];
        }
    }

    /** What is wrong with any pad, see {@link Quality}. */
    int flags() {
        return flags;
    }

    /** What is wrong with one pad. A swapped pad may look stuck where nobody has rolled over its true place. */
    int padFlags(int padIndex) {
        int floatingFlags = roughness.isFloating(padIndex) ? Quality.PAD_FLOATING_FLAGS : Quality.GOOD_FLAGS;
        if (place.isSwapped(padIndex)) {
            return floatingFlags | Quality.PADS_SWAPPED_FLAGS;
        }
        return floatingFlags | (range.isStuck(padIndex) ? Quality.PAD_STUCK_FLAGS : Quality.GOOD_FLAGS);
    }
}
