package org.rollscope.programme.progress;

import java.util.Arrays;

/** Medians of whatever unit. */
public final class Medians {
    private Medians() {}

    /** The middle value, or the mean of the two in the middle; not a number of none. */
    public static double medianRatio(double[] ownRatio) {
        double[] sorted = ownRatio.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
