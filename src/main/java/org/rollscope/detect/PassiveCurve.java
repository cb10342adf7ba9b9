package org.rollscope.detect;

/**
 * The course of a contact's stiffness in a hold, ten times a second, and the straight line over the logarithm of time that passive
 * tissue follows.
 *
 * <p><b>Source.</b> Relaxing tissue runs straight in log-log and kinks when something else happens: Kobayashi and Matsuyama
 * 2024, domain study 4.3 and 9.4. <b>Units.</b> Session time; logarithms of kPa per mm. <b>Threads.</b> One; allocates nothing
 * after its start.
 */
final class PassiveCurve {
    private static final long STEP_US = 100_000;
    /** The longest course that is kept: two minutes and a half, longer than any hold that is asked for. */
    private static final int CAPACITY_COUNT = 1500;

    private final double[] logTime = new double[CAPACITY_COUNT];
    private final double[] logStiffness = new double[CAPACITY_COUNT];
    private final long[] timeUs = new long[CAPACITY_COUNT];
    private final double[] sorted = new double[16];
    private int count;
    private long startUs;
    private long stepEndUs;
    private double stepSum;
    private int stepFrameCount;
    private double level;
    private double slope;
    private double spread;
    private int fittedCount;

    /** Begins a new course. */
    void restart(long atUs) {
        count = 0;
        startUs = atUs;
        stepEndUs = atUs + STEP_US;
        stepSum = 0;
        stepFrameCount = 0;
    }

    /** Takes in a frame; returns whether a tenth of a second is full. */
    boolean accept(long frameUs, double stiffnessKpaPerMm) {
        if (stiffnessKpaPerMm > 0) {
            stepSum += StrictMath.log(stiffnessKpaPerMm);
            stepFrameCount++;
        }
        if (frameUs < stepEndUs || stepFrameCount == 0 || count == CAPACITY_COUNT) {
            return false;
        }
        timeUs[count] = frameUs;
        logTime[count] = StrictMath.log(Math.max(0.1, (frameUs - startUs) / 1e6));
        logStiffness[count] = stepSum / stepFrameCount;
        count++;
        stepEndUs = frameUs + STEP_US;
        stepSum = 0;
        stepFrameCount = 0;
        return true;
    }

    /** Time since the beginning. */
    long lengthUs() {
        return count == 0 ? 0 : timeUs[count - 1] - startUs;
    }

    /**
     * Lays the straight line over a part of the course, by least squares.
     *
     * @param afterUs part's beginning, from the course's beginning.
     * @param agoUs part's end, back from now.
     * @param longestUs longest part; its end stays.
     * @return whether there were points enough for a line.
     */
    boolean fit(long afterUs, long agoUs, long longestUs) {
        int last = count - 1 - (int) (agoUs / STEP_US);
        int first = Math.max((int) (afterUs / STEP_US), last + 1 - (int) (longestUs / STEP_US));
        fittedCount = last - first + 1;
        if (fittedCount < 20) {
            return false;
        }
        double sumX = 0;
        double sumY = 0;
        for (int index = first; index <= last; index++) {
            sumX += logTime[index];
            sumY += logStiffness[index];
        }
        double meanX = sumX / fittedCount;
        double meanY = sumY / fittedCount;
        double squareX = 0;
        double product = 0;
        for (int index = first; index <= last; index++) {
            double fromX = logTime[index] - meanX;
            squareX += fromX * fromX;
            product += fromX * (logStiffness[index] - meanY);
        }
        // Passive tissue never stiffens: a rising line would make any standstill look like a release.
        slope = squareX > 0 ? Math.min(0, product / squareX) : 0;
        level = meanY - slope * meanX;
        double squares = 0;
        for (int index = first; index <= last; index++) {
            double residual = logStiffness[index] - level - slope * logTime[index];
            squares += residual * residual;
        }
        spread = Math.sqrt(squares / fittedCount);
        return true;
    }

    /** Spread of the fitted part about its line. */
    double spread() {
        return spread;
    }

    /** Departure of the last second from the line: its median; below 0 when softer than passive tissue would be. */
    double departure() {
        return departureAt(count - 1);
    }

    private double departureAt(int lastIndex) {
        int windowCount = Math.min(10, lastIndex + 1);
        for (int index = 0; index < windowCount; index++) {
            int at = lastIndex - index;
            sorted[index] = logStiffness[at] - level - slope * logTime[at];
        }
        java.util.Arrays.sort(sorted, 0, windowCount);
        return sorted[windowCount / 2];
    }

    /**
     * When the departure began: the last moment at which a fifth of it was not yet there.
     *
     * @param backUs how far to look back.
     */
    long onsetUs(long backUs) {
        double limit = departure() / 5;
        int first = Math.max(0, count - (int) (backUs / STEP_US));
        for (int index = count - 1; index > first; index--) {
            double residual = logStiffness[index] - level - slope * logTime[index];
            double before = logStiffness[index - 1] - level - slope * logTime[index - 1];
            if (residual > limit && before > limit) {
                return timeUs[index];
            }
        }
        return timeUs[first];
    }

    /** Change of the logarithm per second over the last ten seconds, by its ends' means. */
    double driftPerS() {
        if (count < 110) {
            return Double.NaN;
        }
        double late = 0;
        double early = 0;
        for (int index = 0; index < 20; index++) {
            late += logStiffness[count - 1 - index] / 20;
            early += logStiffness[count - 101 + index] / 20;
        }
        return (late - early) / 8.1;
    }
}
