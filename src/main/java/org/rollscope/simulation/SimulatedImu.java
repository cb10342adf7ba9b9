package org.rollscope.simulation;

/**
 * A six-axis motion sensor with the errors of an MPU-6050 behind its 42 Hz filter: true motion in, reading out.
 *
 * <p><b>Source.</b> MPU-6050 product specification 3.4 as tabulated in domain study sections 6.1 and 10.7. <b>Units.</b>
 * Metre per second squared and radian per second, in the roller's axes. <b>Threads.</b> One.
 */
final class SimulatedImu {
    private static final double RAD_PER_DEG_RATIO = Math.PI / 180;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** One-pole stand-in for the sensor's 42 Hz low-pass at 1 kHz. */
    private static final double FILTER_RATIO = 0.232;
    /** White noise per 1 kHz sample before the filter, from 5 mdeg/s per root hertz. */
    private static final double GYRO_NOISE_RAD_PER_S = 0.005 * 22.4 * RAD_PER_DEG_RATIO;
    /** White noise per 1 kHz sample before the filter, from 400 micro-g per root hertz. */
    private static final double ACCEL_NOISE_M_PER_S2 = 400e-6 * 22.4 * GRAVITY_M_PER_S2;
    /** Bias random walk per root second. */
    private static final double GYRO_WALK_RAD_PER_S = 0.01 * RAD_PER_DEG_RATIO;

    private final SeededNoise noise;
    private final double[] gyroBiasRadPerS = new double[3];
    private final double[] accelBiasMPerS2 = new double[3];
    private final double gyroScaleRatio;
    private final double[] accelMPerS2 = new double[3];
    private final double[] gyroRadPerS = new double[3];
    private boolean settled;

    /**
     * Draws a part and its present offsets.
     *
     * @param part stream of what belongs to the part.
     * @param noise stream of what changes from moment to moment.
     */
    SimulatedImu(SeededNoise part, SeededNoise noise) {
        this.noise = noise;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            gyroBiasRadPerS[axisIndex] = part.uniform(-3, 3) * RAD_PER_DEG_RATIO;
            accelBiasMPerS2[axisIndex] = part.uniform(-0.03, 0.03) * GRAVITY_M_PER_S2;
        }
        gyroScaleRatio = 1 + part.uniform(-0.015, 0.015);
    }

    /**
     * Takes the next reading, 1 ms after the one before.
     *
     * @param trueAccelMPerS2 specific force.
     * @param trueGyroRadPerS turn rate.
     */
    void read(double[] trueAccelMPerS2, double[] trueGyroRadPerS) {
        double filterRatio = settled ? FILTER_RATIO : 1;
        settled = true;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            gyroBiasRadPerS[axisIndex] += GYRO_WALK_RAD_PER_S * 0.0316 * noise.gaussian();
            double gyro = trueGyroRadPerS[axisIndex] * gyroScaleRatio
                    + gyroBiasRadPerS[axisIndex]
                    + GYRO_NOISE_RAD_PER_S * noise.gaussian();
            double accel =
                    trueAccelMPerS2[axisIndex] + accelBiasMPerS2[axisIndex] + ACCEL_NOISE_M_PER_S2 * noise.gaussian();
            gyroRadPerS[axisIndex] += filterRatio * (gyro - gyroRadPerS[axisIndex]);
            accelMPerS2[axisIndex] += filterRatio * (accel - accelMPerS2[axisIndex]);
        }
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
