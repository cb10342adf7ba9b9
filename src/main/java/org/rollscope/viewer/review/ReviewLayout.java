package org.rollscope.viewer.review;

/**
 * Where the review's two dividers stand.
 *
 * <p><b>Units.</b> Pixels before scaling. <b>Errors.</b> A place out of range is an {@link IllegalArgumentException}.
 *
 * @param leftPx width of lists and tables, 0 to 10000. Default 470.
 * @param sessionsPx height of the list of sessions, 0 to 10000. Default 250.
 */
public record ReviewLayout(int leftPx, int sessionsPx) {
    private static final int MOST_PX = 10_000;

    /** Checks the ranges. */
    public ReviewLayout {
        if (leftPx < 0 || leftPx > MOST_PX || sessionsPx < 0 || sessionsPx > MOST_PX) {
            throw new IllegalArgumentException(
                    "leftPx and sessionsPx must be 0.." + MOST_PX + " px, were " + leftPx + " and " + sessionsPx);
        }
    }

    /** The layout of a first start. */
    public static ReviewLayout usual() {
        return new ReviewLayout(470, 250);
    }
}
