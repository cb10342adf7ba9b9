package org.rollscope.dsp;

/**
 * Learns what a gyroscope reads at rest, from rests: zero-rate updates.
 *
 * <p>A rest is told by both sensors staying close to their own mean of the last half second. Somebody who lies on a roller
 * turns it slowly all the while, and a rest must not take that for offset: over each second of rest the turn that the
 * direction of gravity shows is taken off. About the vertical, where gravity shows nothing, a rest is believed to be one.
 *
 * <p><b>Units.</b> Metre per second squared, radian per second, seconds. <b>Source.</b> Rest and its limits: VQF, see
 * {@link UpFilter}; the correction by gravity: record 0016. <b>Threads.</b> One.
 */
public final class RestOffset {
    /** Over which the sensors' means are taken. Default 0.5 s, VQF. */
    private static final double MEAN_S = 0.5;
    /** Largest departure of the turn rate from its mean in a rest. Default 2 degrees per second, VQF. */
    private static final double LARGEST_RATE_CHANGE_RAD_PER_S = 0.035;
    /** Largest departure of the specific force from its mean in a rest. Default 0.5, VQF. */
    private static final double LARGEST_FORCE_CHANGE_M_PER_S2 = 0.5;
    /**
     * How long both must have been close before it counts as a rest: the means have settled to a quarter of a percent. Default 3 s,
     * record 0016.
     */
    private static final double SETTLING_S = 3;
    /** Length of a reading of the offset; the turn of gravity over it is told to 0.03 degrees per second. Default 1 s. */
    private static final double READING_S = 1;
    /** Readings that the offset is the mean of, once there were so many; it changes with temperature, over minutes. */
    private static final int MEAN_READING_COUNT = 10;
    /** Largest offset that is believed: drift over temperature after a calibration. */
    private static final double LARGEST_RAD_PER_S = 0.1;

    private final double[] offset = new double[3];
    private final double[] meanRate = new double[3];
    private final double[] meanForce = new double[3];
    private final double[] startForce = new double[3];
    private final double[] turnedRad = new double[3];
    private boolean started;
    private boolean reading;
    private double restS;
    private double readingS;
    private int readingCount;

    /**
     * Takes in one sample.
     *
     * @param accel specific force along x, y, z.
     * @param gyro turn rate about x, y, z.
     * @param stepS time since the sample before, 0 or more.
     */
    void accept(double[] accel, double[] gyro, double stepS) {
        double share = started ? Math.min(1, stepS / MEAN_S) : 1;
        started = true;
        double rateChange = 0;
        double forceChange = 0;
        double largestRate = 0;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double rate = gyro[axisIndex] - meanRate[axisIndex];
            meanRate[axisIndex] += share * rate;
            rateChange += rate * rate;
            largestRate = Math.max(largestRate, Math.abs(meanRate[axisIndex]));
            double force = accel[axisIndex] - meanForce[axisIndex];
            meanForce[axisIndex] += share * force;
            forceChange += force * force;
        }
        boolean still = rateChange < LARGEST_RATE_CHANGE_RAD_PER_S * LARGEST_RATE_CHANGE_RAD_PER_S
                && forceChange < LARGEST_FORCE_CHANGE_M_PER_S2 * LARGEST_FORCE_CHANGE_M_PER_S2
                && largestRate < LARGEST_RAD_PER_S;
        if (!still) {
            restS = 0;
            reading = false;
            return;
        }
        restS += stepS;
        if (restS >= SETTLING_S) {
            read(gyro, stepS);
        }
    }

    private void read(double[] gyro, double stepS) {
        if (!reading) {
            beginReading();
            return;
        }
        readingS += stepS;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            turnedRad[axisIndex] += gyro[axisIndex] * stepS;
        }
        if (readingS >= READING_S) {
            takeReading();
            beginReading();
        }
    }

    private void beginReading() {
        reading = true;
        readingS = 0;
        System.arraycopy(meanForce, 0, startForce, 0, 3);
        java.util.Arrays.fill(turnedRad, 0);
    }

    private void takeReading() {
        double square = 0;
        for (double force : startForce) {
            square += force * force;
        }
        readingCount = Math.min(MEAN_READING_COUNT, readingCount + 1);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            int next = (axisIndex + 1) % 3;
            int third = (axisIndex + 2) % 3;
            // The world turns the other way round in the sensor's eyes.
            double seenRad = (meanForce[next] * startForce[third] - meanForce[third] * startForce[next]) / square;
            double read = (turnedRad[axisIndex] - seenRad) / readingS;
            double mean = offset[axisIndex] + (read - offset[axisIndex]) / readingCount;
            offset[axisIndex] = Math.max(-LARGEST_RAD_PER_S, Math.min(LARGEST_RAD_PER_S, mean));
        }
    }

    /** Takes note of a gap: what comes after is another rest. */
    void interrupt() {
        started = false;
        restS = 0;
        reading = false;
    }

    /** Offset about x. */
    public double x() {
        return offset[0];
    }

    /** Offset about y. */
    public double y() {
        return offset[1];
    }

    /** Offset about z. */
    public double z() {
        return offset[2];
    }
}
