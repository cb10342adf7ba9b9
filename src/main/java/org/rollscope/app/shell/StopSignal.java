package org.rollscope.app.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM, for a command that runs until then; the process waits until this is closed, so that what is under way ends in
 * order.
 *
 * <p><b>Threads.</b> Any.
 */
public final class StopSignal implements AutoCloseable {
    private static final long STOP_WAIT_S = 20;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait, "stop-hook");

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void askAndWait() {
        asked.countDown();
        try {
            closed.await(STOP_WAIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits; true when the end was asked for. */
    public boolean await(long timeoutMs) throws InterruptedException {
        return asked.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process is ending: the hook is what asked for it
        }
    }
}
