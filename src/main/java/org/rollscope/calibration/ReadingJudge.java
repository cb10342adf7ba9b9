package org.rollscope.calibration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;

/**
 * Says why a reading at the bench cannot be used; every limit is a share of the converter or of the reading.
 *
 * <p><b>Source.</b> limits chosen by us, record 0014.
 */
final class ReadingJudge {
    /** Turn rate up to which a roller in its cradle rests: 3 degrees a second, as the stillness of a hold. */
    private static final double STILL_TO_RAD_PER_S = 0.052;

    private static final double MOTION_FULL_COUNTS = 32768;
    /** Share of the converter from which on a pad counts as saturated; as in {@link Calibrator}. */
    private static final double SATURATED_FROM_RATIO = 0.98;
    /** Reading without load up to which a pad counts as empty: about 1 N, what a tight sleeve may do. */
    private static final double EMPTY_TO_RATIO = 0.06;
    /** Spread of a steady reading: three steps of a 10-bit converter, and a share of the reading. */
    private static final double STEADY_TO_RATIO = 0.003;

    private static final double STEADY_TO_READING_RATIO = 0.02;
    /** Share of the pad's own answer from which on another pad is pressed too. */
    private static final double TOUCHED_FROM_RATIO = 0.25;

    private static final double ANSWER_FROM_RATIO = 0.001;
    private static final double OTHERS_FROM_RATIO = 0.01;

    private final double fullCounts;
    private final double stillToCounts;

    ReadingJudge(BoardHello hello) {
        fullCounts = 1 << hello.adcBits();
        stillToCounts = STILL_TO_RAD_PER_S / hello.gyroFullScaleRadPerS() * MOTION_FULL_COUNTS;
    }

    /** What is wrong with any reading, or null. */
    @Nullable
    String still(BenchReading reading) {
        if (reading.hasHoles()) {
            return "frames are missing; look at the cable";
        }
        if (!reading.imuAnswers()) {
            return "the motion sensor does not answer; look at its wires";
        }
        return reading.gyroSpreadCounts() > stillToCounts ? "the roller moves; let it come to rest" : null;
    }

    /** What is wrong with the reading of a pad without load, or null. */
    @Nullable
    String empty(BenchReading reading, int padIndex) {
        String moving = still(reading);
        double counts = reading.meanCounts(padIndex);
        if (moving == null && counts > EMPTY_TO_RATIO * fullCounts) {
            return "pad " + padIndex + " reads " + shown(counts) + " counts without load; is something still on it?";
        }
        return moving;
    }

    /**
     * What is wrong with the reading of a pad under load, or null.
     *
     * @param emptyCounts what all pads read without load.
     * @param beforeCounts reading under the load before it on the same way; not a number for the first.
     * @param loading the way.
     */
    @Nullable
    String load(BenchReading reading, int padIndex, double[] emptyCounts, double beforeCounts, boolean loading) {
        String moving = still(reading);
        if (moving != null) {
            return moving;
        }
        double counts = reading.meanCounts(padIndex);
        double answerCounts = counts - emptyCounts[padIndex];
        int otherIndex = mostRisen(reading, emptyCounts, padIndex);
        double otherCounts = reading.meanCounts(otherIndex) - emptyCounts[otherIndex];
        boolean otherFelt = otherIndex != padIndex && otherCounts > OTHERS_FROM_RATIO * fullCounts;
        if (otherFelt && otherCounts > answerCounts) {
            return "pad " + otherIndex + " answers, not pad " + padIndex + "; put the puck on pad " + padIndex;
        }
        if (answerCounts < ANSWER_FROM_RATIO * fullCounts) {
            return "pad " + padIndex + " does not answer (" + shown(counts) + " counts); is its plug in?";
        }
        if (counts >= SATURATED_FROM_RATIO * fullCounts) {
            return "pad " + padIndex + " is saturated (" + shown(counts) + " counts); leave this load out";
        }
        if (otherFelt && otherCounts > TOUCHED_FROM_RATIO * answerCounts) {
            return "the puck also presses pad " + otherIndex + "; it must touch pad " + padIndex + " alone";
        }
        if (reading.spreadCounts(padIndex) > STEADY_TO_RATIO * fullCounts + STEADY_TO_READING_RATIO * counts) {
            return "pad " + padIndex + " is not steady (" + shown(counts) + " +- "
                    + shown(reading.spreadCounts(padIndex)) + " counts); let the load come to rest";
        }
        boolean wrongWay = loading ? counts <= beforeCounts : counts >= beforeCounts;
        return wrongWay
                ? "pad " + padIndex + " reads " + shown(counts) + " counts, under the load before "
                        + shown(beforeCounts) + "; is it the right mass?"
                : null;
    }

    private static int mostRisen(BenchReading reading, double[] emptyCounts, int exceptIndex) {
        int most = exceptIndex;
        double mostCounts = Double.NEGATIVE_INFINITY;
        for (int padIndex = 0; padIndex < emptyCounts.length; padIndex++) {
            double risenCounts = reading.meanCounts(padIndex) - emptyCounts[padIndex];
            if (padIndex != exceptIndex && risenCounts > mostCounts) {
                mostCounts = risenCounts;
                most = padIndex;
            }
        }
        return most;
    }

    private static String shown(double counts) {
        return String.format(Locale.ROOT, "%.1f", counts);
    }
}
