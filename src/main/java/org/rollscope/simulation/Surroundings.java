package org.rollscope.simulation;

/**
 * What shakes the roller from outside: a motor in it, steps beside it.
 *
 * <p><b>Source.</b> domain study section 9.5 for the band of vibrating rollers; sizes chosen by us: a motor shakes by some
 * tenths of g, a step on a wooden floor by some hundredths. <b>Threads.</b> One.
 */
final class Surroundings {
    private static final double STEP_S = 0.001;
    private static final double VIBRATION_M_PER_S2 = 4;
    private static final double VIBRATION_RAD_PER_S = 0.03;
    private static final double VIBRATION_FORCE_RATIO = 0.02;
    private static final double SHOCK_M_PER_S2 = 0.5;
    private static final double SHOCK_FORCE_RATIO = 0.01;
    private static final double SHOCK_DECAY_S = 0.06;

    private final SeededNoise noise;
    private final boolean vibrates;
    private final boolean walks;
    private final double vibrationHz;
    private final double shockHz;
    private double vibrationPhaseRad;
    private double untilStepS;
    private double sinceStepS = 10;
    private double shockRatio;
    private int stepsLeftCount;

    /**
     * Draws the surroundings.
     *
     * @param noise their own stream.
     * @param vibrates whether a motor runs in the roller.
     * @param walks whether people walk past.
     */
    Surroundings(SeededNoise noise, boolean vibrates, boolean walks) {
        this.noise = noise;
        this.vibrates = vibrates;
        this.walks = walks;
        vibrationHz = noise.uniform(20, 60);
        shockHz = noise.uniform(12, 25);
        untilStepS = noise.uniform(3, 10);
    }

    /** Goes on by a millisecond. */
    void step() {
        vibrationPhaseRad += 2 * Math.PI * vibrationHz * STEP_S * (1 + 0.002 * noise.gaussian());
        sinceStepS += STEP_S;
        untilStepS -= STEP_S;
        if (walks && untilStepS <= 0) {
            if (stepsLeftCount == 0) {
                stepsLeftCount = noise.integer(6, 14);
            }
            stepsLeftCount--;
            untilStepS = stepsLeftCount > 0 ? noise.uniform(0.48, 0.62) : noise.uniform(8, 25);
            sinceStepS = 0;
            shockRatio = noise.uniform(0.4, 1);
        }
    }

    private double shock() {
        return sinceStepS < 1
                ? shockRatio
                        * StrictMath.exp(-sinceStepS / SHOCK_DECAY_S)
                        * StrictMath.sin(2 * Math.PI * shockHz * sinceStepS)
                : 0;
    }

    /** Share by which the force is changed. */
    double forceRatio() {
        double vibration = vibrates ? VIBRATION_FORCE_RATIO * StrictMath.sin(vibrationPhaseRad) : 0;
        return vibration + SHOCK_FORCE_RATIO * shock();
    }

    /** Acceleration along the vertical. */
    double accelMPerS2() {
        double vibration = vibrates ? VIBRATION_M_PER_S2 * StrictMath.sin(vibrationPhaseRad + 0.7) : 0;
        return vibration + SHOCK_M_PER_S2 * shock();
    }

    /** Turn rate about the roller's axis. */
    double rateRadPerS() {
        return vibrates ? VIBRATION_RAD_PER_S * StrictMath.sin(vibrationPhaseRad + 2.1) : 0;
    }
}
