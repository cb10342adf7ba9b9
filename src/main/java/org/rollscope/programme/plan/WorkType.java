package org.rollscope.programme.plan;

/** What the work is about. */
public enum WorkType {
    /** The whole muscle. */
    GENERAL,
    /** One tender spot. */
    SPECIFIC;

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
