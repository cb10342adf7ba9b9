package org.rollscope.simulation;

/**
 * What a body does without meaning to: sway, breath, tremor, talk.
 *
 * <p><b>Source.</b> domain study sections 10.2 and 10.4. <b>Threads.</b> One.
 */
final class BodyNoise {
    private static final double TREMOR_BANDWIDTH_HZ = 3;
    /** Force that talking and laughing moves, chosen by us. */
    private static final double TALK_RATIO = 0.03;
    /** Time over which arms tire to their worst, chosen by us. */
    private static final double FATIGUE_S = 120;

    private static final double FATIGUE_MOST_RATIO = 1.0;

    private final WanderingValue swayRatio;
    private final WanderingValue microRateRadPerS;
    private final BandNoise talk;
    private final BandNoise tremor;
    private final double talkRatio;
    private final double breathHz;
    private final double breathDepthRatio;
    private final double calmRatio;
    private final double activeRatio;
    private final double fatigueRatio;
    private double tremorRmsRatio;
    private double forceRatio = 1;

    /**
     * Draws a body.
     *
     * @param noise its own stream.
     * @param talks whether the athlete talks.
     * @param tires whether the arms tire.
     * @param physics of the world.
     */
    BodyNoise(SeededNoise noise, boolean talks, boolean tires, Physics physics) {
        double sway = physics.of(PhysicalConstant.SWAY_RATIO);
        double micro = physics.of(PhysicalConstant.MICRO_RATE_RAD_PER_S);
        double breath = physics.of(PhysicalConstant.BREATH_RATIO);
        swayRatio = new WanderingValue(noise.fork("sway"), sway * noise.uniform(0.67, 1.33), 1500, 1);
        microRateRadPerS = new WanderingValue(noise.fork("micro"), micro * noise.uniform(0.62, 1.38), 300, 1);
        talk = new BandNoise(noise.fork("talk"), noise.uniform(1.2, 2.6), 1.5);
        talkRatio = talks ? TALK_RATIO : 0;
        breathHz = noise.uniform(0.20, 0.35);
        breathDepthRatio = breath * noise.uniform(0.67, 1.33);
        tremor = new BandNoise(noise.fork("tremor"), noise.gaussianWithin(9, 1, 6, 12), TREMOR_BANDWIDTH_HZ);
        calmRatio = physics.of(PhysicalConstant.TREMOR_CALM_RATIO);
        activeRatio = physics.of(PhysicalConstant.TREMOR_ACTIVE_RATIO);
        fatigueRatio = tires ? FATIGUE_MOST_RATIO : 0;
    }

    /**
     * Goes on by a millisecond.
     *
     * @param timeS time since the start.
     * @param activationRatio of the muscle on the roller.
     */
    void step(double timeS, double activationRatio) {
        tremor.step();
        talk.step();
        tremorRmsRatio =
                (calmRatio + activeRatio * activationRatio) * (1 + fatigueRatio * Math.min(1, timeS / FATIGUE_S));
        double breath = breathDepthRatio * StrictMath.sin(2 * Math.PI * breathHz * timeS);
        forceRatio = 1 + swayRatio.next() + breath + talkRatio * talk.value() + tremorRmsRatio * tremor.value();
    }

    /** Factor on the force, about 1. */
    double forceRatio() {
        return forceRatio;
    }

    /** Rate of change of the tremor's share of the force. */
    double tremorRatePerS() {
        return tremorRmsRatio * tremor.ratePerS();
    }

    /** Second rate of change of the tremor's share of the force. */
    double tremorAccelPerS2() {
        return tremorRmsRatio * tremor.accelPerS2();
    }

    /** Turning of the roller under a limb that means to be still. */
    double microRateRadPerS() {
        return microRateRadPerS.next();
    }
}
