package org.rollscope.evaluation;

/**
 * A figure with its 95 % confidence interval.
 *
 * @param value of all sessions; NaN when there was nothing to measure.
 * @param low lower end.
 * @param high upper end.
 */
public record Interval(double value, double low, double high) {
    /** Whether there was anything to measure. */
    public boolean isKnown() {
        return !Double.isNaN(value);
    }
}
