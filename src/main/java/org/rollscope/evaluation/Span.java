package org.rollscope.evaluation;

/**
 * From when to when something was, or was found.
 *
 * @param startMs onset.
 * @param endMs end, not before the onset.
 * @param declaredMs when it could be known; the onset for what is true.
 */
public record Span(long startMs, long endMs, long declaredMs) {
    /** Something true: known from its onset on. */
    public Span(long startMs, long endMs) {
        this(startMs, endMs, startMs);
    }

    /** Whether two spans share a moment, with some slack. */
    boolean overlaps(Span other, long slackMs) {
        return startMs <= other.endMs + slackMs && other.startMs <= endMs + slackMs;
    }

    /** Length of what two spans share. */
    long sharedMs(Span other) {
        return Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs));
    }

    /** Length. */
    long lengthMs() {
        return endMs - startMs;
    }
}
