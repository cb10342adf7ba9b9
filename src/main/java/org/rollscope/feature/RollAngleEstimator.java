package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.dsp.UpFilter;

/**
 * Follows the roll angle about the roller's axis: the turning of "up" in the roller's own axes.
 *
 * <p>Gravity gives the angle but for whole turns, so it does not drift and needs no magnetometer.
 *
 * <p><b>Source.</b> {@link UpFilter}, decision record 0016. <b>Threads.</b> One.
 */
final class RollAngleEstimator {
    /** Tangent of a turn up to which the series below is right to a part in 10^8. */
    private static final double SERIES_TANGENT_RATIO = 0.1;

    private final UpFilter up = new UpFilter();
    private boolean started;
    private double sideXMPerS2;
    private double sideYMPerS2;
    private double firstUpRad;
    private double rollAngleRad;

    /**
     * Takes in one sample.
     *
     * @param accelMPerS2 specific force along x, y, z.
     * @param gyroRadPerS calibrated turn rate about x, y, z.
     * @param stepS time since the sample before, 0 or more.
     */
    void accept(double[] accelMPerS2, double[] gyroRadPerS, double stepS) {
        up.accept(accelMPerS2, gyroRadPerS, stepS);
        if (!started) {
            started = true;
            firstUpRad = StrictMath.atan2(up.upY(), up.upX());
            sideXMPerS2 = up.upX();
            sideYMPerS2 = up.upY();
        }
        follow();
    }

    /** Goes on at a rate about the axis, free of its offset, when the IMU is silent. */
    void coast(double axisRateRadPerS, double stepS) {
        up.coast(0, 0, axisRateRadPerS, stepS);
        follow();
    }

    /** Takes note of a gap after which "up" has to be found anew; the angle goes on. */
    void restart() {
        up.restart();
    }

    /** Adds what up has turned in the plane across the axis, the other way round: without a costly arc tangent as a rule. */
    private void follow() {
        double x = up.upX();
        double y = up.upY();
        double sine = x * sideYMPerS2 - y * sideXMPerS2;
        double cosine = x * sideXMPerS2 + y * sideYMPerS2;
        if (Math.abs(sine) < SERIES_TANGENT_RATIO * cosine) {
            double tangent = sine / cosine;
            double square = tangent * tangent;
            rollAngleRad += tangent * (1 - square * (1 / 3.0 - square * (1 / 5.0 - square / 7)));
        } else {
            rollAngleRad += StrictMath.atan2(sine, cosine);
        }
        sideXMPerS2 = x;
        sideYMPerS2 = y;
    }

    /** Body angle that points up, -pi to pi. */
    double upRad() {
        return Turn.wrapRad(firstUpRad - rollAngleRad, 2 * Math.PI);
    }

    /** Roll angle since the first sample. */
    double rollAngleRad() {
        return rollAngleRad;
    }

    /** Offset of the gyroscope about the axis that calibration has left. */
    double offsetRadPerS() {
        return up.offset().z();
    }

    /** The turn rate about all axes together, free of their offsets. */
    double turnRateRadPerS(double[] gyroRadPerS) {
        double x = gyroRadPerS[0] - up.offset().x();
        double y = gyroRadPerS[1] - up.offset().y();
        double z = gyroRadPerS[2] - up.offset().z();
        return Math.sqrt(x * x + y * y + z * z);
    }
}
