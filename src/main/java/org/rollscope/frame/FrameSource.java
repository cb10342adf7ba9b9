package org.rollscope.frame;

/**
 * Anything that delivers frames: a serial port, the pins of a Pi, a simulated board, a recording.
 *
 * <p><b>Threads.</b> {@link #start} returns at once; the sink is called from one thread of the source, never from two at
 * a time. <b>Errors.</b> A lost device is not an exception: the source says {@link FrameSink#linkLost} and goes on trying.
 */
public interface FrameSource extends AutoCloseable {
    /** What people read: a path, a scenario, a file. */
    String name();

    /**
     * Begins to deliver.
     *
     * @param sink receives everything until {@link #close}.
     */
    void start(FrameSink sink);

    /** What the link has counted so far; may be called from any thread. */
    LinkCounters counters();

    /** Ends the source and its thread; the sink is not called afterwards. */
    @Override
    void close();
}
