package org.rollscope.simulation;

/**
 * A six-axis motion sensor with the errors of an MPU-6050 behind its 42 Hz filter: true motion in, reading out.
 *
 * <p><b>Source.</b> MPU-6050 product specification 3.4 as tabulated in domain study sections 6.1 and 10.7. <b>Units.</b>
 * Metre per second squared and radian per second, in the roller's axes. <b>Threads.</b> One.
 */
final class SimulatedImu {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    private static final double STEP_S = 0.001;
    /** Root of the step in seconds: a walk per root second becomes one per step. */
    private static final double ROOT_STEP_RATIO = 0.0316;
    /** One-pole stand-in for the sensor's 42 Hz low-pass at 1 kHz. */
    private static final double FILTER_RATIO = 0.232;

    private final SeededNoise noise;
    private final double[] gyroBiasRadPerS = new double[3];
    private final double[] accelBiasMPerS2 = new double[3];
    private final double gyroScaleRatio;
    private final double[] skewRad = new double[3];
    private final double distanceMm;
    private final double directionRad;
    private final double gyroNoiseRadPerS;
    private final double gyroWalkRadPerS;
    private final double accelNoiseMPerS2;
    private final double[] accelMPerS2 = new double[3];
    private final double[] gyroRadPerS = new double[3];
    private boolean settled;

    private final boolean freeAxis;
    private final double[] leverMPerS2 = new double[3];
    private final double[] lastGyroRadPerS = new double[3];
    private double lastRateRadPerS;

    /**
     * Draws a part and its present offsets.
     *
     * @param part stream of what belongs to the part.
     * @param noise stream of what changes from moment to moment.
     * @param physics of the world.
     * @param freeAxis whether it may turn about any axis, as in a ball or in hands, and not about z alone.
     */
    SimulatedImu(SeededNoise part, SeededNoise noise, Physics physics, boolean freeAxis) {
        this.freeAxis = freeAxis;
        this.noise = noise;
        double accelOffset = physics.of(PhysicalConstant.ACCEL_OFFSET_M_PER_S2);
        double skew = physics.of(PhysicalConstant.IMU_SKEW_RAD);
        double scale = physics.of(PhysicalConstant.GYRO_SCALE_RATIO);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            gyroBiasRadPerS[axisIndex] = part.uniform(-3, 3) * RAD_PER_DEG_RATIO;
            accelBiasMPerS2[axisIndex] = part.uniform(-accelOffset, accelOffset);
            skewRad[axisIndex] = part.uniform(-skew, skew);
        }
        gyroScaleRatio = 1 + part.uniform(-scale, scale);
        distanceMm = part.uniform(0, physics.of(PhysicalConstant.IMU_DISTANCE_MM));
        directionRad = part.uniform(0, 2 * Math.PI);
        gyroNoiseRadPerS = physics.of(PhysicalConstant.GYRO_NOISE_RAD_PER_S);
        gyroWalkRadPerS = physics.of(PhysicalConstant.GYRO_WALK_RAD_PER_S);
        accelNoiseMPerS2 = physics.of(PhysicalConstant.ACCEL_NOISE_M_PER_S2);
    }

    /**
     * Takes the next reading, 1 ms after the one before.
     *
     * @param trueAccelMPerS2 specific force on the axis.
     * @param trueGyroRadPerS turn rate.
     */
    void read(double[] trueAccelMPerS2, double[] trueGyroRadPerS) {
        double filterRatio = settled ? FILTER_RATIO : 1;
        double rateRadPerS = trueGyroRadPerS[2];
        double spinUpRadPerS2 = settled ? (rateRadPerS - lastRateRadPerS) / STEP_S : 0;
        lastRateRadPerS = rateRadPerS;
        if (!settled) {
            System.arraycopy(trueGyroRadPerS, 0, lastGyroRadPerS, 0, 3);
        }
        settled = true;
        double along = StrictMath.cos(directionRad) * distanceMm / 1000;
        double across = StrictMath.sin(directionRad) * distanceMm / 1000;
        double squareRate = rateRadPerS * rateRadPerS;
        if (freeAxis) {
            lever(trueGyroRadPerS);
        }
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            int nextIndex = (axisIndex + 1) % 3;
            int thirdIndex = (axisIndex + 2) % 3;
            double lever = 0;
            if (freeAxis) {
                lever = leverMPerS2[axisIndex];
            } else if (axisIndex == 0) {
                lever = -squareRate * along - spinUpRadPerS2 * across;
            } else if (axisIndex == 1) {
                lever = -squareRate * across + spinUpRadPerS2 * along;
            }
            gyroBiasRadPerS[axisIndex] += gyroWalkRadPerS * ROOT_STEP_RATIO * noise.gaussian();
            // A small skew turns each axis a little towards its neighbours.
            double turned = trueGyroRadPerS[axisIndex]
                    - skewRad[thirdIndex] * trueGyroRadPerS[nextIndex]
                    + skewRad[nextIndex] * trueGyroRadPerS[thirdIndex];
            double pushed = trueAccelMPerS2[axisIndex]
                    + lever
                    - skewRad[thirdIndex] * trueAccelMPerS2[nextIndex]
                    + skewRad[nextIndex] * trueAccelMPerS2[thirdIndex];
            double gyro = turned * gyroScaleRatio + gyroBiasRadPerS[axisIndex] + gyroNoiseRadPerS * noise.gaussian();
            double accel = pushed + accelBiasMPerS2[axisIndex] + accelNoiseMPerS2 * noise.gaussian();
            gyroRadPerS[axisIndex] += filterRatio * (gyro - gyroRadPerS[axisIndex]);
            accelMPerS2[axisIndex] += filterRatio * (accel - accelMPerS2[axisIndex]);
        }
    }

    /** What turning adds off the middle: w x (w x r) + w' x r. */
    private void lever(double[] gyroRadPerS) {
        double along = StrictMath.cos(directionRad) * distanceMm / 1000;
        double across = StrictMath.sin(directionRad) * distanceMm / 1000;
        double x = gyroRadPerS[0];
        double y = gyroRadPerS[1];
        double z = gyroRadPerS[2];
        double inward = x * along + y * across;
        double square = x * x + y * y + z * z;
        double spinX = (x - lastGyroRadPerS[0]) / STEP_S;
        double spinY = (y - lastGyroRadPerS[1]) / STEP_S;
        double spinZ = (z - lastGyroRadPerS[2]) / STEP_S;
        leverMPerS2[0] = inward * x - square * along - spinZ * across;
        leverMPerS2[1] = inward * y - square * across + spinZ * along;
        leverMPerS2[2] = inward * z + spinX * across - spinY * along;
        System.arraycopy(gyroRadPerS, 0, lastGyroRadPerS, 0, 3);
    }

    /** The last reading of the specific force. */
    double[] accelMPerS2() {
        return accelMPerS2;
    }

    /** The last reading of the turn rate. */
    double[] gyroRadPerS() {
        return gyroRadPerS;
    }
}
