package org.rollscope.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a feed still has to tell its listener, bounded: the oldest payloads go, changes of the connection never do.
 *
 * <p><b>Threads.</b> Any; nothing waits but {@link #take}.
 */
final class Inbox {
    /** Something to tell. */
    sealed interface Item {}

    /** A payload came. */
    static final class Arrived implements Item {
        private final String topicPath;
        private final byte[] payload;

        /** Takes over the bytes. */
        Arrived(String topicPath, byte[] payload) {
            this.topicPath = topicPath;
            this.payload = payload;
        }

        String topicPath() {
            return topicPath;
        }

        byte[] payload() {
            return payload;
        }
    }

    /** The connection changed. */
    record Changed(boolean connected, String words) implements Item {}

    private final int limitCount;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Item> items = new ArrayDeque<>();
    private int arrivedCount;
    private long droppedCount;

    Inbox(int limitCount) {
        this.limitCount = limitCount;
    }

    void add(Item item) {
        lock.lock();
        try {
            items.addLast(item);
            if (item instanceof Arrived && ++arrivedCount > limitCount) {
                dropOldest();
            }
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() {
        for (Iterator<Item> oldestFirst = items.iterator(); oldestFirst.hasNext(); ) {
            if (oldestFirst.next() instanceof Arrived) {
                oldestFirst.remove();
                arrivedCount--;
                droppedCount++;
                return;
            }
        }
    }

    Item take() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty()) {
                filled.await();
            }
            Item item = items.removeFirst();
            if (item instanceof Arrived) {
                arrivedCount--;
            }
            return item;
        } finally {
            lock.unlock();
        }
    }

    long droppedCount() {
        lock.lock();
        try {
            return droppedCount;
        } finally {
            lock.unlock();
        }
    }
}
