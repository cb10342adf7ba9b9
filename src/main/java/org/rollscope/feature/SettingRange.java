package org.rollscope.feature;

/** The range check of settings: a refused value is named with its key and its limits, as it stands in the file. */
public final class SettingRange {
    private SettingRange() {}

    /**
     * Refuses a value outside its range.
     *
     * @param key as in the settings file, with its unit.
     * @param value what was set; not a number is outside.
     * @param low least value.
     * @param high greatest value.
     * @throws IllegalArgumentException naming key, limits and value.
     */
    public static void check(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    key + " must be " + plain(low) + ".." + plain(high) + ", was " + plain(value));
        }
    }

    /** A whole number without a decimal point. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
