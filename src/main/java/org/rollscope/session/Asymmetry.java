package org.rollscope.session;

/**
 * How different two sides are.
 *
 * <p><b>Source.</b> symmetry index of Robinson 1987 and Herzog 1989, {@code (R - L) / ((R + L) / 2)}; domain study 8.1. At least nine other formulas
 * exist (Bishop 2016), so left and right are always told with it.
 *
 * @param left value of the left side, 0 or more.
 * @param right value of the right side, 0 or more.
 */
public record Asymmetry(double left, double right) {
    /** From here on a difference in dose is pointed out; chosen by domain study 8.1, information and no finding. */
    public static final double POINTED_OUT_RATIO = 0.15;

    /** The index, -2 to 2, positive when the right side has more; NaN when both have nothing. */
    public double indexRatio() {
        return left + right == 0 ? Double.NaN : (right - left) / ((right + left) / 2);
    }

    /** Whether the difference is worth a word. */
    public boolean isPointedOut() {
        return Math.abs(indexRatio()) > POINTED_OUT_RATIO;
    }
}
