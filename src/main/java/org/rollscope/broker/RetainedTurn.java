package org.rollscope.broker;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets subscriptions and retained messages of one broker pass one after the other, so that who subscribes while a retained
 * message is replaced hears the new one.
 *
 * <p>The library sends a retained message to those who listen, then takes the old one out, then puts the new one in. Of
 * those who subscribed meanwhile, 15 % heard neither and 5 % the old one alone, for ever: a viewer that did not know whether
 * a roller is there ({@code RetainedMessageIT}, record 0004).
 *
 * <p><b>Threads.</b> Any. Who waits for longer than {@link #PATIENCE_S} goes without its turn: the threads that wait here are
 * the library's own few, and a message that is missed is better than a broker that stands still.
 */
final class RetainedTurn {
    /** A turn takes a millisecond; a machine may stand still for a second. */
    static final long PATIENCE_S = 5;

    private static final Logger LOG = LoggerFactory.getLogger(RetainedTurn.class);

    private final ReentrantLock turn = new ReentrantLock();

    /** Runs one step when no other runs. */
    void take(Runnable step) {
        boolean mine = awaited();
        try {
            step.run();
        } finally {
            if (mine) {
                turn.unlock();
            }
        }
    }

    private boolean awaited() {
        try {
            boolean mine = turn.tryLock(PATIENCE_S, TimeUnit.SECONDS);
            if (!mine) {
                LOG.warn(
                        "the embedded broker was busy with one retained message or subscription for {} s; the next goes on beside it",
                        PATIENCE_S);
            }
            return mine;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
