package org.rollscope.session;

/**
 * How different the dose of two sides is.
 *
 * <p><b>Source.</b> symmetry index of Robinson 1987 and Herzog 1989, {@code (R - L) / ((R + L) / 2)}; domain study 8.1. At least nine other formulas
 * exist (Bishop 2016), so left and right are always told with it.
 *
 * @param leftDoseKpaS pressure over time of the left side, 0 or more.
 * @param rightDoseKpaS the same of the right side.
 */
public record Asymmetry(double leftDoseKpaS, double rightDoseKpaS) {
    /** From here on a difference in dose is pointed out; chosen by domain study 8.1, information and no finding. */
    public static final double POINTED_OUT_RATIO = 0.15;

    /** The index, -2 to 2, positive when the right side has more; NaN when both have nothing. */
    public double indexRatio() {
        double bothKpaS = leftDoseKpaS + rightDoseKpaS;
        return bothKpaS == 0 ? Double.NaN : (rightDoseKpaS - leftDoseKpaS) / (bothKpaS / 2);
    }
}
