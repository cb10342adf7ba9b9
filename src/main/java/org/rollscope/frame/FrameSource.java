package org.rollscope.frame;

/**
 * Anything that delivers frames: a serial port, the pins of a Pi, a simulated board, a recording.
 *
 * <p>It has no thread: whoever wants frames calls {@link #poll} again and again, and what is there is delivered in that
 * call. So a frame is read, decoded and judged in one wake-up, and the queue in front is the kernel's.
 *
 * <p><b>Threads.</b> One. <b>Errors.</b> A lost device is not an exception: the source says {@link FrameSink#linkLost} and
 * goes on trying.
 */
public interface FrameSource extends AutoCloseable {
    /** What people read: a path, a scenario, a file. */
    String name();

    /**
     * Says who receives; comes before the first {@link #poll}.
     *
     * @param sink called from within {@link #poll} only.
     */
    void start(FrameSink sink);

    /**
     * Delivers what is there; waits for it, but no longer than a fifth of a second, so that its caller can look after other
     * things.
     *
     * @return false when there will never be more, as at the end of a file or a simulation.
     */
    boolean poll();

    /**
     * Asks for every frame at once, even where the source collects some to save power.
     *
     * @param atOnce whether waiting would delay a warning.
     */
    default void hurry(boolean atOnce) {
        // most sources never wait longer than they must
    }

    /**
     * Whether frames come when they come, as from a roller. A source that runs as fast as it is polled, as a recording at the
     * highest speed, says no: whoever polls may let it wait.
     */
    default boolean keepsTime() {
        return true;
    }

    /** Light, tone and vibration of the roller; {@link Feedback#NONE} where there is none. On the thread that polls. */
    default Feedback feedback() {
        return Feedback.NONE;
    }

    /** What the link has counted so far. */
    LinkCounters counters();

    /** Ends the source. */
    @Override
    void close();
}
