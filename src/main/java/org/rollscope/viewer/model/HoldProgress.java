package org.rollscope.viewer.model;

/**
 * The present hold and what happened in it, in milliseconds of hold; -1 for what has not happened.
 *
 * @param holdMs its length, 0 when there is none.
 * @param releasedMs when tissue gave way.
 * @param depthRatio share of the stiffness that went then, NaN when that is not known.
 * @param settledMs from when on nothing more happened.
 * @param feltMs when the athlete said that it let go.
 */
public record HoldProgress(long holdMs, long releasedMs, double depthRatio, long settledMs, long feltMs) {
    /** Nobody holds. */
    public static final HoldProgress NONE = new HoldProgress(0, -1, Double.NaN, -1, -1);
}
