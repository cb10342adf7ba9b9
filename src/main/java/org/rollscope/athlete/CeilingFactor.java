package org.rollscope.athlete;

/**
 * One thing that lowers a ceiling.
 *
 * @param name what, as in files.
 * @param factorRatio the ceiling is multiplied by it.
 * @param reason why, for people.
 */
public record CeilingFactor(String name, double factorRatio, String reason) {
    private static final String CARE = "care";
    /** <b>Source.</b> domain study 1.1, T21. */
    private static final double CARE_RATIO = 0.7;

    /** Very tight or cramping. */
    public static CeilingFactor care(String reason) {
        return new CeilingFactor(CARE, CARE_RATIO, reason);
    }

    /** Whether it is the one of {@link #care}: said twice, it counts once. */
    boolean isCare() {
        return name.equals(CARE);
    }
}
