package org.rollscope.dsp;

import java.util.Arrays;

/**
 * Root mean square of what goes on all the time: the lower quartile over short windows, so that single knocks do not count.
 */
public final class SteadyRms {
    private final int windowCount;
    private final double[] ring;
    private final double[] sorted;
    private int nextIndex;
    private int filledCount;
    private int sampleCount;
    private double sum;
    private double steady;

    /**
     * Lays out the windows.
     *
     * @param windowCount samples of one short window, 1 or more.
     * @param lengthCount short windows that are looked at, 4 or more.
     */
    public SteadyRms(int windowCount, int lengthCount) {
        if (windowCount < 1 || lengthCount < 4) {
            throw new IllegalArgumentException(
                    "a steady root mean square needs windows of 1 sample or more and 4 of them, was " + windowCount
                            + " and " + lengthCount);
        }
        this.windowCount = windowCount;
        ring = new double[lengthCount];
        sorted = new double[lengthCount];
    }

    /** Takes in a sample and gives the steady root mean square; 0 until half of the windows are full. */
    public double next(double x) {
        sum += x * x;
        sampleCount++;
        if (sampleCount == windowCount) {
            ring[nextIndex] = Math.sqrt(sum / windowCount);
            nextIndex = (nextIndex + 1) % ring.length;
            filledCount = Math.min(ring.length, filledCount + 1);
            sum = 0;
            sampleCount = 0;
            System.arraycopy(ring, 0, sorted, 0, filledCount);
            Arrays.sort(sorted, 0, filledCount);
            steady = filledCount * 2 < ring.length ? 0 : sorted[filledCount / 4];
        }
        return steady;
    }

    /** Forgets the past. */
    public void reset() {
        nextIndex = 0;
        filledCount = 0;
        sampleCount = 0;
        sum = 0;
        steady = 0;
    }
}
