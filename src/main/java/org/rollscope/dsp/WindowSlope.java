package org.rollscope.dsp;

/** Slope of the straight line through the last evenly spaced samples, by least squares; 0 until the window is full. */
public final class WindowSlope {
    private final double[] ring;
    private final double stepS;
    private int nextIndex;
    private int filledCount;

    /**
     * Lays out the window.
     *
     * @param lengthCount samples, 2 or more.
     * @param stepS seconds between two samples, over 0.
     */
    public WindowSlope(int lengthCount, double stepS) {
        if (lengthCount < 2 || !(stepS > 0)) {
            throw new IllegalArgumentException(
                    "a slope needs 2 samples or more and a step over 0 s, was " + lengthCount + " and " + stepS);
        }
        ring = new double[lengthCount];
        this.stepS = stepS;
    }

    /** Takes in a sample and gives the slope, in the sample's unit per second. */
    public double next(double x) {
        ring[nextIndex] = x;
        nextIndex = (nextIndex + 1) % ring.length;
        filledCount = Math.min(ring.length, filledCount + 1);
        if (filledCount < ring.length) {
            return 0;
        }
        double middle = (ring.length - 1) / 2.0;
        double weighted = 0;
        double squares = 0;
        for (int ageIndex = 0; ageIndex < ring.length; ageIndex++) {
            double offset = ageIndex - middle;
            weighted += offset * ring[(nextIndex + ageIndex) % ring.length];
            squares += offset * offset;
        }
        return weighted / squares / stepS;
    }

    /** Forgets the past. */
    public void reset() {
        filledCount = 0;
        nextIndex = 0;
    }
}
