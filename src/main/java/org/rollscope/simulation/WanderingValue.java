package org.rollscope.simulation;

/**
 * A value that wanders about zero: an Ornstein-Uhlenbeck process with a given standard deviation and time constant.
 *
 * <p><b>Threads.</b> One.
 */
final class WanderingValue {
    private final SeededNoise noise;
    private final double keepRatio;
    private final double kickRatio;
    private double value;

    /**
     * Starts at zero.
     *
     * @param noise its own stream.
     * @param standardDeviation of the value in the long run, in the value's unit.
     * @param timeConstantMs 1 or more.
     * @param stepMs time between two calls.
     */
    WanderingValue(SeededNoise noise, double standardDeviation, double timeConstantMs, double stepMs) {
        this.noise = noise;
        keepRatio = StrictMath.exp(-stepMs / timeConstantMs);
        kickRatio = standardDeviation * Math.sqrt(1 - keepRatio * keepRatio);
    }

    /** The next value. */
    double next() {
        value = value * keepRatio + kickRatio * noise.gaussian();
        return value;
    }
}
