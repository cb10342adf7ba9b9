package org.rollscope.evaluation;

import java.util.Arrays;

/**
 * Counts of values in equal bins from 0 on; the first bin takes what is less, the last what is more.
 *
 * <p>Many sessions' errors fit in one, so that resampling them costs little. <b>Threads.</b> One.
 */
final class Histogram {
    private final double binWidth;
    private final long[] binCount;

    /**
     * Lays out the bins.
     *
     * @param binWidth width of a bin, over 0.
     * @param size number of bins.
     */
    Histogram(double binWidth, int size) {
        this.binWidth = binWidth;
        binCount = new long[size];
    }

    /** Takes in a value. */
    void add(double value) {
        double index = Math.floor(value / binWidth);
        binCount[(int) Math.max(0, Math.min(binCount.length - 1.0, index))]++;
    }

    /** Takes in the bars of another with the same bins, each as often as said. */
    void add(Bars bars, int times) {
        for (int barIndex = 0; barIndex < bars.binIndex.length; barIndex++) {
            binCount[bars.binIndex[barIndex]] += bars.binCount[barIndex] * times;
        }
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(binCount, 0);
    }

    /** Values taken in. */
    long total() {
        long total = 0;
        for (long count : binCount) {
            total += count;
        }
        return total;
    }

    /**
     * The value that a share of all values does not exceed, interpolated within its bin.
     *
     * @param ratio share, over 0 to 1.
     * @return NaN when there is no value.
     */
    double percentile(double ratio) {
        double wanted = ratio * total();
        if (wanted == 0) {
            return Double.NaN;
        }
        double below = 0;
        for (int index = 0; index < binCount.length; index++) {
            if (below + binCount[index] >= wanted) {
                return (index + (wanted - below) / binCount[index]) * binWidth;
            }
            below += binCount[index];
        }
        throw new IllegalStateException("a share of " + ratio + " is more than everything");
    }

    /**
     * The chance that a value of this one is larger than one of another with the same bins, ties counted half: the area
     * under the curve of hits against false alarms.
     *
     * <p><b>Source.</b> J. Hanley and B. McNeil, Radiology 143(1), 1982, doi 10.1148/radiology.143.1.7063747.
     *
     * @return NaN when one of the two is empty.
     */
    double chanceAbove(Histogram other) {
        double pairs = (double) total() * other.total();
        double won = 0;
        long below = 0;
        for (int index = 0; index < binCount.length; index++) {
            won += binCount[index] * (below + other.binCount[index] / 2.0);
            below += other.binCount[index];
        }
        return pairs == 0 ? Double.NaN : won / pairs;
    }

    /** The bins that hold something, to be kept. */
    Bars bars() {
        int[] index = new int[binCount.length];
        int used = 0;
        for (int at = 0; at < binCount.length; at++) {
            if (binCount[at] > 0) {
                index[used++] = at;
            }
        }
        long[] count = new long[used];
        for (int barIndex = 0; barIndex < used; barIndex++) {
            count[barIndex] = binCount[index[barIndex]];
        }
        return new Bars(Arrays.copyOf(index, used), count);
    }

    /** The bins of a histogram that hold something. */
    static final class Bars {
        private final int[] binIndex;
        private final long[] binCount;

        private Bars(int[] binIndex, long[] binCount) {
            this.binIndex = binIndex;
            this.binCount = binCount;
        }
    }
}
