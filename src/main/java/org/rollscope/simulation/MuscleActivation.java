package org.rollscope.simulation;

/**
 * How tense the muscle on the roller is.
 *
 * <p><b>Source.</b> domain study section 10.4: activation follows the pressure over the local pain threshold, and abrupt
 * loading, with a first-order lag; pain builds up in a hold; each calm hold takes away some fear. <b>Threads.</b> One.
 */
final class MuscleActivation {
    /** Activation of a calm muscle on a roller: Bradbury-Squires 2015. */
    static final double BASELINE_RATIO = 0.08;

    private static final double GENTLE_KPA_PER_S = 5;
    private static final double ABRUPT_KPA_PER_S = 10;
    private static final double EARLY_RATIO = 0.75;
    private static final double CALM_HOLD_RATIO = 0.05;
    /** Time over which the rate of loading is felt, chosen by us. */
    private static final double RATE_LAG_S = 0.1;
    /** Pressure over threshold that a released muscle bears more. */
    private static final double RELEASED_RATIO = 0.6;

    private final double painThresholdKpa;
    private final double highestRatio;
    private final double widthRatio;
    private final double rateRatio;
    private final double buildUpRatio;
    private final double riseS;
    private final double fallS;
    private double guardingPressureRatio;
    private double activationRatio = BASELINE_RATIO;
    private double lastPressureKpa;
    private double rateKpaPerS;
    private double heldS;
    private double peakInHoldRatio;
    private boolean released;

    MuscleActivation(Person person, boolean guardsEarly, SeededNoise noise, Physics physics) {
        painThresholdKpa = person.painThresholdKpa();
        double usual = physics.of(PhysicalConstant.GUARDING_PRESSURE_RATIO);
        guardingPressureRatio = usual * noise.gaussianWithin(1, 0.15, 0.67, 1.4) * (guardsEarly ? EARLY_RATIO : 1);
        highestRatio = guardsEarly ? noise.uniform(0.35, 0.6) : noise.uniform(0.15, 0.6);
        widthRatio = physics.of(PhysicalConstant.GUARDING_WIDTH_RATIO);
        rateRatio = physics.of(PhysicalConstant.GUARDING_RATE_RATIO) * noise.uniform(0.46, 1.54);
        buildUpRatio = physics.of(PhysicalConstant.PAIN_BUILD_UP_RATIO);
        riseS = noise.uniform(0.15, 0.4);
        fallS = noise.uniform(0.8, 3);
    }

    /**
     * Goes on by one step.
     *
     * @param meanPressureKpa present.
     * @param areaMm2 of the contact.
     * @param localThresholdRatio pain threshold at this place, of the muscle's.
     * @param still whether the athlete holds.
     * @param stepS length of the step.
     */
    void step(double meanPressureKpa, double areaMm2, double localThresholdRatio, boolean still, double stepS) {
        rateKpaPerS += ((meanPressureKpa - lastPressureKpa) / stepS - rateKpaPerS) * stepS / RATE_LAG_S;
        lastPressureKpa = meanPressureKpa;
        hold(still, stepS);
        double target = BASELINE_RATIO;
        if (meanPressureKpa > 1) {
            double painKpa = painThresholdKpa * localThresholdRatio * Math.sqrt(100 / areaMm2);
            double felt = meanPressureKpa * (1 + buildUpRatio * Math.min(1, heldS / 60)) / painKpa;
            double limit = guardingPressureRatio + (released ? RELEASED_RATIO : 0);
            double drive = (felt - limit) / widthRatio
                    + rateRatio * Math.max(0, rateKpaPerS - GENTLE_KPA_PER_S) / ABRUPT_KPA_PER_S;
            target += (highestRatio - BASELINE_RATIO) / (1 + StrictMath.exp(Math.max(-40, Math.min(40, -drive))));
        }
        double lagS = target > activationRatio ? riseS : fallS;
        activationRatio += (target - activationRatio) * stepS / lagS;
        peakInHoldRatio = Math.max(peakInHoldRatio, activationRatio);
    }

    private void hold(boolean still, double stepS) {
        if (still) {
            heldS += stepS;
            return;
        }
        if (heldS > 15 && peakInHoldRatio < 0.2) {
            guardingPressureRatio += CALM_HOLD_RATIO;
        }
        heldS = 0;
        peakInHoldRatio = 0;
        released = false;
    }

    /** The tissue lets go: the muscle calms down for the rest of the hold. */
    void release() {
        released = true;
    }

    /** Activation, 0 to 1. */
    double activationRatio() {
        return activationRatio;
    }
}
