package org.rollscope.frame;

/**
 * A button on the roller went down or up.
 *
 * @param wireTimeUs board clock as sent, modulo 2^32.
 * @param buttonIndex 0 marker, 1 felt release, 2 pain, 3 sync input; others may come.
 * @param pressed whether it is down now.
 */
public record ButtonChange(long wireTimeUs, int buttonIndex, boolean pressed) {
    /** The button that marks a moment. */
    public static final int MARKER_INDEX = 0;
    /** The button with which the athlete says that it let go. */
    public static final int FELT_RELEASE_INDEX = 1;
    /** The button for pain. */
    public static final int PAIN_INDEX = 2;
    /** No button: the trigger of another instrument; its time is that of the edge. */
    public static final int SYNC_INDEX = 3;
}
