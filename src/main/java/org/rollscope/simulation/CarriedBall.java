package org.rollscope.simulation;

import org.rollscope.frame.BallPads;

/**
 * A ball in the athlete's hands: tumbling about any axis, shaken and squeezed between opposite pads.
 *
 * <p><b>Source.</b> as {@link CarriedRoller}: chosen by us. <b>Threads.</b> One.
 */
final class CarriedBall {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    /** Time in which the ball comes to rest before it is put down. */
    private static final double QUIET_MS = 700;

    private final SeededNoise noise;
    private final WanderingValue[] rateRadPerS = new WanderingValue[3];
    private final WanderingValue[] shakeMPerS2 = new WanderingValue[3];
    private double gripForceN;
    private double gripTargetN;
    private int gripPadIndex;
    private int besidePadIndex;
    private double untilNextGripMs;

    CarriedBall(SeededNoise noise) {
        this.noise = noise;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            rateRadPerS[axisIndex] = new WanderingValue(noise.fork("rate" + axisIndex), 60 * RAD_PER_DEG_RATIO, 400, 1);
            shakeMPerS2[axisIndex] = new WanderingValue(noise.fork("shake" + axisIndex), 1.2, 120, 1);
        }
    }

    /** Picks a new way of holding it. */
    void pickUp() {
        gripTargetN = 0;
        untilNextGripMs = 0;
    }

    /** Turn rate about an axis of the ball. */
    double rateRadPerS(int axisIndex, double remainingMs) {
        return rateRadPerS[axisIndex].next() * Math.min(1, remainingMs / QUIET_MS);
    }

    double shakeMPerS2(int axisIndex) {
        return shakeMPerS2[axisIndex].next();
    }

    /** Adds the squeeze of a hand on opposite pads. */
    void addGrip(double remainingMs, double[] padForceN) {
        untilNextGripMs -= 1;
        if (untilNextGripMs <= 0) {
            untilNextGripMs = noise.uniform(400, 2500);
            gripTargetN = noise.chance(0.6) ? noise.uniform(5, 35) : 0;
            gripPadIndex = noise.integer(0, BallPads.padCount() - 1);
            double[] grip = BallPads.directionRatio(gripPadIndex);
            besidePadIndex = BallPads.padAt(
                    grip[0] + noise.uniform(-0.6, 0.6),
                    grip[1] + noise.uniform(-0.6, 0.6),
                    grip[2] + noise.uniform(-0.6, 0.6));
        }
        gripForceN += ((remainingMs < QUIET_MS ? 0 : gripTargetN) - gripForceN) * 0.01;
        for (int padIndex : new int[] {gripPadIndex, besidePadIndex}) {
            double[] direction = BallPads.directionRatio(padIndex);
            double shareN = gripForceN * (padIndex == gripPadIndex ? 0.7 : 0.3);
            padForceN[padIndex] += shareN;
            padForceN[BallPads.padAt(-direction[0], -direction[1], -direction[2])] += shareN;
        }
    }
}
