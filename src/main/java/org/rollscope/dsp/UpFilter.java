package org.rollscope.dsp;

/**
 * Follows which way is up in a sensor's own axes from its gyroscope and accelerometer, and what the gyroscope reads at rest.
 *
 * <p>The specific force, seen in axes that the gyroscope holds still, is gravity and whatever else pushes; what pushes comes
 * and goes, so a slow low-pass of second order leaves gravity. Here the axes of the low-pass' state are turned into the sensor's at
 * each step, which needs no quaternion. The low-pass is quicker the faster the sensor has turned of late, because a gyroscope's
 * scale errs with its rate; a push of more than {@link #LARGEST_PUSH_M_PER_S2} counts as one of that.
 *
 * <p>At rest the gyroscope reads its offset, less what gravity says has truly turned: {@link RestOffset}.
 *
 * <p><b>Units.</b> Metre per second squared, radian per second, seconds. <b>Source.</b> Low-pass in an almost inertial frame:
 * D. Laidig, T. Seel, VQF, Information Fusion 91, 2023, doi 10.1016/j.inffus.2022.10.014. Its time constant is 3 s; ours, its
 * change with the rate and the bound on pushes were chosen on six recordings, decision record 0016. <b>Threads.</b> One.
 */
public final class UpFilter {
    /**
     * Time constant of the low-pass at rest. Small: pushes tilt the answer; large: the gyroscope's errors do. Default 3.7 s,
     * record 0016.
     */
    private static final double TIME_CONSTANT_S = 3.7;
    /**
     * How much quicker it is for every radian that the sensor turns. Small: a wrong scale shows in fast turning; large: so do
     * pushes. Default 0.07, record 0016.
     */
    private static final double QUICKER_PER_RAD = 0.07;
    /** Over which the turning is averaged for that. Default 3 s, record 0016. */
    private static final double TURNING_AVERAGE_S = 3;
    /** Largest departure from gravity that is believed; a knock on the sensor is many times that. Default 10, record 0016. */
    private static final double LARGEST_PUSH_M_PER_S2 = 10;
    /** After a start all samples count the same for so long: there is no past to be smooth with. */
    private static final double MEAN_FIRST_S = 0.5;
    /** No quicker than the step allows. */
    private static final double LARGEST_STEP_RATIO = 0.35;

    private final RestOffset offset = new RestOffset();
    private double upX;
    private double upY;
    private double upZ;
    private double driftX;
    private double driftY;
    private double driftZ;
    private double turningRadPerS;
    private double sinceStartS;
    private boolean fresh = true;

    /**
     * Takes in one sample.
     *
     * @param accel specific force along x, y, z; +g up at rest.
     * @param gyro turn rate about x, y, z.
     * @param stepS time since the sample before, 0 or more.
     */
    public void accept(double[] accel, double[] gyro, double stepS) {
        offset.accept(accel, gyro, stepS);
        if (fresh) {
            start(accel);
            return;
        }
        // A sensor's own low-pass is about half a step late: this reading stands for the step before it.
        double rateX = gyro[0] - offset.x();
        double rateY = gyro[1] - offset.y();
        double rateZ = gyro[2] - offset.z();
        turn(rateX * stepS, rateY * stepS, rateZ * stepS);
        double rate = Math.sqrt(rateX * rateX + rateY * rateY + rateZ * rateZ);
        turningRadPerS += Math.min(1, stepS / TURNING_AVERAGE_S) * (rate - turningRadPerS);
        double pushX = accel[0] - upX;
        double pushY = accel[1] - upY;
        double pushZ = accel[2] - upZ;
        sinceStartS += stepS;
        if (sinceStartS <= MEAN_FIRST_S) {
            double share = stepS / (sinceStartS + stepS); // one over the number of samples so far
            upX += share * pushX;
            upY += share * pushY;
            upZ += share * pushZ;
            return;
        }
        double square = pushX * pushX + pushY * pushY + pushZ * pushZ;
        double believed =
                square > LARGEST_PUSH_M_PER_S2 * LARGEST_PUSH_M_PER_S2 ? LARGEST_PUSH_M_PER_S2 / Math.sqrt(square) : 1;
        double quickness = Math.max(1 / TIME_CONSTANT_S + QUICKER_PER_RAD * turningRadPerS, 1 / sinceStartS);
        // Butterworth: natural frequency sqrt(2) / time constant, damping 1 / sqrt(2).
        double k = Math.min(quickness * stepS, LARGEST_STEP_RATIO);
        double pull = 2 * k * k * believed;
        driftX += pull * pushX - 2 * k * driftX;
        driftY += pull * pushY - 2 * k * driftY;
        driftZ += pull * pushZ - 2 * k * driftZ;
        upX += driftX;
        upY += driftY;
        upZ += driftZ;
    }

    /**
     * Goes on without a sample, as when the sensor is silent.
     *
     * @param rateX believed turn rate about x, free of its offset.
     * @param rateY about y.
     * @param rateZ about z.
     * @param stepS time since the sample before.
     */
    public void coast(double rateX, double rateY, double rateZ, double stepS) {
        turn(rateX * stepS, rateY * stepS, rateZ * stepS);
        offset.interrupt();
    }

    /** Forgets how sure it is of what is up, as after a gap: the next samples settle it quickly. The offset is kept. */
    public void restart() {
        fresh = true;
        offset.interrupt();
    }

    private void start(double[] accel) {
        fresh = false;
        sinceStartS = 0;
        upX = accel[0];
        upY = accel[1];
        upZ = accel[2];
        driftX = 0;
        driftY = 0;
        driftZ = 0;
    }

    /**
     * Turns the state by minus a rotation vector, as the world turns in the eyes of a turning sensor. Rodrigues' formula with
     * the series of sine and cosine: at 3 degrees in a step they are right to a part in 10^7.
     */
    private void turn(double x, double y, double z) {
        double square = x * x + y * y + z * z;
        double sine = 1 - square / 6;
        double cosine = 0.5 - square / 24;
        double keep = 1 - cosine * square;
        double along = cosine * (x * upX + y * upY + z * upZ);
        double newX = keep * upX - sine * (y * upZ - z * upY) + along * x;
        double newY = keep * upY - sine * (z * upX - x * upZ) + along * y;
        upZ = keep * upZ - sine * (x * upY - y * upX) + along * z;
        upX = newX;
        upY = newY;
        along = cosine * (x * driftX + y * driftY + z * driftZ);
        newX = keep * driftX - sine * (y * driftZ - z * driftY) + along * x;
        newY = keep * driftY - sine * (z * driftX - x * driftZ) + along * y;
        driftZ = keep * driftZ - sine * (x * driftY - y * driftX) + along * z;
        driftX = newX;
        driftY = newY;
    }

    /** Up along x, not of any set length. */
    public double upX() {
        return upX;
    }

    /** Up along y. */
    public double upY() {
        return upY;
    }

    /** Up along z. */
    public double upZ() {
        return upZ;
    }

    /** What the gyroscope reads at rest. */
    public RestOffset offset() {
        return offset;
    }
}
