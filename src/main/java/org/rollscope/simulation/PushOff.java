package org.rollscope.simulation;

/**
 * Half of the athletes push themselves off the roller when it hurts.
 *
 * <p><b>Source.</b> domain study section 10.2: after 0.5 to 1.5 s; how far is chosen by us. <b>Threads.</b> One.
 */
final class PushOff {
    private static final double FROM_RATIO = 0.2;
    private static final double MOST_RATIO = 0.3;

    private final double strengthRatio;
    private final double delayS;
    private double tenseS;
    private double offRatio;

    PushOff(SeededNoise noise) {
        strengthRatio = noise.chance(0.5) ? noise.uniform(0.3, 0.9) : 0;
        delayS = noise.uniform(0.5, 1.5);
    }

    /** Goes on by one step; returns the share of the load that is taken off. */
    double step(double activationRatio, double stepS) {
        tenseS = activationRatio > FROM_RATIO ? tenseS + stepS : 0;
        double target = tenseS > delayS ? Math.min(MOST_RATIO, strengthRatio * (activationRatio - FROM_RATIO)) : 0;
        offRatio += (target - offRatio) * stepS / 0.3;
        return offRatio;
    }
}
