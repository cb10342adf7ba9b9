package org.rollscope.programme.plan;

/** What is rolled or pressed with; all are instrumented. */
public enum Tool {
    /** Foam roller. */
    ROLLER,
    /** Lacrosse, tennis or massage ball. */
    BALL,
    /** Stick or cane. */
    STICK;

    /** The tool with a lower-case name; an {@link IllegalArgumentException} when there is none. */
    public static Tool ofWord(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether a limb rolls over it; a stick is pressed, lifted and pressed elsewhere. */
    public boolean rolls() {
        return this != STICK;
    }

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
