package org.rollscope.detect;

import java.util.Arrays;

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

    /** A loss that began longer ago than 230 times {@link #LOSS_S} is complete: keeps squares within range. */
    private static final double LEAST_GROWTH = 1e-100;

    /** What rounding leaves of a loss that the axes explain is no loss. */
    private static final double LEAST_SIZE = 1e-9;

    private final double[][] base = new double[BASE_COUNT][ROW_COUNT];
    private final double[] rest = new double[ROW_COUNT];
    /** Sums over the course from some moment on: of each axis, and of each over the growth until then. */
    private final double[] axisSums = new double[BASE_COUNT];

    private final double[] axisFadedSums = new double[BASE_COUNT];
    private int axisCount;
    private double bestGain;
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
        int oldest = Math.max(first + OLDEST_COUNT, end - BACK_COUNT);
        int bestIndex = searchBack(course, first, oldest, end, latestS);
        if (bestIndex == oldest) {
            // What is best explained by the oldest onset that was tried is a slow bend, no kink.
            return true;
        }
        double freeCount = Math.max(1, length / SAMPLES_PER_FREE_COUNT - axisCount - 1);
        double variance = Math.max(1e-12, (restSquares - bestGain) / freeCount);
        strengthRatio = Math.sqrt(bestGain / variance);
        return true;
    }

    /**
     * Tries all onsets and gives the best, -1 for none.
     *
     * <p>A loss that began at c is 1 - growth(c) / growth(i) at i, and nothing before c, with growth(i) = e to the time of i over {@link
     * #LOSS_S}. So its products with an axis, with the rest and with itself follow from sums from c on, of what is multiplied and of the same over
     * growth: one pass back from now serves all onsets. What the axes leave of a loss need not be written out either: the axes
     * are perpendicular, and so is the rest to them.
     */
    private int searchBack(StiffnessCourse course, int first, int oldest, int end, double latestS) {
        Arrays.fill(axisSums, 0);
        Arrays.fill(axisFadedSums, 0);
        double restSum = 0;
        double restFadedSum = 0;
        double fadedSum = 0;
        double fadedSquares = 0;
        double nowS = course.atS(end - 1);
        int bestIndex = -1;
        bestGain = 0;
        for (int at = end - 1; at >= oldest; at--) {
            int index = at - first;
            double growth = Math.max(LEAST_GROWTH, StrictMath.exp((course.atS(at) - nowS) / LOSS_S));
            double faded = 1 / growth;
            for (int axis = 0; axis < axisCount; axis++) {
                axisSums[axis] += base[axis][index];
                axisFadedSums[axis] += faded * base[axis][index];
            }
            restSum += rest[index];
            restFadedSum += faded * rest[index];
            fadedSum += faded;
            fadedSquares += faded * faded;
            if ((at - oldest) % CANDIDATE_STEP_COUNT != 0 || nowS - course.atS(at) < latestS) {
                continue;
            }
            double size = end - at - growth * (2 * fadedSum - growth * fadedSquares);
            for (int axis = 0; axis < axisCount; axis++) {
                double onAxis = axisSums[axis] - growth * axisFadedSums[axis];
                size -= onAxis * onAxis;
            }
            double along = restSum - growth * restFadedSum;
            double gain = size > LEAST_SIZE && along < 0 ? along * along / size : 0;
            if (gain > 0 && gain >= bestGain) { // of equals the earlier
                bestGain = gain;
                bestIndex = at;
                onsetS = course.atS(at);
                changeRatio = along / size;
            }
        }
        return bestIndex;
    }

    /** Axes that passive tissue, force and places span, made perpendicular; and what of the course they leave. */
    private void explain(StiffnessCourse course, int first, int length) {
        axisCount = course.recoveryRatio(first + length - 1) > 0 ? BASE_COUNT : RECOVERY_INDEX;
        for (int index = 0; index < length; index++) {
            int at = first + index;
            base[0][index] = 1;
            base[1][index] = course.logAtS(at);
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

    /** Four sums side by side do not wait for one another, as the terms of one sum do. */
    private static double dot(double[] one, double[] other, int length) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int index = 0;
        for (; index + 3 < length; index += 4) {
            sum0 += one[index] * other[index];
            sum1 += one[index + 1] * other[index + 1];
            sum2 += one[index + 2] * other[index + 2];
            sum3 += one[index + 3] * other[index + 3];
        }
        for (; index < length; index++) {
            sum0 += one[index] * other[index];
        }
        return (sum0 + sum1) + (sum2 + sum3);
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
