package org.rollscope.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** Remembers what a feed tells and waits for it. */
final class Recorder implements MetricsFeed.Listener {
    static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

    private static final long PATIENCE_MS = 30_000;

    private final List<MetricsMessage> messages = new ArrayList<>();
    private final List<String> connections = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    @Override
    public synchronized void message(String rollerId, MetricsMessage message) {
        messages.add(message);
        notifyAll();
    }

    @Override
    public synchronized void connection(boolean connected, String words) {
        connections.add(words);
        notifyAll();
    }

    @Override
    public synchronized void unreadable(String topicPath, String reason) {
        unreadable.add(topicPath + ": " + reason);
        notifyAll();
    }

    synchronized List<MetricsMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized List<String> connections() {
        return List.copyOf(connections);
    }

    void awaitMessage(Predicate<MetricsMessage> wanted) throws InterruptedException {
        await("a message", () -> messages.stream().anyMatch(wanted));
    }

    void awaitConnection(String words) throws InterruptedException {
        await("'" + words + "'", () -> connections.contains(words));
    }

    void awaitUnreadable(String words) throws InterruptedException {
        await("'" + words + "'", () -> unreadable.contains(words));
    }

    private synchronized void await(String what, BooleanSupplier arrived) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!arrived.getAsBoolean()) {
            long leftMs = (endNs - System.nanoTime()) / 1_000_000;
            if (leftMs <= 0) {
                throw new AssertionError(what + " did not come; heard " + messages.size() + " messages, connection "
                        + connections + ", unreadable " + unreadable);
            }
            wait(leftMs);
        }
    }

    /** Waits for a condition that nobody announces. */
    static void eventually(String what, BooleanSupplier condition) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("never: " + what);
            }
            Thread.sleep(10);
        }
    }
}
