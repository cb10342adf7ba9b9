package org.rollscope.detect;

/**
 * The course of a contact in a hold, ten times a second: logarithms of stiffness and force, and the place on the limb.
 *
 * <p><b>Units.</b> Session time; logarithms of kPa per mm and of newton. <b>Threads.</b> One; allocates nothing after its start.
 */
final class StiffnessCourse {
    static final long STEP_US = 100_000;
    /** The longest course that is kept: longer than any hold that is asked for. */
    static final int CAPACITY_COUNT = 1800;

    private final double[] atS = new double[CAPACITY_COUNT];
    private final double[] logStiffnessRatio = new double[CAPACITY_COUNT];
    private final double[] logForceRatio = new double[CAPACITY_COUNT];
    private final double[] placeMm = new double[CAPACITY_COUNT];
    private int count;
    private long startUs;
    private long stepEndUs;
    private double logSumRatio;
    private double forceSumN;
    private int stepFrameCount;

    /** Begins a new course. */
    void restart(long atUs) {
        count = 0;
        startUs = atUs;
        stepEndUs = atUs + STEP_US;
        logSumRatio = 0;
        forceSumN = 0;
        stepFrameCount = 0;
    }

    /** Takes in a frame; returns whether a tenth of a second is full. */
    boolean accept(long frameUs, double stiffnessKpaPerMm, double forceN, double atMm) {
        if (stiffnessKpaPerMm > 0 && forceN > 0) {
            logSumRatio += StrictMath.log(stiffnessKpaPerMm);
            forceSumN += forceN;
            stepFrameCount++;
        }
        if (frameUs < stepEndUs || stepFrameCount == 0 || count == CAPACITY_COUNT) {
            return false;
        }
        atS[count] = (frameUs - startUs) / 1e6;
        logStiffnessRatio[count] = logSumRatio / stepFrameCount;
        logForceRatio[count] = StrictMath.log(forceSumN / stepFrameCount);
        placeMm[count] = atMm;
        count++;
        stepEndUs = frameUs + STEP_US;
        logSumRatio = 0;
        forceSumN = 0;
        stepFrameCount = 0;
        return true;
    }

    /** Moments so far. */
    int count() {
        return count;
    }

    /** When the course began. */
    long startUs() {
        return startUs;
    }

    /** Time of a moment since the course began. */
    double atS(int index) {
        return atS[index];
    }

    double logStiffness(int index) {
        return logStiffnessRatio[index];
    }

    double logForce(int index) {
        return logForceRatio[index];
    }

    double placeMm(int index) {
        return placeMm[index];
    }

    /** Change of the stiffness' logarithm per second over the last ten seconds, between its ends' means. */
    double driftPerS() {
        if (count < 110) {
            return Double.NaN;
        }
        double late = 0;
        double early = 0;
        for (int index = 0; index < 20; index++) {
            late += logStiffnessRatio[count - 1 - index] / 20;
            early += logStiffnessRatio[count - 101 + index] / 20;
        }
        return (late - early) / 8.1;
    }

    /** How far the most sudden burst of force within a time stands out of the course, in spreads. */
    double burstRatio(double fromS, double toS) {
        double squares = 0;
        double highest = 0;
        for (int index = 2; index < count; index++) {
            double bend = 2 * logForceRatio[index - 1] - logForceRatio[index] - logForceRatio[index - 2];
            squares += bend * bend;
            if (atS[index] >= fromS && atS[index] <= toS) {
                highest = Math.max(highest, bend);
            }
        }
        return count < 50 || squares == 0 ? 0 : highest / Math.sqrt(squares / (count - 2));
    }
}
