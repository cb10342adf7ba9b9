package org.rollscope.dsp;

/**
 * Root mean square of the last samples; of fewer until the window is full.
 *
 * <p>The sum is formed anew at each turn of the ring, so that rounding cannot grow.
 */
public final class WindowRms {
    private final double[] squares;
    private int nextIndex;
    private int filledCount;
    private double sum;

    /**
     * Lays out the window.
     *
     * @param lengthCount samples, 1 or more.
     */
    public WindowRms(int lengthCount) {
        if (lengthCount < 1) {
            throw new IllegalArgumentException("lengthCount must be 1 or more, was " + lengthCount);
        }
        squares = new double[lengthCount];
    }

    /** Takes in a sample and gives the root mean square. */
    public double next(double x) {
        sum += x * x - squares[nextIndex];
        squares[nextIndex] = x * x;
        filledCount = Math.min(squares.length, filledCount + 1);
        nextIndex++;
        if (nextIndex == squares.length) {
            nextIndex = 0;
            sum = 0;
            for (double square : squares) {
                sum += square;
            }
        }
        return Math.sqrt(Math.max(0, sum) / filledCount);
    }

    /** Forgets the past. */
    public void reset() {
        java.util.Arrays.fill(squares, 0);
        sum = 0;
        filledCount = 0;
        nextIndex = 0;
    }
}
