package org.rollscope.simulation;

/**
 * Hands that carry a tool which may turn any way: how they swing and shake it, and how hard they squeeze it now and then.
 *
 * <p><b>Source.</b> as {@link CarriedRoller}: chosen by us. <b>Threads.</b> One.
 */
final class FreeHands {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    /** Time in which the tool comes to rest before it is used. */
    private static final double QUIET_MS = 700;

    private final SeededNoise noise;
    private final WanderingValue[] rateRadPerS = new WanderingValue[3];
    private final WanderingValue[] shakeMPerS2 = new WanderingValue[3];
    private double gripForceN;
    private double gripTargetN;
    private double untilNextGripMs;

    /**
     * Begins without a squeeze.
     *
     * @param noise their own stream; where a new squeeze acts may be drawn from it too, right after {@link #squeezeAnew}.
     */
    FreeHands(SeededNoise noise) {
        this.noise = noise;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            rateRadPerS[axisIndex] = new WanderingValue(noise.fork("rate" + axisIndex), 60 * RAD_PER_DEG_RATIO, 400, 1);
            shakeMPerS2[axisIndex] = new WanderingValue(noise.fork("shake" + axisIndex), 1.2, 120, 1);
        }
    }

    /** Takes the tool up; soon it is held in a new way. */
    void pickUp() {
        gripTargetN = 0;
        untilNextGripMs = 0;
    }

    /** Turn rate about an axis of the tool, a millisecond later. */
    double rateRadPerS(int axisIndex, double remainingMs) {
        return rateRadPerS[axisIndex].next() * Math.min(1, remainingMs / QUIET_MS);
    }

    /** Shaking along an axis of the tool, a millisecond later. */
    double shakeMPerS2(int axisIndex) {
        return shakeMPerS2[axisIndex].next();
    }

    /** Goes on by a millisecond; tells whether the tool is held in a new way from now on. */
    boolean squeezeAnew() {
        untilNextGripMs -= 1;
        if (untilNextGripMs > 0) {
            return false;
        }
        untilNextGripMs = noise.uniform(400, 2500);
        gripTargetN = noise.chance(0.6) ? noise.uniform(5, 35) : 0;
        return true;
    }

    /** Force of the squeeze, which comes and goes within a tenth of a second; once a millisecond. */
    double gripForceN(double remainingMs) {
        gripForceN += ((remainingMs < QUIET_MS ? 0 : gripTargetN) - gripForceN) * 0.01;
        return gripForceN;
    }
}
