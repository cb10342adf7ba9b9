package org.rollscope.programme.plan;

/** What is rolled or pressed with; all are instrumented. */
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
