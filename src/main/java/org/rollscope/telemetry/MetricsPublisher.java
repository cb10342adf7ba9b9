package org.rollscope.telemetry;

/**
 * Says things about one roller.
 *
 * <p><b>Threads.</b> {@link #publish} may be called from any thread and never waits: when the other side is slow or away,
 * live figures and frames are dropped oldest first and counted; events and summaries wait. <b>Errors.</b> A broker that refuses or is away never
 * reaches the caller; the publisher says it in words in its log and in {@link #state()}.
 */
public interface MetricsPublisher extends AutoCloseable {
    /** Hands over one message. */
    void publish(MetricsMessage message);

    /** The connection in words for people, as "connected to 127.0.0.1:1883". */
    String state();

    /** Messages that were dropped since the start. */
    long droppedMessageCount();

    /** Events and summaries that wait for the broker. */
    Backlog backlog();

    /** Says goodbye and ends. */
    @Override
    void close();
}
