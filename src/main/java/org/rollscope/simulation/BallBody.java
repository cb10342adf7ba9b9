package org.rollscope.simulation;

import java.util.Arrays;

/**
 * A ball: a limb on one side, floor or wall on the opposite one, rolling about any axis that lies across the line between them.
 *
 * <p>The limb's force is what acts along that line; the mean pressure is that of the skin which touches, and pads feel what acts along
 * their own normals, so that their sum is more than the force. A limb that shifts across its way drags the skin along and leans on the ball
 * elsewhere; the ball stays. The sleeve does not creep.
 *
 * <p><b>Source.</b> domain study 10.3 for the contact; what is ours: decision record 0046. <b>Threads.</b> One.
 */
final class BallBody implements ToolBody {
    private static final double STEP_S = 0.001;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Share of the tremor that acts along the way of rolling, as for a roller. */
    private static final double ALONG_RATIO = 0.5;
    /** How far the way of rolling strays from the limb's direction, and how quickly: chosen by us. */
    private static final double STRAY_RAD = 0.15;

    private static final double STRAY_MS = 3000;
    private static final double SPIN_MS = 400;

    private final SimulatedMoment moment;
    private final BodyNoise body;
    private final Surroundings surroundings;
    private final FreeHands hands;
    private final BallGrip grip;
    private final LimbContact limb;
    private final SphereContact sphere;
    private final Triad world;
    private final WanderingValue strayRad;
    private final WanderingValue spinRadPerS;
    private final WanderingValue crossRadPerS;
    private final SeededNoise lying;
    private final boolean againstWall;
    private final double radiusMm;
    private final double limbRadiusMm;
    private final double acrossRadiusMm;
    private final double sleeveKpaPerMm;
    private final double floorKpaPerMm;
    private final double weightN;
    private final double motionMmPerN;
    private final double[] rateRadPerS = new double[3];
    private final double[] limbSideRatio = new double[3];
    private double offsetAlongRad;
    private double offsetAcrossRad;
    private double rollRateRadPerS;
    private double travelAccelMPerS2;
    private double tremorMmPerS;
    private double tremorMPerS2;

    /**
     * Lays it out.
     *
     * @param toolWorld what it lies in.
     * @param tissue of the limb.
     * @param limbRadiusMm of the limb.
     */
    BallBody(ToolWorld toolWorld, Tissue tissue, double limbRadiusMm) {
        Physics physics = toolWorld.physics();
        moment = toolWorld.moment();
        body = toolWorld.body();
        surroundings = toolWorld.surroundings();
        againstWall = toolWorld.againstWall();
        radiusMm = toolWorld.make().geometry().radiusMm();
        this.limbRadiusMm = limbRadiusMm;
        acrossRadiusMm = radiusMm * limbRadiusMm / (radiusMm + limbRadiusMm);
        sleeveKpaPerMm = toolWorld.make().hardness().stiffnessKpaPerMm(physics);
        floorKpaPerMm = Math.min(physics.of(PhysicalConstant.BALL_FLOOR_STIFFNESS_KPA_PER_MM), 2 * sleeveKpaPerMm);
        weightN = physics.of(PhysicalConstant.BALL_WEIGHT_N);
        motionMmPerN = physics.of(PhysicalConstant.TREMOR_MOTION_MM_PER_N);
        limb = new LimbContact(toolWorld.make().geometry(), tissue, acrossRadiusMm, sleeveKpaPerMm, 0, 1);
        sphere = new SphereContact(radiusMm);
        SeededNoise noise = toolWorld.noise().fork("ball");
        SeededNoise ofHands = noise.fork("hands");
        hands = new FreeHands(ofHands);
        grip = new BallGrip(hands, ofHands);
        world = new Triad(noise.fork("world"));
        strayRad = new WanderingValue(noise.fork("stray"), STRAY_RAD, STRAY_MS, 1);
        spinRadPerS =
                new WanderingValue(noise.fork("spin"), physics.of(PhysicalConstant.BALL_SPIN_RAD_PER_S), SPIN_MS, 1);
        crossRadPerS =
                new WanderingValue(noise.fork("cross"), physics.of(PhysicalConstant.MICRO_RATE_RAD_PER_S) / 2, 300, 1);
        lying = noise.fork("lying");
    }

    @Override
    public void lie(double offsetRad) {
        offsetAlongRad = offsetRad;
        offsetAcrossRad = lying.gaussian() * 0.06;
    }

    @Override
    public void pickUp() {
        hands.pickUp();
    }

    @Override
    public void press(double forceN, double placeMm, double stiffeningRatio) {
        limb.press(forceN, placeMm, stiffeningRatio, 0);
        double tiltedRatio = limb.depthMm() * (radiusMm + acrossRadiusMm) / (6 * radiusMm * radiusMm);
        moment.limbForceN = forceN * (1 - tiltedRatio);
        moment.contactAreaMm2 = limb.areaMm2();
        moment.meanPressureKpa = limb.areaMm2() > 0 ? forceN * 1000 / limb.areaMm2() : 0;
        moment.peakPressureKpa = limb.peakKpa();
    }

    @Override
    public void tremble(double rateNPerS, double changeNPerS2) {
        tremorMmPerS = rateNPerS * motionMmPerN;
        tremorMPerS2 = changeNPerS2 * motionMmPerN / 1000;
    }

    @Override
    public void turn(boolean carried, double speedMmPerS, double remainingMs) {
        double effectiveRadiusMm = radiusMm - moment.peakPressureKpa / sleeveKpaPerMm;
        double rollRadPerS = speedMmPerS / effectiveRadiusMm;
        double microRadPerS = body.microRateRadPerS();
        double crossing = crossRadPerS.next();
        double spinning = spinRadPerS.next();
        double straying = strayRad.next();
        boolean pressed = moment.limbForceN > 1;
        if (!carried && pressed) {
            rollRadPerS += microRadPerS + ALONG_RATIO * tremorMmPerS / effectiveRadiusMm + surroundings.rateRadPerS();
        }
        double alongRadPerS = rollRadPerS * StrictMath.cos(straying);
        double sideRadPerS = rollRadPerS * StrictMath.sin(straying) + (pressed ? crossing : 0);
        // A ball spins about the line only while it rolls: friction holds it else.
        double spinRate = spinning * Math.min(1, Math.abs(rollRadPerS));
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            rateRadPerS[axisIndex] = carried
                    ? hands.rateRadPerS(axisIndex, remainingMs)
                    : alongRadPerS * world.axis[axisIndex]
                            + sideRadPerS * world.way[axisIndex]
                            + spinRate * world.outward[axisIndex];
        }
        double accelRadPerS2 = carried ? 0 : (rollRadPerS - rollRateRadPerS) / STEP_S;
        rollRateRadPerS = carried ? 0 : rollRadPerS;
        travelAccelMPerS2 = Math.max(-20, Math.min(20, accelRadPerS2 * effectiveRadiusMm / 1000));
        moment.rollAngleRad += rollRateRadPerS * STEP_S;
        moment.speedMmPerS = carried ? 0 : rollRadPerS * effectiveRadiusMm;
        world.turn(rateRadPerS, STEP_S);
    }

    @Override
    public void pads(boolean carried, double placeMm, double sidewaysMm, double remainingMs) {
        double[] padForceN = moment.padForceN;
        Arrays.fill(padForceN, 0);
        if (carried) {
            grip.add(remainingMs, padForceN);
            return;
        }
        double across = offsetAcrossRad + sidewaysMm / (radiusMm + limbRadiusMm);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            limbSideRatio[axisIndex] =
                    world.outward[axisIndex] + offsetAlongRad * world.way[axisIndex] + across * world.axis[axisIndex];
        }
        Triad.normalise(limbSideRatio);
        sphere.lay(limbSideRatio, world.way);
        limb.slices(
                placeMm,
                (fromMm, kpaPerMm, leftMm) ->
                        sphere.addSlice(fromMm, Tissue.SLICE_MM, kpaPerMm, leftMm, acrossRadiusMm, padForceN));
        double[] support = {-world.outward[0], -world.outward[1], -world.outward[2]};
        sphere.lay(support, world.way);
        boolean held = againstWall && moment.limbForceN > weightN;
        if (againstWall && !held) {
            double[] down = {-world.way[0], -world.way[1], -world.way[2]};
            sphere.lay(down, world.axis);
        }
        sphere.addFlat(held ? moment.limbForceN : moment.limbForceN + weightN, floorKpaPerMm, padForceN);
    }

    @Override
    public void sense(boolean carried, double ignoredRemainingMs) {
        double[] up = againstWall ? world.way : world.outward;
        double lift = GRAVITY_M_PER_S2 + (carried ? 0 : surroundings.accelMPerS2());
        double along = carried ? 0 : travelAccelMPerS2;
        double press = carried ? 0 : tremorMPerS2;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            moment.trueGyroRadPerS[axisIndex] = rateRadPerS[axisIndex];
            moment.trueAccelMPerS2[axisIndex] = lift * up[axisIndex]
                    + along * world.way[axisIndex]
                    - press * world.outward[axisIndex]
                    + (carried ? hands.shakeMPerS2(axisIndex) : 0);
        }
    }
}
