package org.rollscope.session;

import java.util.Arrays;

/**
 * Numbers in the order in which they came, in single precision, and their percentiles.
 *
 * <p><b>Units.</b> Those of the numbers. <b>Threads.</b> One.
 */
final class Series {
    private float[] values = new float[64];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = (float) value;
    }

    int count() {
        return count;
    }

    double value(int index) {
        return values[index];
    }

    double max() {
        double most = Double.NaN;
        for (int index = 0; index < count; index++) {
            most = Double.isNaN(most) ? values[index] : Math.max(most, values[index]);
        }
        return most;
    }

    /** The value that a share of all do not exceed, by nearest rank; NaN of none. */
    double percentile(double shareRatio) {
        if (count == 0) {
            return Double.NaN;
        }
        float[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(shareRatio * count) - 1)];
    }

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    double median() {
        double[] sorted = new double[count];
        for (int index = 0; index < count; index++) {
            sorted[index] = values[index];
        }
        Arrays.sort(sorted);
        return median(sorted);
    }

    /** The same of numbers that are sorted already. */
    static double median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
