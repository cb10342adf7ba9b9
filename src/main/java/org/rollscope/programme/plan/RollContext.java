package org.rollscope.programme.plan;

/** When in the day's training it is rolled. */
public enum RollContext {
    /** Before stretching (P6). */
    PRE_STRETCH,
    /** After training, to cool down (P7). */
    POST_WORKOUT,
    /** Before training, only when warmed up (P8). */
    PRE_WORKOUT,
    /** Any time. */
    ANY;

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
