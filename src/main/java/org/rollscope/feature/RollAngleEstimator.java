package org.rollscope.feature;

import org.rollscope.dsp.Turn;

/**
 * Follows which way is up in the roller's own axes, and with it the roll angle, from gyroscope and accelerometer.
 *
 * <p>The gyroscope leads; gravity pulls slowly, and less while the roller accelerates; what gravity corrects again and
 * again is taken as the gyroscope's remaining offset. The axis lies level, so no magnetometer is needed.
 *
 * <p><b>Source.</b> A complementary filter with offset state, after Mahony, Hamel and Pflimlin, IEEE TAC 53(5), 2008,
 * reduced to one axis. Gains chosen by us: gravity leads below 0.1 Hz. <b>Threads.</b> One.
 */
final class RollAngleEstimator {
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Pull towards gravity while the roller is calm. */
    private static final double PULL_PER_S = 0.8;
    /** Share of the pull that goes into the offset. */
    private static final double OFFSET_PULL_PER_S = 0.05;
    /** Departure from 1 g at which gravity counts half. */
    private static final double TRUST_WIDTH_M_PER_S2 = 0.3;
    /** Largest offset left after calibration that is believed: drift over temperature. */
    private static final double LARGEST_OFFSET_RAD_PER_S = 0.1;

    private boolean started;
    private double upRad;
    private double rollAngleRad;
    private double offsetRadPerS;

    /**
     * Takes in one sample.
     *
     * @param accelMPerS2 specific force along x, y, z.
     * @param axisRateRadPerS calibrated turn rate about z.
     * @param stepS time since the sample before, 0 or more.
     */
    void accept(double[] accelMPerS2, double axisRateRadPerS, double stepS) {
        double measuredUpRad = StrictMath.atan2(accelMPerS2[1], accelMPerS2[0]);
        if (!started) {
            started = true;
            upRad = measuredUpRad;
            return;
        }
        double turnRad = (axisRateRadPerS - offsetRadPerS) * stepS;
        double errorRad = Turn.wrapRad(measuredUpRad - (upRad - turnRad), 2 * Math.PI);
        double normMPerS2 = Math.sqrt(accelMPerS2[0] * accelMPerS2[0] + accelMPerS2[1] * accelMPerS2[1]);
        double departure = (normMPerS2 - GRAVITY_M_PER_S2) / TRUST_WIDTH_M_PER_S2;
        double trustRatio = 1 / (1 + departure * departure);
        double pullRad = Math.min(1, PULL_PER_S * stepS) * trustRatio * errorRad;
        upRad = Turn.wrapRad(upRad - turnRad + pullRad, 2 * Math.PI);
        rollAngleRad += turnRad - pullRad;
        offsetRadPerS += OFFSET_PULL_PER_S * trustRatio * errorRad * stepS;
        offsetRadPerS = Math.max(-LARGEST_OFFSET_RAD_PER_S, Math.min(LARGEST_OFFSET_RAD_PER_S, offsetRadPerS));
    }

    /** Goes on at the last rate when the IMU is silent. */
    void coast(double axisRateRadPerS, double stepS) {
        double turnRad = (axisRateRadPerS - offsetRadPerS) * stepS;
        upRad = Turn.wrapRad(upRad - turnRad, 2 * Math.PI);
        rollAngleRad += turnRad;
    }

    /** Body angle that points up, -pi to pi. */
    double upRad() {
        return upRad;
    }

    /** Roll angle since the first sample. */
    double rollAngleRad() {
        return rollAngleRad;
    }

    /** Offset of the gyroscope that calibration has left. */
    double offsetRadPerS() {
        return offsetRadPerS;
    }
}
