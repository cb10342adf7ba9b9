package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what nobody announces. */
final class Await {
    private static final long PATIENCE_MS = 40_000;

    private Await() {}

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, PATIENCE_MS, condition);
    }

    static void until(String what, long patienceMs, BooleanSupplier condition) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, "waited in vain for " + what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
