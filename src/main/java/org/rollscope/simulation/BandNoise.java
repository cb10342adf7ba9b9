package org.rollscope.simulation;

/**
 * Noise about one frequency: a damped oscillator that is knocked at random; its value and the value's rate of change.
 *
 * <p><b>Threads.</b> One.
 */
final class BandNoise {
    private static final double STEP_S = 0.001;

    private final SeededNoise noise;
    private final double stiffnessPerS2;
    private final double dampingPerS;
    private final double kickRatio;
    private double value;
    private double ratePerS;

    /**
     * Starts at rest.
     *
     * @param noise its own stream.
     * @param middleHz frequency, 0.5 to 60.
     * @param bandwidthHz width of the band.
     */
    BandNoise(SeededNoise noise, double middleHz, double bandwidthHz) {
        this.noise = noise;
        double middleRadPerS = 2 * Math.PI * middleHz;
        stiffnessPerS2 = middleRadPerS * middleRadPerS;
        dampingPerS = 2 * Math.PI * bandwidthHz;
        // White knocks of intensity S give a variance of S / (2 * damping * stiffness); made 1 here.
        kickRatio = Math.sqrt(2 * dampingPerS * stiffnessPerS2 * STEP_S);
    }

    /** Goes on by a millisecond. */
    void step() {
        ratePerS += -(stiffnessPerS2 * value + dampingPerS * ratePerS) * STEP_S + kickRatio * noise.gaussian();
        value += ratePerS * STEP_S;
    }

    /** Value with a standard deviation of 1. */
    double value() {
        return value;
    }

    /** Its rate of change per second. */
    double ratePerS() {
        return ratePerS;
    }

    /** Its second rate of change per second squared, without the knocks. */
    double accelPerS2() {
        return -stiffnessPerS2 * value;
    }
}
