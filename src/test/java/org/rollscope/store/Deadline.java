package org.rollscope.store;

/** Gives up a wait for another thread or process. */
final class Deadline {
    private final long endNs;

    Deadline(long waitMs) {
        endNs = System.nanoTime() + waitMs * 1_000_000;
    }

    /** Fails when the time is over; otherwise lets others work. */
    void check(String awaited) {
        if (System.nanoTime() > endNs) {
            throw new AssertionError("waited in vain for " + awaited);
        }
        Thread.onSpinWait();
        Thread.yield();
    }
}
