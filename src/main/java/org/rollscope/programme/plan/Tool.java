package org.rollscope.programme.plan;

/** What is rolled with. Roller and ball are instrumented; the stick is a word in a plan so far. */
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
