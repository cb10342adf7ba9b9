package org.rollscope.dsp;

import java.util.Arrays;

/** Median of the last samples; of fewer until the window is full. Cost grows with the length: meant for up to 200. */
public final class WindowMedian {
    private final double[] ring;
    private final double[] sorted;
    private int nextIndex;
    private int filledCount;

    /**
     * Lays out the window.
     *
     * @param lengthCount samples, 1 or more.
     */
    public WindowMedian(int lengthCount) {
        if (lengthCount < 1) {
            throw new IllegalArgumentException("lengthCount must be 1 or more, was " + lengthCount);
        }
        ring = new double[lengthCount];
        sorted = new double[lengthCount];
    }

    /** Takes in a sample and gives the median. */
    public double next(double x) {
        if (filledCount == ring.length) {
            remove(ring[nextIndex]);
        }
        ring[nextIndex] = x;
        nextIndex = (nextIndex + 1) % ring.length;
        insert(x);
        int middleIndex = filledCount / 2;
        return filledCount % 2 == 1 ? sorted[middleIndex] : (sorted[middleIndex - 1] + sorted[middleIndex]) / 2;
    }

    /** Forgets the past. */
    public void reset() {
        nextIndex = 0;
        filledCount = 0;
    }

    private void insert(double x) {
        int foundIndex = Arrays.binarySearch(sorted, 0, filledCount, x);
        int atIndex = foundIndex < 0 ? -foundIndex - 1 : foundIndex;
        System.arraycopy(sorted, atIndex, sorted, atIndex + 1, filledCount - atIndex);
        sorted[atIndex] = x;
        filledCount++;
    }

    private void remove(double x) {
        int atIndex = Arrays.binarySearch(sorted, 0, filledCount, x);
        filledCount--;
        System.arraycopy(sorted, atIndex + 1, sorted, atIndex, filledCount - atIndex);
    }
}
