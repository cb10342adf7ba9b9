package org.rollscope.simulation;

/**
 * A number that is drawn anew each time, evenly from a range.
 *
 * @param low smallest, included.
 * @param high largest, not less than low.
 */
public record Between(double low, double high) {
    /** Refuses a range that is upside down. */
    public Between {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range goes from small to large, was " + low + ".." + high);
        }
    }

    /** The same number each time. */
    public static Between only(double value) {
        return new Between(value, value);
    }

    double draw(SeededNoise noise) {
        return noise.uniform(low, high);
    }

    long drawMs(SeededNoise noise) {
        return Math.max(1, Math.round(draw(noise) * 1000));
    }

    int drawCount(SeededNoise noise) {
        return noise.integer((int) Math.round(low), (int) Math.round(high));
    }
}
