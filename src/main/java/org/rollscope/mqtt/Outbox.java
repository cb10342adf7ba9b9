package org.rollscope.mqtt;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/**
 * What waits for the broker, bounded.
 *
 * <p>Fleeting messages (QoS 0) go oldest first when there are too many. Kept ones (QoS 1) stay until the broker has
 * acknowledged them: at most {@link #KEPT_IN_FLIGHT_COUNT} are under way at a time, and those of a lost connection are sent
 * again in their order. The newest message of each retained topic is sent again on every connection.
 *
 * <p><b>Threads.</b> Any; {@link #add} never waits for the broker.
 */
final class Outbox {
    /** Together with the fleeting ones below 20, the number of publishes under way that mosquitto allows. */
    static final int KEPT_IN_FLIGHT_COUNT = 15;

    static final int FLEETING_IN_FLIGHT_COUNT = 4;

    /**
     * A message on its way.
     *
     * @param message what.
     * @param envelope around it.
     */
    record Outgoing(MetricsMessage message, Envelope envelope) {
        boolean isKept() {
            return message.topic().qosIndex() > 0;
        }
    }

    private final String serviceStartId;
    private final int fleetingLimitCount;
    private final int keptLimitCount;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Outgoing> fleeting = new ArrayDeque<>();
    private final Deque<Outgoing> kept = new ArrayDeque<>();
    private final Set<Outgoing> inFlight = new LinkedHashSet<>();
    private int fleetingInFlightCount;
    private boolean woken;
    private final Map<Topic, Long> nextSequence = new EnumMap<>(Topic.class);
    private final Map<Topic, Outgoing> latest = new EnumMap<>(Topic.class);
    private long fleetingDroppedCount;
    private long keptDroppedCount;

    Outbox(String serviceStartId, int fleetingLimitCount, int keptLimitCount) {
        this.serviceStartId = serviceStartId;
        this.fleetingLimitCount = fleetingLimitCount;
        this.keptLimitCount = keptLimitCount;
    }

    /**
     * Puts a message in; the oldest of its kind goes when there are too many.
     *
     * @return whether an event or state had to go.
     */
    boolean add(MetricsMessage message, Instant sentAt) {
        lock.lock();
        try {
            boolean keptDropped = false;
            Outgoing outgoing = wrap(message, sentAt);
            if (message.topic().retained()) {
                latest.put(message.topic(), outgoing);
            }
            if (outgoing.isKept()) {
                kept.addLast(outgoing);
                if (kept.size() > keptLimitCount) {
                    kept.removeFirst();
                    keptDroppedCount++;
                    keptDropped = true;
                }
            } else {
                fleeting.addLast(outgoing);
                if (fleeting.size() > fleetingLimitCount) {
                    fleeting.removeFirst();
                    fleetingDroppedCount++;
                }
            }
            return keptDropped;
        } finally {
            lock.unlock();
        }
    }

    /** A message with the next number of its topic. */
    Outgoing wrap(MetricsMessage message, Instant sentAt) {
        lock.lock();
        try {
            long sequence = nextSequence.merge(message.topic(), 0L, (next, ignored) -> next + 1);
            return new Outgoing(message, new Envelope(serviceStartId, sequence, sentAt));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A new connection stands: first the newest retained messages unless they wait anyway, then what was under way, then what
     * waited, each in its order.
     */
    void connectionOpened() {
        lock.lock();
        try {
            List<Outgoing> again = new ArrayList<>(inFlight);
            inFlight.clear();
            fleetingInFlightCount = 0;
            Set<Outgoing> waiting = new HashSet<>(kept);
            waiting.addAll(again);
            List<Outgoing> first = new ArrayList<>(latest.values());
            first.removeAll(waiting);
            first.addAll(again);
            for (int index = first.size() - 1; index >= 0; index--) {
                kept.addFirst(first.get(index));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next message to send; it counts as under way. Null when there is none, or enough are under way. */
    @Nullable
    Outgoing next() {
        lock.lock();
        try {
            if (mayStartKept()) {
                Outgoing outgoing = kept.removeFirst();
                inFlight.add(outgoing);
                return outgoing;
            }
            if (mayStartFleeting()) {
                fleetingInFlightCount++;
                return fleeting.removeFirst();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #next} would give a message. */
    boolean hasNext() {
        lock.lock();
        try {
            return mayStartKept() || mayStartFleeting();
        } finally {
            lock.unlock();
        }
    }

    private boolean mayStartKept() {
        return !kept.isEmpty() && inFlight.size() < KEPT_IN_FLIGHT_COUNT;
    }

    private boolean mayStartFleeting() {
        return !fleeting.isEmpty() && fleetingInFlightCount < FLEETING_IN_FLIGHT_COUNT;
    }

    /** Waits for {@link #wake}, but not longer than a time. */
    void awaitWake(long timeoutMs) throws InterruptedException {
        long leftNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        lock.lock();
        try {
            while (!woken && leftNs > 0) {
                leftNs = changed.awaitNanos(leftNs);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    /** The broker has it. */
    void delivered(Outgoing outgoing) {
        lock.lock();
        try {
            if (outgoing.isKept()) {
                inFlight.remove(outgoing);
            } else if (fleetingInFlightCount > 0) {
                fleetingInFlightCount--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends a wait in {@link #awaitWake} early. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether messages are under way without an answer. */
    boolean awaitsAnswers() {
        lock.lock();
        try {
            return !inFlight.isEmpty() || fleetingInFlightCount > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether an event or state has not reached the broker. */
    boolean hasKept() {
        lock.lock();
        try {
            return !inFlight.isEmpty() || !kept.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    long fleetingDroppedCount() {
        lock.lock();
        try {
            return fleetingDroppedCount;
        } finally {
            lock.unlock();
        }
    }

    long keptDroppedCount() {
        lock.lock();
        try {
            return keptDroppedCount;
        } finally {
            lock.unlock();
        }
    }
}
