package org.rollscope.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsPublisher;

/**
 * Stands in for a publisher until its broker is up, so that acquisition need not wait for it.
 *
 * <p>Events and states said meanwhile are handed on in order; live figures and frames are dropped, as nobody could have
 * heard them. <b>Threads.</b> Any.
 */
final class LatePublisher implements MetricsPublisher {
    private static final int MOST_WAITING_COUNT = 1000;

    private final Deque<MetricsMessage> waiting = new ArrayDeque<>();
    private @Nullable MetricsPublisher target;
    private boolean closed;

    /** The publisher is there. */
    synchronized void attach(MetricsPublisher publisher) {
        if (closed) {
            publisher.close();
            return;
        }
        target = publisher;
        waiting.forEach(publisher::publish);
        waiting.clear();
    }

    @Override
    public synchronized void publish(MetricsMessage message) {
        if (target != null) {
            target.publish(message);
        } else if (!(message instanceof MetricsMessage.Live) && !(message instanceof MetricsMessage.Frames)) {
            if (waiting.size() == MOST_WAITING_COUNT) {
                waiting.removeFirst();
            }
            waiting.addLast(message);
        }
    }

    @Override
    public synchronized String state() {
        return target == null ? "the broker is starting" : target.state();
    }

    @Override
    public synchronized long droppedMessageCount() {
        return target == null ? 0 : target.droppedMessageCount();
    }

    @Override
    public void close() {
        MetricsPublisher open;
        synchronized (this) {
            closed = true;
            open = target;
        }
        if (open != null) {
            open.close();
        }
    }
}
