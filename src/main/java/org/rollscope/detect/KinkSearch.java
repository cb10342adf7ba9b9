package org.rollscope.detect;

import java.util.Arrays;
import org.rollscope.dsp.Logarithm;

/**
 * Looks for the moment in a course from which on tissue is softer than its passive relaxation explains.
 *
 * <p>Two explanations of the last part of the course are compared by least squares. One: a straight line over the logarithm of
 * time, as passive tissue runs, with what force, places and the end of a spell of another load have to do with it; how much these
 * can have to do with it is known beforehand, so that they cannot explain away a loss that happens beside them. The other: the same and a loss that sets in at
 * some moment and is complete in seconds. The moment that explains most is the onset; how much more it explains, over the
 * spread of what neither does, is the strength.
 *
 * <p><b>Source.</b> Log-log straight with a kink: Kobayashi and Matsuyama 2024, domain study 4.3. Generalised likelihood ratio for
 * a change at an unknown moment: Basseville and Nikiforov, Detection of Abrupt Changes, 1993, section 2.4. Record 0017.
 * <b>Threads.</b> One; allocates nothing after its start.
 */
final class KinkSearch {
    private static final int LONGEST_COUNT = 400;
    /** The first second and a half belongs to settling down. */
    private static final int SKIPPED_COUNT = 15;

    private static final int LEAST_COUNT = 45;
    /** Constant, log time, log force, place around the roller, place along it, recovery from a spell of another load. */
    private static final int BASE_COUNT = 6;

    private static final int FIRST_KNOWN_COUNT = 2;
    private static final int RECOVERY_INDEX = 5;
    private static final int KNOWN_COUNT = BASE_COUNT - FIRST_KNOWN_COUNT;
    /** Onsets that are tried: every half second. */
    private static final int CANDIDATE_STEP_COUNT = 5;

    private static final int BACK_COUNT = 80;
    /** Course that must lie before an onset. */
    private static final int OLDEST_COUNT = 30;

    /** Time in which two thirds of a loss are there: middle of 0.8 to 4 s, domain study 10.4 from practice. */
    private static final double LOSS_S = 1.5;
    /** Neighbours within a second say the same. */
    private static final double SAMPLES_PER_FREE_COUNT = 10;

    /** Spread of the stiffness' logarithm in a tenth of a second. */
    private static final double NOISE_RATIO = 0.042;
    /**
     * Spreads, over rollers and people, of how the error of the stiffness' logarithm goes with the logarithm of force, with a millimetre
     * around and along the roller, and of what a spell of another load leaves behind: from development seeds, record 0017.
     */
    private static final double FORCE_SPREAD_RATIO = 0.15;

    private static final double PLACE_SPREAD_PER_MM = 0.012;
    private static final double AXIAL_SPREAD_PER_MM = 0.08;
    private static final double RECOVERY_SPREAD_RATIO = 0.2;

    /** Below the course one more row for each of the known spreads. */
    private static final int ROW_COUNT = LONGEST_COUNT + KNOWN_COUNT;

    /** Onsets that are reckoned side by side. */
    private static final int LANE_COUNT = 4;

    private final double[][] base = new double[BASE_COUNT][ROW_COUNT];
    private final double[] rest = new double[ROW_COUNT];
    private final double[] growth = new double[LONGEST_COUNT];
    private final double[][] losses = new double[LANE_COUNT][ROW_COUNT];
    private final int[] candidates = new int[LANE_COUNT];
    private int axisCount;
    private double onsetS;
    private double changeRatio;
    private double strengthRatio;

    /**
     * Looks at the course as it is now.
     *
     * @param course of the present hold.
     * @param latestS least age of an onset that is believed.
     * @return whether there was enough to look at.
     */
    boolean look(StiffnessCourse course, double latestS) {
        int end = course.count();
        int first = Math.max(SKIPPED_COUNT, end - LONGEST_COUNT);
        int length = end - first;
        int rowCount = length + KNOWN_COUNT;
        strengthRatio = 0;
        changeRatio = 0;
        if (length < LEAST_COUNT) {
            return false;
        }
        explain(course, first, length);
        double restSquares = dot(rest, rest, rowCount);
        double bestGain = 0;
        int bestIndex = -1;
        double nowS = course.atS(end - 1);
        int oldest = Math.max(first + OLDEST_COUNT, end - BACK_COUNT);
        grow(course, oldest, first, length);
        int candidate = oldest;
        int laneCount = LANE_COUNT;
        while (laneCount == LANE_COUNT) {
            laneCount = 0;
            while (laneCount < LANE_COUNT && candidate < end && nowS - course.atS(candidate) >= latestS) {
                tryOnset(laneCount++, course, candidate, first, length);
                candidate += CANDIDATE_STEP_COUNT;
            }
            for (int axis = 0; axis < axisCount; axis++) {
                removeFromAll(base[axis], rowCount);
            }
            for (int lane = 0; lane < laneCount; lane++) {
                double size = dot(losses[lane], losses[lane], rowCount);
                double along = dot(rest, losses[lane], rowCount);
                double gain = size > 1e-9 && along < 0 ? along * along / size : 0;
                if (gain > bestGain) {
                    bestGain = gain;
                    bestIndex = candidates[lane];
                    onsetS = course.atS(bestIndex);
                    changeRatio = along / size;
                }
            }
        }
        if (bestIndex == oldest) {
            // What is best explained by the oldest onset that was tried is a slow bend, no kink.
            return true;
        }
        double freeCount = Math.max(1, length / SAMPLES_PER_FREE_COUNT - axisCount - 1);
        double variance = Math.max(1e-12, (restSquares - bestGain) / freeCount);
        strengthRatio = Math.sqrt(bestGain / variance);
        return true;
    }

    /** e to the time until now over {@link #LOSS_S}, once for all onsets, from the oldest on. */
    private void grow(StiffnessCourse course, int oldest, int first, int length) {
        double nowS = course.atS(first + length - 1);
        for (int index = oldest - first; index < length; index++) {
            growth[index] = Math.max(Double.MIN_NORMAL, StrictMath.exp((course.atS(first + index) - nowS) / LOSS_S));
        }
    }

    /** What a loss with an onset there looks like. */
    private void tryOnset(int lane, StiffnessCourse course, int candidate, int first, int length) {
        candidates[lane] = candidate;
        double candidateS = course.atS(candidate);
        double[] loss = losses[lane];
        double candidateGrowth = growth[candidate - first];
        Arrays.fill(loss, 0, candidate - first, 0);
        for (int index = candidate - first; index < length; index++) {
            loss[index] = course.atS(first + index) > candidateS ? 1 - candidateGrowth / growth[index] : 0;
        }
        Arrays.fill(loss, length, length + KNOWN_COUNT, 0);
    }

    /** Axes that passive tissue, force and places span, made perpendicular; and what of the course they leave. */
    private void explain(StiffnessCourse course, int first, int length) {
        axisCount = course.recoveryRatio(first + length - 1) > 0 ? BASE_COUNT : RECOVERY_INDEX;
        for (int index = 0; index < length; index++) {
            int at = first + index;
            base[0][index] = 1;
            base[1][index] = Logarithm.of(Math.max(0.5, course.atS(at)));
            base[2][index] = course.logForce(at);
            base[3][index] = course.placeMm(at);
            base[4][index] = course.axialMm(at);
            base[RECOVERY_INDEX][index] = course.recoveryRatio(at);
            rest[index] = course.logStiffness(at);
        }
        int rowCount = length + KNOWN_COUNT;
        Arrays.fill(rest, length, rowCount, 0);
        for (int axis = 0; axis < axisCount; axis++) {
            Arrays.fill(base[axis], length, rowCount, 0);
        }
        base[2][length] = NOISE_RATIO / FORCE_SPREAD_RATIO;
        base[3][length + 1] = NOISE_RATIO / PLACE_SPREAD_PER_MM;
        base[4][length + 2] = NOISE_RATIO / AXIAL_SPREAD_PER_MM;
        base[RECOVERY_INDEX][length + 3] = NOISE_RATIO / RECOVERY_SPREAD_RATIO;
        for (int axis = 0; axis < axisCount; axis++) {
            makePerpendicular(axis, rowCount);
            remove(rest, base[axis], rowCount);
        }
    }

    private void makePerpendicular(int axis, int rowCount) {
        double before = dot(base[axis], base[axis], rowCount);
        for (int earlier = 0; earlier < axis; earlier++) {
            remove(base[axis], base[earlier], rowCount);
        }
        double size = dot(base[axis], base[axis], rowCount);
        double scale = size > 1e-9 * before && size > 0 ? 1 / Math.sqrt(size) : 0;
        for (int index = 0; index < rowCount; index++) {
            base[axis][index] *= scale;
        }
    }

    private static void remove(double[] from, double[] axis, int length) {
        double along = dot(from, axis, length);
        for (int index = 0; index < length; index++) {
            from[index] -= along * axis[index];
        }
    }

    /** The same as {@link #remove} of each: four sums side by side do not wait for one another, as the terms of one sum do. */
    private void removeFromAll(double[] axis, int length) {
        double[] first = losses[0];
        double[] second = losses[1];
        double[] third = losses[2];
        double[] fourth = losses[3];
        double firstAlong = 0;
        double secondAlong = 0;
        double thirdAlong = 0;
        double fourthAlong = 0;
        for (int index = 0; index < length; index++) {
            double part = axis[index];
            firstAlong += first[index] * part;
            secondAlong += second[index] * part;
            thirdAlong += third[index] * part;
            fourthAlong += fourth[index] * part;
        }
        for (int index = 0; index < length; index++) {
            double part = axis[index];
            first[index] -= firstAlong * part;
            second[index] -= secondAlong * part;
            third[index] -= thirdAlong * part;
            fourth[index] -= fourthAlong * part;
        }
    }

    private static double dot(double[] one, double[] other, int length) {
        double sum = 0;
        for (int index = 0; index < length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }

    /** Likeliest onset, since the course began. */
    double onsetS() {
        return onsetS;
    }

    /** Change of the stiffness' logarithm; below 0. */
    double changeRatio() {
        return changeRatio;
    }

    /** How far the change stands out, in spreads of a second's mean. */
    double strengthRatio() {
        return strengthRatio;
    }
}
