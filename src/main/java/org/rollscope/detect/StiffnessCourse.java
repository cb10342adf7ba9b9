package org.rollscope.detect;

import org.rollscope.dsp.Logarithm;
import org.rollscope.feature.FeatureFrame;

/**
 * The course of a contact in a hold, ten times a second: logarithms of stiffness and force, and places. Frames may be left out.
 *
 * <p><b>Units.</b> Session time; logarithms of kPa per mm and of newton. <b>Threads.</b> One; allocates nothing after its start.
 */
final class StiffnessCourse {
    static final long STEP_US = 100_000;
    /** The longest course that is kept: longer than any hold that is asked for. */
    static final int CAPACITY_COUNT = 1800;

    /** Three moments farther apart than this have something left out between them. */
    private static final double LONGEST_BEND_S = 0.35;

    /** Before, relaxation has no course that a logarithm of time tells. */
    private static final double LEAST_S = 0.5;

    private final double[] atS = new double[CAPACITY_COUNT];
    private final double[] logAtS = new double[CAPACITY_COUNT];
    private final double[] logStiffnessRatio = new double[CAPACITY_COUNT];
    private final double[] logForceRatio = new double[CAPACITY_COUNT];
    private final double[] placeMm = new double[CAPACITY_COUNT];
    private final double[] axialMm = new double[CAPACITY_COUNT];
    private final double[] recoveryRatio = new double[CAPACITY_COUNT];
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
        beginStep(atUs);
    }

    private void beginStep(long atUs) {
        stepEndUs = atUs + STEP_US;
        logSumRatio = 0;
        forceSumN = 0;
        stepFrameCount = 0;
    }

    /**
     * Takes in a frame.
     *
     * @param frame later than the one before.
     * @param atMm place around the roller, from where the course began.
     * @param recoveringRatio what is left of a spell of another load, see {@link LoadWatch#recoveryRatio}.
     * @return whether a tenth of a second is full.
     */
    boolean accept(FeatureFrame frame, double atMm, double recoveringRatio) {
        if (frame.timeUs() > stepEndUs + STEP_US) {
            // Frames were left out: what was begun before belongs to another time.
            beginStep(frame.timeUs());
        }
        if (frame.contactStiffnessKpaPerMm() > 0 && frame.contactForceN() > 0) {
            logSumRatio += Logarithm.of(frame.contactStiffnessKpaPerMm());
            forceSumN += frame.contactForceN();
            stepFrameCount++;
        }
        if (frame.timeUs() < stepEndUs || stepFrameCount == 0 || count == CAPACITY_COUNT) {
            return false;
        }
        atS[count] = (frame.timeUs() - startUs) / 1e6;
        logAtS[count] = Logarithm.of(Math.max(LEAST_S, atS[count]));
        logStiffnessRatio[count] = logSumRatio / stepFrameCount;
        logForceRatio[count] = Logarithm.of(forceSumN / stepFrameCount);
        placeMm[count] = atMm;
        axialMm[count] = frame.contactAxialMm();
        recoveryRatio[count] = recoveringRatio;
        count++;
        beginStep(frame.timeUs());
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

    /** Logarithm of {@link #atS}, from half a second on. */
    double logAtS(int index) {
        return logAtS[index];
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

    /** Place along the roller. */
    double axialMm(int index) {
        return axialMm[index];
    }

    /** What was left of a spell of another load. */
    double recoveryRatio(int index) {
        return recoveryRatio[index];
    }

    /** Change of the stiffness' logarithm per second over the last ten seconds, between its ends' means. */
    double driftPerS() {
        if (count < 110) {
            return Double.NaN;
        }
        double change = 0;
        double spanS = 0;
        for (int index = 0; index < 20; index++) {
            int late = count - 1 - index;
            int early = count - 101 + index;
            change += logStiffnessRatio[late] - logStiffnessRatio[early];
            spanS += atS[late] - atS[early];
        }
        return change / spanS;
    }

    /** How far the most sudden burst of force within a time stands out of the course, in spreads. */
    double burstRatio(double fromS, double toS) {
        double squares = 0;
        double highest = 0;
        for (int index = 2; index < count; index++) {
            if (atS[index] - atS[index - 2] > LONGEST_BEND_S) {
                continue;
            }
            double bend = 2 * logForceRatio[index - 1] - logForceRatio[index] - logForceRatio[index - 2];
            squares += bend * bend;
            if (atS[index] >= fromS && atS[index] <= toS) {
                highest = Math.max(highest, bend);
            }
        }
        return count < 50 || squares == 0 ? 0 : highest / Math.sqrt(squares / (count - 2));
    }
}
