package org.rollscope.frame;

/**
 * A button on the roller went down or up.
 *
 * @param wireTimeUs board clock as sent, modulo 2^32.
 * @param buttonIndex 0 marker, 1 felt release, 2 pain; others may come.
 * @param pressed whether it is down now.
 */
public record ButtonChange(long wireTimeUs, int buttonIndex, boolean pressed) {
    /** The button with which the athlete says that it let go. */
    public static final int FELT_RELEASE_INDEX = 1;
}
