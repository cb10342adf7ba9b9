package org.rollscope.simulation;

import org.rollscope.frame.BallPads;

/**
 * Where hands squeeze a ball that they carry: between opposite pads, and a little beside them.
 *
 * <p><b>Source.</b> as {@link FreeHands}. <b>Threads.</b> One.
 */
final class BallGrip {
    private final FreeHands hands;
    private final SeededNoise noise;
    private int gripPadIndex;
    private int besidePadIndex;

    /**
     * Begins without a squeeze.
     *
     * @param hands that carry it.
     * @param noise theirs.
     */
    BallGrip(FreeHands hands, SeededNoise noise) {
        this.hands = hands;
        this.noise = noise;
    }

    /** Adds the squeeze of a hand on opposite pads. */
    void add(double remainingMs, double[] padForceN) {
        if (hands.squeezeAnew()) {
            gripPadIndex = noise.integer(0, BallPads.padCount() - 1);
            double[] grip = BallPads.directionRatio(gripPadIndex);
            besidePadIndex = BallPads.padAt(
                    grip[0] + noise.uniform(-0.6, 0.6),
                    grip[1] + noise.uniform(-0.6, 0.6),
                    grip[2] + noise.uniform(-0.6, 0.6));
        }
        double gripForceN = hands.gripForceN(remainingMs);
        for (int padIndex : new int[] {gripPadIndex, besidePadIndex}) {
            double[] direction = BallPads.directionRatio(padIndex);
            double shareN = gripForceN * (padIndex == gripPadIndex ? 0.7 : 0.3);
            padForceN[padIndex] += shareN;
            padForceN[BallPads.padAt(-direction[0], -direction[1], -direction[2])] += shareN;
        }
    }
}
