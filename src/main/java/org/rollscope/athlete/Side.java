package org.rollscope.athlete;

/** Side of the body. */
public enum Side {
    /** The athlete's left. */
    LEFT,
    /** The athlete's right. */
    RIGHT,
    /** Across the middle, as the back. */
    MIDDLE;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The side with a lower-case name. */
    public static Side ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
