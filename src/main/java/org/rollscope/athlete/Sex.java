package org.rollscope.athlete;

/** Sex, as far as the estimate of a pain threshold asks for it. */
public enum Sex {
    /** Threshold about a fifth lower on average. */
    FEMALE,
    /** The reference of the estimate. */
    MALE,
    /** Not said: the lower estimate holds. */
    UNSTATED;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The sex with a lower-case name. */
    public static Sex ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
