package org.rollscope.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.rollscope.command.CommandAnswer;

/**
 * What others ask of a running pipeline; it works it off itself, on its own thread between two polls, so that nobody else
 * touches a session. It outlives a pipeline that has to begin anew.
 *
 * <p><b>Threads.</b> Any; nothing here waits.
 */
public final class PipelineOrders {
    /** Orders that may wait: a frame's time works off all of them. */
    public static final int LIMIT_COUNT = 64;

    /** One order. */
    public interface Order {
        /** Does it, on the pipeline's thread. */
        CommandAnswer carryOut(SessionControl control);
    }

    private record Waiting(Order order, Consumer<CommandAnswer> answered) {}

    private final ArrayBlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(LIMIT_COUNT);
    private volatile boolean closed;

    /**
     * Hands an order over.
     *
     * @param order what to do.
     * @param answered told what came of it, from the pipeline's thread, or at once when too many wait or the end is near.
     */
    public void offer(Order order, Consumer<CommandAnswer> answered) {
        if (closed) {
            answered.accept(CommandAnswer.refused("the service is ending"));
        } else if (!waiting.offer(new Waiting(order, answered))) {
            answered.accept(CommandAnswer.refused("the service is busy: " + LIMIT_COUNT + " commands wait; try again"));
        } else if (closed) {
            refuseWaiting(); // the end came between
        }
    }

    /** Works off what waits. */
    void carryOut(SessionControl control) {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            CommandAnswer answer = CommandAnswer.refused("the service made a mistake of its own; see its log");
            try {
                answer = next.order.carryOut(control);
            } finally {
                next.answered.accept(answer);
            }
        }
    }

    /** Refuses what waits and all that comes. */
    public void close() {
        closed = true;
        refuseWaiting();
    }

    private void refuseWaiting() {
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            next.answered.accept(CommandAnswer.refused("the service is ending"));
        }
    }
}
