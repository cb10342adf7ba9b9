package org.rollscope.device.serial;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;

/**
 * Which port to open next, and whether the board that answers on it is the one.
 *
 * <p><b>Threads.</b> One.
 */
interface PortChoice {
    /** What came of a port. */
    enum Outcome {
        /** It could not be opened. */
        UNOPENED,
        /** It is gone, or it fell silent. */
        GONE,
        /** It was closed before it could answer, because a better one appeared. */
        LEFT,
        /** It sends bytes that are no frames. */
        BABBLING,
        /** Another board than the wanted one is on it. */
        OTHER_BOARD
    }

    /** What people read. */
    String name();

    /** The port to open now; null when there is none and it is time to wait. */
    @Nullable
    String next(long nowNs);

    /** How long an open port may go without a message before it is given up. */
    long patienceNs();

    /** Whether another port should be tried rather than go on waiting on this one. */
    boolean betterThan(String path);

    /** Why the board is not the wanted one; null when it is. */
    @Nullable
    String refusal(BoardHello hello);

    /** The board on this port is the one. */
    void found(String path, BoardHello hello);

    /**
     * A port was given up.
     *
     * @param path of the port.
     * @param outcome what came of it.
     * @param words for people, of {@link Outcome#UNOPENED} and {@link Outcome#OTHER_BOARD}.
     * @return what to tell people now; null for nothing.
     */
    @Nullable
    String gaveUp(String path, Outcome outcome, String words, long nowNs);

    /** Whether every port was tried, so that it is time to wait. */
    boolean roundIsOver();

    /** What to tell people when {@link #next} knows of no port; null for nothing. */
    @Nullable
    String nothingToTry(long nowNs);
}
