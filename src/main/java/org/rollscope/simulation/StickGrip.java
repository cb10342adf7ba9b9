package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * Where hands squeeze a stick that they carry by its pads: a thumb against three fingers.
 *
 * <p><b>Source.</b> as {@link FreeHands}; the shares of the fingers are chosen by us. <b>Threads.</b> One.
 */
final class StickGrip {
    /** Of the first, second and third finger; together the thumb's, less what the stick weighs. */
    private static final double[] FINGER_RATIO = {0.30, 0.42, 0.24};

    private final FreeHands hands;
    private final PadGeometry geometry;
    private final SeededNoise noise;
    private int thumbColumnIndex;

    /**
     * Begins without a squeeze.
     *
     * @param geometry of the stick.
     * @param hands that carry it.
     * @param noise theirs.
     */
    StickGrip(PadGeometry geometry, FreeHands hands, SeededNoise noise) {
        this.geometry = geometry;
        this.hands = hands;
        this.noise = noise;
    }

    /** Adds the squeeze of a hand: a thumb, and three fingers side by side on the other side. */
    void add(double remainingMs, double[] padForceN) {
        if (hands.squeezeAnew()) {
            thumbColumnIndex = noise.integer(0, geometry.columnCount() - 1);
        }
        double gripForceN = hands.gripForceN(remainingMs);
        int oppositeIndex = (thumbColumnIndex + geometry.columnCount() / 2) % geometry.columnCount();
        padForceN[geometry.columnCount() + thumbColumnIndex] += gripForceN;
        for (int fingerIndex = 0; fingerIndex < FINGER_RATIO.length; fingerIndex++) {
            padForceN[fingerIndex * geometry.columnCount() + oppositeIndex] += gripForceN * FINGER_RATIO[fingerIndex];
        }
    }
}
