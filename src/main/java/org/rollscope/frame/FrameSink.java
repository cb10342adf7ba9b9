package org.rollscope.frame;

/**
 * What a {@link FrameSource} tells.
 *
 * <p><b>Threads.</b> Called from the source's one thread; an implementation must hand over quickly.
 */
public interface FrameSink {
    /**
     * The board said who it is; always comes before its first frame, and again after each reset.
     *
     * @param hello the description.
     * @param bootIndex the boot that the frames after it belong to.
     */
    void hello(BoardHello hello, int bootIndex);

    /** One frame arrived. */
    void frame(RawFrame frame);

    /**
     * The device can no longer be read; the source goes on trying.
     *
     * @param reason one line for people.
     */
    void linkLost(String reason);

    /** The source has no more to give, as a file or a simulation that is over. */
    void finished();
}
