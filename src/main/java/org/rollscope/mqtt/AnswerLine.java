package org.rollscope.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers that wait for the broker: one is under way at a time, so that events and live figures are not crowded out.
 *
 * <p><b>Threads.</b> Any; only {@link #addPatiently} waits.
 */
final class AnswerLine {
    /** Answers that may wait; who is refused for sending too much gets none beyond. */
    static final int LIMIT_COUNT = 64;

    /** Connections that may end while one answer is under way; it may be what ends them, and a roller says more than answers. */
    static final int LOST_LIMIT_COUNT = 3;

    /** One message of an answer. */
    static final class Item {
        private final String path;
        private final byte[] payload;
        private final byte @Nullable [] correlation;
        private final String contentType;

        Item(String path, byte[] payload, byte @Nullable [] correlation, String contentType) {
            this.path = path;
            this.payload = payload;
            this.correlation = correlation;
            this.contentType = contentType;
        }

        String path() {
            return path;
        }

        byte[] payload() {
            return payload;
        }

        byte @Nullable [] correlation() {
            return correlation;
        }

        String contentType() {
            return contentType;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Item> waiting = new ArrayDeque<>();
    private @Nullable Item underWay;
    private int lostCount;
    private boolean open;

    /** Puts an answer in; false when too many wait. */
    boolean add(Item item) {
        lock.lock();
        try {
            return waiting.size() < LIMIT_COUNT && waiting.add(item);
        } finally {
            lock.unlock();
        }
    }

    /** Puts one in when nothing waits; waits for that. False when there is no connection, or the time is over. */
    boolean addPatiently(Item item, long timeoutMs) throws InterruptedException {
        long leftNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        lock.lock();
        try {
            while (open && !waiting.isEmpty() && leftNs > 0) {
                leftNs = moved.awaitNanos(leftNs);
            }
            return open && waiting.isEmpty() && waiting.add(item);
        } finally {
            lock.unlock();
        }
    }

    /** A connection stands: what was under way is sent again, but not for ever. */
    void opened() {
        lock.lock();
        try {
            Item again = underWay;
            underWay = null;
            if (again != null && ++lostCount < LOST_LIMIT_COUNT) {
                waiting.addFirst(again);
            } else {
                lostCount = 0;
            }
            open = true;
        } finally {
            lock.unlock();
        }
    }

    /** There is no connection. */
    void closed() {
        lock.lock();
        try {
            open = false;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next one to send; null when there is none or one is under way. */
    @Nullable
    Item next() {
        lock.lock();
        try {
            if (!open || underWay != null) {
                return null;
            }
            Item next = waiting.pollFirst();
            underWay = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** The broker has it. */
    void delivered(Item item) {
        lock.lock();
        try {
            if (underWay == item) {
                underWay = null;
                lostCount = 0;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
