package org.rollscope.simulation;

/**
 * What the roller's rigid body does: accelerations and turn rates in its own axes.
 *
 * <p><b>Threads.</b> One.
 */
final class RollerMotion {
    /** Weight of the reference roller. */
    static final double ROLLER_WEIGHT_N = 5.5;

    private static final double STEP_S = 0.001;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Share of the tremor that acts along the way of rolling, chosen by us. */
    private static final double ALONG_RATIO = 0.5;

    private final CarriedRoller hands;
    private final double motionMmPerN;
    private double tiltRad;
    private double rateRadPerS;
    private double travelAccelMPerS2;
    private double tremorMmPerS;
    private double tremorMPerS2;

    RollerMotion(CarriedRoller hands, Physics physics) {
        this.hands = hands;
        motionMmPerN = physics.of(PhysicalConstant.TREMOR_MOTION_MM_PER_N);
    }

    /** Takes in the tremor of the force: its first and second rate of change. */
    void tremble(double rateNPerS, double changeNPerS2) {
        tremorMmPerS = rateNPerS * motionMmPerN;
        tremorMPerS2 = changeNPerS2 * motionMmPerN / 1000;
    }

    /** Turning by the tremor's part along the way. */
    double tremorRateRadPerS(double effectiveRadiusMm) {
        return ALONG_RATIO * tremorMmPerS / effectiveRadiusMm;
    }

    /** Takes in the turn rate about the axis; the middle is sped up as it rolls, unless the radius is 0. */
    void turn(double nextRadPerS, double effectiveRadiusMm) {
        double accelRadPerS2 = (nextRadPerS - rateRadPerS) / STEP_S;
        rateRadPerS = nextRadPerS;
        travelAccelMPerS2 = -Math.max(-20, Math.min(20, accelRadPerS2 * effectiveRadiusMm / 1000));
    }

    /**
     * Writes true acceleration and turn rate, gravity included, for an axis that may be tilted.
     *
     * @param moment is written.
     * @param carried whether the roller is in the hands.
     * @param contactRad body angle of the limb's contact.
     * @param surroundings what shakes.
     * @param remainingMs of the present action.
     */
    void sense(
            SimulatedMoment moment, boolean carried, double contactRad, Surroundings surroundings, double remainingMs) {
        double targetRad = carried ? hands.tiltTargetRad(remainingMs) : 0;
        double tiltRateRadPerS = Math.max(-3, Math.min(3, (targetRad - tiltRad) * 4));
        double yawRateRadPerS = carried ? hands.yawRateRadPerS() * Math.min(1, remainingMs / 500.0) : 0;
        tiltRad += tiltRateRadPerS * STEP_S;
        double upRad = Math.PI / 2 - moment.rollAngleRad;
        double levelRatio = StrictMath.cos(tiltRad);
        double upX = StrictMath.cos(upRad);
        double upY = StrictMath.sin(upRad);
        double[] up = {levelRatio * upX, levelRatio * upY, StrictMath.sin(tiltRad)};
        moment.trueGyroRadPerS[0] = -upY * tiltRateRadPerS + yawRateRadPerS * up[0];
        moment.trueGyroRadPerS[1] = upX * tiltRateRadPerS + yawRateRadPerS * up[1];
        moment.trueGyroRadPerS[2] = rateRadPerS + yawRateRadPerS * up[2];
        double inwardX = StrictMath.cos(contactRad);
        double inwardY = StrictMath.sin(contactRad);
        double pressMPerS2 = carried ? 0 : tremorMPerS2;
        double along = carried ? 0 : travelAccelMPerS2;
        double lift = GRAVITY_M_PER_S2 + (carried ? 0 : surroundings.accelMPerS2());
        moment.trueAccelMPerS2[0] = lift * up[0] + along * inwardY - pressMPerS2 * inwardX;
        moment.trueAccelMPerS2[1] = lift * up[1] - along * inwardX - pressMPerS2 * inwardY;
        moment.trueAccelMPerS2[2] = lift * up[2];
        if (carried) {
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                moment.trueAccelMPerS2[axisIndex] += hands.shakeMPerS2(axisIndex);
            }
        }
    }
}
