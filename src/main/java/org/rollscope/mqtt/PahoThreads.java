package org.rollscope.mqtt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The daemon threads of one Paho client.
 *
 * <p>Paho's first task starts the others and waits for each in a loop that hears no interrupt: threads that are shut down
 * during that task leave it looping for ever (seen with 1.2.5). Hence it must be awaited before {@link #shutdownNow}.
 */
final class PahoThreads extends ScheduledThreadPoolExecutor {
    private static final int THREAD_COUNT = 6;

    private final CountDownLatch firstTaskDone = new CountDownLatch(1);

    PahoThreads() {
        super(THREAD_COUNT, task -> {
            Thread thread = new Thread(task, "rollscope-paho");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Paho submits its first task before any other, and that one starts all the others before it ends. */
    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable failure) {
        super.afterExecute(task, failure);
        if (Thread.currentThread().getName().startsWith("MQTT Con")) {
            firstTaskDone.countDown();
        }
    }

    /** Whether the threads may be shut down: the first task is over, or there never was one. */
    boolean mayEnd() {
        return getTaskCount() == 0 || firstTaskDone.getCount() == 0;
    }

    /** Waits until the first task is over. */
    void awaitFirstTask(long timeoutMs) throws InterruptedException {
        if (!firstTaskDone.await(timeoutMs, TimeUnit.MILLISECONDS)) {
            firstTaskDone.countDown();
        }
    }
}
