package org.rollscope.programme.plan;

/** How long a spot is held, where the sources disagree: each has its name. <b>Source.</b> domain study 1.1. */
public enum HoldPreset {
    /** Until the tension lets go, 30 to 90 s (T3). */
    SUSTAINED(30_000, 90_000),
    /** Up to 20 s on a spot (T4): the least that counts. */
    BRIEF(20_000, 20_000),
    /** Typically 30 to 60 s (T5, P3). */
    USUAL(30_000, 60_000);

    private final int firstHoldMs;
    private final int longestHoldMs;

    HoldPreset(int firstHoldMs, int longestHoldMs) {
        this.firstHoldMs = firstHoldMs;
        this.longestHoldMs = longestHoldMs;
    }

    /** Hold of a first plan. */
    public int firstHoldMs() {
        return firstHoldMs;
    }

    /** A hold is not planned longer than this by itself. */
    public int longestHoldMs() {
        return longestHoldMs;
    }

    /** Lower-case name, as in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
