package org.rollscope.programme.plan;

/**
 * How hard is planned, as shares of the personal ceiling, so that a new ramp test moves the plan with it.
 *
 * @param floorRatio from here on it is worth something, 0.1 to ceilingRatio.
 * @param ceilingRatio not over this, up to 1.
 */
public record Intensity(double floorRatio, double ceilingRatio) {
    /** Refuses a band that is upside down or over the personal ceiling. */
    public Intensity {
        if (!(floorRatio >= 0.1 && floorRatio < ceilingRatio)) {
            throw new IllegalArgumentException(
                    "floor_ratio must be 0.1 to less than ceiling_ratio (" + ceilingRatio + "), was " + floorRatio);
        }
        if (!(ceilingRatio <= 1)) {
            throw new IllegalArgumentException(
                    "ceiling_ratio must be up to 1 (the personal ceiling), was " + ceilingRatio);
        }
    }
}
