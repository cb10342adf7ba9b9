package org.rollscope.viewer.look;

/** Upper ends of axes that people can read at a glance. */
public final class PressureScale {
    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private PressureScale() {}

    /**
     * The smallest round number that is not below a value.
     *
     * @param value 0 or more.
     * @return a number of the series 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten; 10 for very small values.
     */
    public static double roundUp(double value) {
        if (!(value > 10)) {
            return 10;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (value <= step * decade * (1 + 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /**
     * The distance of labels on an axis from 0 to a round number, at most six of them.
     *
     * @param upper from {@link #roundUp}.
     * @return 5, 10, 20, 25, 50, 100 or 200.
     */
    public static double tick(double upper) {
        double[] distances = {5, 10, 20, 25, 50, 100};
        for (double distance : distances) {
            if (upper / distance <= 6) {
                return distance;
            }
        }
        return 200;
    }
}
