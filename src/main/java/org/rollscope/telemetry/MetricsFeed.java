package org.rollscope.telemetry;

/**
 * Hears what is said about all rollers.
 *
 * <p><b>Threads.</b> The listener is called from one thread of the feed. <b>Errors.</b> A connection that fails is tried
 * again; each change of its state is told in words.
 */
public interface MetricsFeed extends AutoCloseable {
    /** Begins to listen; returns at once. */
    void start(Listener listener);

    /** Ends; the listener is not called afterwards. */
    @Override
    void close();

    /** Who listens. */
    interface Listener {
        /**
         * A message arrived.
         *
         * @param rollerId whose.
         * @param message what.
         */
        void message(String rollerId, MetricsMessage message);

        /**
         * The connection changed.
         *
         * @param connected whether messages can arrive.
         * @param words one line for people, as "connected to 127.0.0.1:1883" or "the broker refused the login".
         */
        void connection(boolean connected, String words);

        /** A payload could not be read; counted by the caller. */
        void unreadable(String topicPath, String reason);
    }
}
