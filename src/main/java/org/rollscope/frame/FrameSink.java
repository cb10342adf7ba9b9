package org.rollscope.frame;

/**
 * What a {@link FrameSource} tells.
 *
 * <p><b>Threads.</b> Called from within {@link FrameSource#poll}; an implementation must hand over quickly.
 */
public interface FrameSink {
    /**
     * The board said who it is; always comes before its first frame, and again after each reset.
     *
     * @param hello the description.
     * @param bootIndex the boot that the frames after it belong to.
     */
    void hello(BoardHello hello, int bootIndex);

    /**
     * One frame arrived.
     *
     * @param frame holds until this method returns; {@link RawFrame#copy} keeps it.
     */
    void frame(RawFrame frame);

    /** The board said how it is. */
    default void health(BoardHealth health) {
        // not everybody cares
    }

    /** A button on the roller changed. */
    default void button(ButtonChange change) {
        // not everybody cares
    }

    /** Something that people should read about the source: one line. */
    default void notice(String line) {
        // not everybody cares
    }

    /**
     * The device can no longer be read; the source goes on trying.
     *
     * @param reason one line for people.
     */
    void linkLost(String reason);
}
