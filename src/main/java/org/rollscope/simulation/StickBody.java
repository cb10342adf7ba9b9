package org.rollscope.simulation;

import java.util.Arrays;

/**
 * A stick that two hands press on a limb by its handles: nothing lies under it, it does not roll, and its axis points anywhere.
 *
 * <p>Which side of it faces the limb nobody looks at: it is drawn anew each time that it is taken up. The hands sway while they press,
 * so that the contact wanders around it. Force is what acts along the line of pressing; pads feel what acts along their own normals, so
 * that their sum is more.
 *
 * <p><b>Source.</b> domain study 10.3 for the contact of crossed cylinders; what is ours: decision record 0049. <b>Threads.</b> One.
 */
final class StickBody implements ToolBody {
    private static final double STEP_S = 0.001;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    private static final double SWAY_MS = 300;
    /** Force from which on hands press; without it the stick lies somewhere. */
    private static final double PRESSED_FROM_N = 1;

    private final SimulatedMoment moment;
    private final Surroundings surroundings;
    private final FreeHands hands;
    private final StickGrip grip;
    private final LimbContact limb;
    private final Triad world;
    private final SeededNoise taking;
    private final WanderingValue[] swayRadPerS = new WanderingValue[3];
    private final double radiusMm;
    private final double motionMmPerN;
    private final double[] rateRadPerS = new double[3];
    private double contactRad;
    private double tremorMPerS2;

    /**
     * Puts it into hands.
     *
     * @param toolWorld where that is.
     * @param limb its contact with the limb.
     */
    StickBody(ToolWorld toolWorld, LimbContact limb) {
        Physics physics = toolWorld.physics();
        moment = toolWorld.moment();
        surroundings = toolWorld.surroundings();
        radiusMm = toolWorld.make().geometry().radiusMm();
        motionMmPerN = physics.of(PhysicalConstant.TREMOR_MOTION_MM_PER_N);
        this.limb = limb;
        SeededNoise noise = toolWorld.noise().fork("stick");
        SeededNoise ofHands = noise.fork("hands");
        hands = new FreeHands(ofHands);
        grip = new StickGrip(toolWorld.make().geometry(), hands, ofHands);
        world = new Triad(noise.fork("world"));
        taking = noise.fork("taking");
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            swayRadPerS[axisIndex] = new WanderingValue(
                    noise.fork("sway" + axisIndex), physics.of(PhysicalConstant.STICK_SWAY_RAD_PER_S), SWAY_MS, 1);
        }
        pickUp();
    }

    /** A limb lies nowhere: hands bring the stick to it. */
    @Override
    public void lie(double ignoredOffsetRad) {
        // what faces the limb was drawn when the stick was taken up
    }

    @Override
    public void pickUp() {
        hands.pickUp();
        contactRad = taking.uniform(0, 2 * Math.PI);
    }

    @Override
    public void press(double forceN, double placeMm, double stiffeningRatio) {
        limb.press(forceN, placeMm, stiffeningRatio, contactRad);
        // The mean of the cosine over a paraboloid of pressure whose half axis around is sqrt(2 R d).
        double tiltedRatio = limb.depthMm() / (6 * radiusMm);
        moment.limbForceN = forceN * (1 - tiltedRatio);
        moment.contactAreaMm2 = limb.areaMm2();
        moment.meanPressureKpa = limb.areaMm2() > 0 ? forceN * 1000 / limb.areaMm2() : 0;
        moment.peakPressureKpa = limb.peakKpa();
    }

    @Override
    public void tremble(double ignoredRateNPerS, double changeNPerS2) {
        tremorMPerS2 = changeNPerS2 * motionMmPerN / 1000;
    }

    @Override
    public void turn(boolean carried, double speedMmPerS, double remainingMs) {
        boolean pressed = moment.limbForceN > PRESSED_FROM_N;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double swaying = swayRadPerS[axisIndex].next();
            rateRadPerS[axisIndex] = carried ? hands.rateRadPerS(axisIndex, remainingMs) : pressed ? swaying : 0;
        }
        // The limb stays where it is, so a stick that turns shows it another side.
        contactRad -= rateRadPerS[2] * STEP_S;
        moment.rollAngleRad += rateRadPerS[2] * STEP_S;
        moment.speedMmPerS = carried ? 0 : speedMmPerS;
        world.turn(rateRadPerS, STEP_S);
    }

    @Override
    public void pads(boolean carried, double placeMm, double sidewaysMm, double remainingMs) {
        double[] padForceN = moment.padForceN;
        Arrays.fill(padForceN, 0);
        if (carried) {
            grip.add(remainingMs, padForceN);
        } else {
            limb.share(placeMm, contactRad, sidewaysMm, padForceN);
        }
    }

    @Override
    public void sense(boolean carried, double ignoredRemainingMs) {
        double lift = GRAVITY_M_PER_S2 + (carried ? 0 : surroundings.accelMPerS2());
        double press = carried ? 0 : tremorMPerS2;
        double[] pressing = {StrictMath.cos(contactRad), StrictMath.sin(contactRad), 0};
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            moment.trueGyroRadPerS[axisIndex] = rateRadPerS[axisIndex];
            moment.trueAccelMPerS2[axisIndex] = lift * world.outward[axisIndex]
                    - press * pressing[axisIndex]
                    + (carried ? hands.shakeMPerS2(axisIndex) : 0);
        }
    }
}
