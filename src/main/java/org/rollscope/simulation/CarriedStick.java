package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * A stick in the athlete's hands: swung about any axis, shaken, and now and then held by its pads, a thumb against three fingers.
 *
 * <p><b>Source.</b> turn rates and forces as {@link CarriedRoller}: chosen by us. <b>Threads.</b> One.
 */
final class CarriedStick {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    /** Time in which it comes to rest before it is pressed. */
    private static final double QUIET_MS = 700;

    private static final double THUMB_RATIO = 1.0;
    /** Of the first, second and third finger; together the thumb's, less what the stick weighs. */
    private static final double[] FINGER_RATIO = {0.30, 0.42, 0.24};

    private final PadGeometry geometry;
    private final SeededNoise noise;
    private final WanderingValue[] rateRadPerS = new WanderingValue[3];
    private final WanderingValue[] shakeMPerS2 = new WanderingValue[3];
    private double gripForceN;
    private double gripTargetN;
    private int thumbColumnIndex;
    private double untilNextGripMs;

    CarriedStick(PadGeometry geometry, SeededNoise noise) {
        this.geometry = geometry;
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

    /** Turn rate about an axis of the stick. */
    double rateRadPerS(int axisIndex, double remainingMs) {
        return rateRadPerS[axisIndex].next() * Math.min(1, remainingMs / QUIET_MS);
    }

    double shakeMPerS2(int axisIndex) {
        return shakeMPerS2[axisIndex].next();
    }

    /** Adds the squeeze of a hand: a thumb, and three fingers side by side on the other side. */
    void addGrip(double remainingMs, double[] padForceN) {
        untilNextGripMs -= 1;
        if (untilNextGripMs <= 0) {
            untilNextGripMs = noise.uniform(400, 2500);
            gripTargetN = noise.chance(0.6) ? noise.uniform(5, 35) : 0;
            thumbColumnIndex = noise.integer(0, geometry.columnCount() - 1);
        }
        gripForceN += ((remainingMs < QUIET_MS ? 0 : gripTargetN) - gripForceN) * 0.01;
        int oppositeIndex = (thumbColumnIndex + geometry.columnCount() / 2) % geometry.columnCount();
        padForceN[geometry.columnCount() + thumbColumnIndex] += gripForceN * THUMB_RATIO;
        for (int fingerIndex = 0; fingerIndex < FINGER_RATIO.length; fingerIndex++) {
            padForceN[fingerIndex * geometry.columnCount() + oppositeIndex] += gripForceN * FINGER_RATIO[fingerIndex];
        }
    }
}
