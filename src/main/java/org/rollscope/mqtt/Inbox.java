package org.rollscope.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.rollscope.telemetry.Topic;

/**
 * What a feed still has to tell its listener, bounded: the oldest figures and frames go, others only where there are none of these, and
 * changes of the connection never do.
 *
 * <p>A retained state is said once: who loses it does not know who lies on a roller until the next session.
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

        /** Whether the next one replaces it. */
        boolean isFleeting() {
            return FLEETING.stream().anyMatch(topicPath::endsWith);
        }

        byte[] payload() {
            return payload;
        }
    }

    /** The connection changed. */
    record Changed(boolean connected, String words) implements Item {}

    private static final List<String> FLEETING = List.of("/" + Topic.LIVE.word(), "/" + Topic.FRAMES.word());

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
        if (dropOldest(true) || dropOldest(false)) {
            arrivedCount--;
            droppedCount++;
        }
    }

    private boolean dropOldest(boolean fleetingOnly) {
        for (Iterator<Item> oldestFirst = items.iterator(); oldestFirst.hasNext(); ) {
            if (oldestFirst.next() instanceof Arrived payload && (payload.isFleeting() || !fleetingOnly)) {
                oldestFirst.remove();
                return true;
            }
        }
        return false;
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
