package org.rollscope.simulation;

import java.util.Arrays;
import org.rollscope.frame.PadGeometry;

/**
 * A roller: a limb on one side, floor or wall on the other, turning about its own axis.
 *
 * <p><b>Threads.</b> One.
 */
final class RollerBody implements ToolBody {
    private static final double STEP_S = 0.001;

    private final PadGeometry geometry;
    private final boolean againstWall;
    private final double foamStiffnessKpaPerMm;
    private final BodyNoise body;
    private final Surroundings surroundings;
    private final SimulatedMoment moment;
    private final CarriedRoller hands;
    private final LimbContact limb;
    private final FlatContact flat;
    private final RollerMotion motion;
    private double limbOffsetRad;

    /**
     * Lays it out.
     *
     * @param world what it lies in.
     * @param limb its contact with the limb.
     */
    RollerBody(ToolWorld world, LimbContact limb) {
        geometry = world.make().geometry();
        againstWall = world.againstWall();
        Physics physics = world.physics();
        foamStiffnessKpaPerMm = world.make().hardness().stiffnessKpaPerMm(physics);
        body = world.body();
        surroundings = world.surroundings();
        moment = world.moment();
        hands = new CarriedRoller(world.noise().fork("hands"));
        this.limb = limb;
        flat = new FlatContact(geometry, physics.of(PhysicalConstant.FLOOR_STIFFNESS_KPA_PER_MM));
        motion = new RollerMotion(hands, physics);
    }

    @Override
    public void lie(double offsetRad) {
        limbOffsetRad = offsetRad;
    }

    @Override
    public void pickUp() {
        hands.pickUp();
    }

    @Override
    public void press(double forceN, double placeMm, double stiffeningRatio) {
        limb.press(forceN, placeMm, stiffeningRatio, contactRad());
        moment.limbForceN = forceN;
        moment.contactAreaMm2 = limb.areaMm2();
        moment.meanPressureKpa = limb.areaMm2() > 0 ? forceN * 1000 / limb.areaMm2() : 0;
        moment.peakPressureKpa = limb.peakKpa();
    }

    @Override
    public void tremble(double rateNPerS, double changeNPerS2) {
        motion.tremble(rateNPerS, changeNPerS2);
    }

    @Override
    public void turn(boolean carried, double speedMmPerS, double remainingMs) {
        double effectiveRadiusMm = geometry.radiusMm() - moment.peakPressureKpa / foamStiffnessKpaPerMm;
        double rateRadPerS = speedMmPerS / effectiveRadiusMm;
        double microRadPerS = body.microRateRadPerS();
        if (carried) {
            rateRadPerS = hands.rollRateRadPerS();
        } else if (moment.limbForceN > 1) {
            rateRadPerS += microRadPerS + motion.tremorRateRadPerS(effectiveRadiusMm) + surroundings.rateRadPerS();
        }
        motion.turn(rateRadPerS, carried ? 0 : effectiveRadiusMm);
        moment.rollAngleRad += rateRadPerS * STEP_S;
        moment.speedMmPerS = carried ? 0 : rateRadPerS * effectiveRadiusMm;
    }

    @Override
    public void pads(boolean carried, double placeMm, double sidewaysMm, double remainingMs) {
        double[] padForceN = moment.padForceN;
        Arrays.fill(padForceN, 0);
        if (carried) {
            hands.addGrip(remainingMs, geometry.columnCount(), geometry.rowCount(), padForceN);
            return;
        }
        limb.share(placeMm, contactRad(), sidewaysMm, padForceN);
        double weightN = RollerMotion.ROLLER_WEIGHT_N;
        if (againstWall && moment.limbForceN > weightN) {
            flat.share(moment.limbForceN, contactRad() - limbOffsetRad + Math.PI, sidewaysMm, padForceN);
        } else {
            double floorN = moment.limbForceN + weightN;
            flat.share(floorN, upRad() + Math.PI, sidewaysMm * moment.limbForceN / floorN, padForceN);
        }
    }

    @Override
    public void sense(boolean carried, double remainingMs) {
        motion.sense(moment, carried, contactRad(), surroundings, remainingMs);
    }

    /** Body angle that points up: turning the roller by an angle turns it back by as much in the body's view. */
    private double upRad() {
        return Math.PI / 2 - moment.rollAngleRad;
    }

    /** Body angle of the limb's contact. */
    private double contactRad() {
        return upRad() + limbOffsetRad + (againstWall ? Math.PI / 2 : 0);
    }
}
