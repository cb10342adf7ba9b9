package org.rollscope.app.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link #FILE_NAME} in the data folder true: {@code rollscope status} and {@code doctor} read it.
 *
 * <p>Looks every five seconds and writes when something changed, or once a minute: some four kilobytes, against the memory
 * card's wear. It is removed when the service ends in order. <b>Threads.</b> One daemon thread of its own.
 */
public final class StateFile implements AutoCloseable {
    public static final String FILE_NAME = "service-state.json";

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final long LOOK_MS = 5000;
    private static final long REFRESH_NS = 60_000_000_000L;

    private final Path file;
    private final ServiceState state;
    private final MetricsPublisher publisher;
    private final HostClock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::keep, "service-state");
    private String written = "";
    private long writtenNs;
    private boolean complained;

    StateFile(Path folder, ServiceState state, MetricsPublisher publisher, HostClock clock) {
        this.file = folder.resolve(FILE_NAME);
        this.state = state;
        this.publisher = publisher;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void keep() {
        try {
            do {
                look();
            } while (!closing.await(LOOK_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks once, and writes when something changed or the file is old.
     *
     * <p>What is compared and what is written is one reading: had the file something newer than what was compared, a broker that is
     * lost and found again between two looks would stay lost in the file until the next refresh.
     */
    void look() {
        ServiceState.Reading reading = state.read(publisher.state(), publisher.backlog(), clock.wallClock());
        long nowNs = clock.monotonicNs();
        boolean due = !reading.outline().equals(written) || nowNs - writtenNs >= REFRESH_NS;
        if (due && write(reading.document())) {
            written = reading.outline();
            writtenNs = nowNs;
        }
    }

    private boolean write(ObjectNode document) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(FILE_NAME + ".new");
            Files.writeString(fresh, JsonOutput.text(document) + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException failed) {
            if (!complained) {
                complained = true;
                LOG.warn("{} cannot be written: {}; rollscope status will not know", file, failed.getMessage());
            }
            return false;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LOOK_MS);
            Files.deleteIfExists(file);
        } catch (IOException ignored) {
            // it says whose process it was, and that one is gone
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
