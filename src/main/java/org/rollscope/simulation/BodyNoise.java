package org.rollscope.simulation;

/**
 * What a body does without meaning to: sway, breath, tremor, talk.
 *
 * <p><b>Source.</b> domain study sections 10.2 and 10.4: sway 2 to 4 % with 1.5 s, breathing 1 to 2 % at 0.2 to 0.35 Hz,
 * tremor 0.2 % + 2 % of activation near 9 Hz. <b>Threads.</b> One.
 */
final class BodyNoise {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;

    private final WanderingValue swayRatio;
    private final WanderingValue microRateRadPerS;
    private final WanderingValue talkRatio;
    private final double breathHz;
    private final double breathDepthRatio;
    private final double tremorHz;
    private final WanderingValue tremorStrengthRatio;

    BodyNoise(SeededNoise noise, boolean talks) {
        swayRatio = new WanderingValue(noise.fork("sway"), noise.uniform(0.02, 0.04), 1500, 1);
        microRateRadPerS = new WanderingValue(noise.fork("micro"), noise.uniform(0.4, 0.9) * RAD_PER_DEG_RATIO, 300, 1);
        talkRatio = new WanderingValue(noise.fork("talk"), talks ? 0.02 : 0, 120, 1);
        breathHz = noise.uniform(0.20, 0.35);
        breathDepthRatio = noise.uniform(0.01, 0.02);
        tremorHz = noise.gaussianWithin(9, 1, 6, 12);
        tremorStrengthRatio = new WanderingValue(noise.fork("tremor"), 1, 300, 1);
    }

    /** Factor on the force, about 1. */
    double forceRatio(double timeS, double activationRatio) {
        double breath = breathDepthRatio * StrictMath.sin(2 * Math.PI * breathHz * timeS);
        double tremorRms = 0.002 + 0.02 * activationRatio;
        double tremor = tremorRms * tremorStrengthRatio.next() * 1.41 * StrictMath.sin(2 * Math.PI * tremorHz * timeS);
        return 1 + swayRatio.next() + breath + talkRatio.next() + tremor;
    }

    /** Turning of the roller under a limb that means to be still. */
    double microRateRadPerS() {
        return microRateRadPerS.next();
    }
}
