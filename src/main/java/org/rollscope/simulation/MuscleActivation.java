package org.rollscope.simulation;

/**
 * How tense the muscle on the roller is, and how far the tissue has crept.
 *
 * <p><b>Source.</b> domain study section 10.4: activation follows pressure over the pain threshold with a first-order lag;
 * full activation doubles stiffness; passive tissue relaxes by 3 to 28 %. <b>Threads.</b> One.
 */
final class MuscleActivation {
    /** Activation of a calm muscle on a roller: Bradbury-Squires 2015. */
    static final double BASELINE_RATIO = 0.08;

    private final Person person;
    private final double guardingPressureRatio;
    private final double highestRatio;
    private final double riseS;
    private final double fallS;
    private double activationRatio = BASELINE_RATIO;
    private double creptRatio;

    MuscleActivation(Person person, SeededNoise noise) {
        this.person = person;
        guardingPressureRatio = noise.gaussianWithin(1.35, 0.2, 0.9, 1.9);
        highestRatio = noise.uniform(0.15, 0.6);
        riseS = noise.uniform(0.15, 0.4);
        fallS = noise.uniform(0.8, 3);
    }

    /**
     * Goes on by one step.
     *
     * @param meanPressureKpa present.
     * @param travelMm travel of the contact in this step: fresh tissue has not crept.
     * @param stepS length of the step.
     */
    void step(double meanPressureKpa, double travelMm, double stepS) {
        double drive = (meanPressureKpa / person.ceilingKpa() - guardingPressureRatio) / 0.12;
        double target = BASELINE_RATIO + (highestRatio - BASELINE_RATIO) / (1 + StrictMath.exp(Math.max(-40, -drive)));
        double lagS = target > activationRatio ? riseS : fallS;
        activationRatio += (target - activationRatio) * stepS / lagS;
        double creepTarget = meanPressureKpa > 1 ? 1 : 0;
        creptRatio += (creepTarget - creptRatio) * stepS / person.relaxationS();
        creptRatio *= Math.max(0, 1 - Math.abs(travelMm) / 20);
    }

    /** Activation, 0 to 1. */
    double activationRatio() {
        return activationRatio;
    }

    /** Stiffness of the tissue now. */
    double tissueStiffnessKpaPerMm() {
        return person.tissueStiffnessKpaPerMm()
                * (1 + activationRatio - BASELINE_RATIO)
                * (1 - person.relaxingRatio() * creptRatio);
    }
}
