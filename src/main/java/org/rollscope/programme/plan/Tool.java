package org.rollscope.programme.plan;

/** What is rolled with. Only the roller is instrumented so far; the others are words in a plan. */
public enum Tool {
    /** Foam roller. */
    ROLLER,
    /** Lacrosse, tennis or massage ball. */
    BALL,
    /** Stick or cane. */
    STICK;

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
