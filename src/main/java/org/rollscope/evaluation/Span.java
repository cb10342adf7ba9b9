package org.rollscope.evaluation;

/**
 * From when to when something was, or was found.
 *
 * @param startMs onset.
 * @param endMs end, not before the onset.
 */
public record Span(long startMs, long endMs) {
    /** Whether two spans share a moment, with some slack. */
    boolean overlaps(Span other, long slackMs) {
        return startMs <= other.endMs + slackMs && other.startMs <= endMs + slackMs;
    }
}
