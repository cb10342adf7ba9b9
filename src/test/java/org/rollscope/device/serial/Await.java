package org.rollscope.device.serial;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for another thread or process, with a deadline. */
final class Await {
    private static final long DEADLINE_NS = 15_000_000_000L;
    private static final long POLL_NS = 2_000_000;

    private Await() {}

    static void until(String awaited, BooleanSupplier condition) {
        long endNs = System.nanoTime() + DEADLINE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("waited in vain for " + awaited);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }
}
