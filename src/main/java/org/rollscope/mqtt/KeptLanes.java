package org.rollscope.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.Topic;

/**
 * Events and summaries that the broker has not acknowledged: some in memory only, the others on disk, of which a window is in
 * memory.
 *
 * <p>A message is {@code unwritten} until the disk has it. What lies on disk is read again, in windows, when a connection
 * stands. Two lanes, each in order: the running session, and all before it; the running session goes first, so that its
 * alarms do not wait behind days of others. A summary that is not the newest is therefore not retained by the broker. The
 * newest summary stays here even when the broker has it, and is sent again on each connection.
 *
 * <p><b>Threads.</b> None of its own; {@link Outbox} guards it.
 */
final class KeptLanes {
    /** Messages of a lane that are read ahead into memory. */
    static final int WINDOW_COUNT = 1000;
    /** Messages in one transaction. */
    static final int BATCH_COUNT = 500;

    /** What is to be read from disk for a lane. */
    record Reading(Lane lane, long afterIndex, long beforeIndex, int limitCount) {}

    /** What is to be done on disk in one transaction. */
    record Exchange(List<KeptMessage> added, List<Long> removedIndexes, long droppedToIndex) {}

    /** Messages with indexes below an end, in order. */
    static final class Lane {
        private final long endIndex;
        private final Deque<KeptMessage> waiting = new ArrayDeque<>();
        private long readToIndex;

        private Lane(long beginIndex, long endIndex) {
            this.readToIndex = beginIndex - 1;
            this.endIndex = endIndex;
        }
    }

    private final int memoryLimitCount;
    private final int diskLimitCount;
    private final NavigableMap<Long, KeptMessage> unwritten = new TreeMap<>();
    /** Those that the broker has and that may be on disk. */
    private final Set<Long> goneIndexes = new HashSet<>();

    private Lane backlog = new Lane(1, 1);
    private Lane running = new Lane(1, Long.MAX_VALUE);
    private String sessionId = "";
    private long sessionBeginIndex = 1;
    private long lastIndex;
    private long writingToIndex;
    private long diskToIndex;
    private long newestSummaryIndex;
    private boolean newestSummaryDelivered;
    private long onDiskCount;
    private long droppedCount;

    KeptLanes(int memoryLimitCount, int diskLimitCount) {
        this.memoryLimitCount = memoryLimitCount;
        this.diskLimitCount = diskLimitCount;
    }

    /** What an earlier run of the service left on disk. */
    void found(long lastOnDiskIndex, long newestSummaryOnDiskIndex) {
        lastIndex = lastOnDiskIndex;
        diskToIndex = lastOnDiskIndex;
        newestSummaryIndex = newestSummaryOnDiskIndex;
        sessionBeginIndex = lastOnDiskIndex + 1;
        restart();
    }

    /** How many lie on disk, those that the broker has among them. */
    void counted(long messagesOnDiskCount) {
        onDiskCount = messagesOnDiskCount;
    }

    /** A connection begins: everything that it may need to send comes up again. */
    void restart() {
        backlog = new Lane(1, sessionBeginIndex);
        running = new Lane(sessionBeginIndex, Long.MAX_VALUE);
    }

    void add(Topic topic, String ofSession, byte[] payload) {
        KeptMessage message = new KeptMessage(++lastIndex, topic, payload);
        if (!ofSession.equals(sessionId)) {
            sessionId = ofSession;
            sessionBeginIndex = message.keptIndex();
        }
        if (topic == Topic.SUMMARY) {
            if (newestSummaryDelivered) {
                forget(newestSummaryIndex);
            }
            newestSummaryIndex = message.keptIndex();
            newestSummaryDelivered = false;
        }
        unwritten.put(message.keptIndex(), message);
        if (unwritten.size() > memoryLimitCount) {
            dropOldestInMemory();
        }
    }

    private void dropOldestInMemory() {
        long droppedIndex = unwritten.pollFirstEntry().getKey();
        countDropped(1, droppedIndex);
        forgetUpTo(running, droppedIndex);
        forgetUpTo(backlog, droppedIndex);
    }

    private static void forgetUpTo(Lane lane, long droppedIndex) {
        KeptMessage first = lane.waiting.peekFirst();
        while (first != null && first.keptIndex() <= droppedIndex) {
            lane.waiting.removeFirst();
            first = lane.waiting.peekFirst();
        }
    }

    /** A summary that the broker has is no loss. */
    private void countDropped(int goneCount, long droppedToIndex) {
        droppedCount += goneCount;
        if (goneCount > 0 && newestSummaryDelivered && newestSummaryIndex <= droppedToIndex) {
            newestSummaryDelivered = false;
            droppedCount--;
        }
    }

    /** The next to send; null when none is in memory. */
    @Nullable
    KeptMessage next() {
        KeptMessage next = takeUp(running).pollFirst();
        return next == null ? takeUp(backlog).pollFirst() : next;
    }

    boolean hasNext() {
        return !takeUp(running).isEmpty() || !takeUp(backlog).isEmpty();
    }

    /** Fills a lane from memory, once all of it that is on disk has been read. */
    private Deque<KeptMessage> takeUp(Lane lane) {
        if (lane.waiting.isEmpty() && !isBehindDisk(lane)) {
            for (KeptMessage message : unwritten
                    .subMap(lane.readToIndex, false, lane.endIndex, false)
                    .values()) {
                if (lane.waiting.size() == WINDOW_COUNT) {
                    break;
                }
                lane.waiting.addLast(message);
                lane.readToIndex = message.keptIndex();
            }
        }
        return lane.waiting;
    }

    private boolean isBehindDisk(Lane lane) {
        return lane.readToIndex < diskEndIndex(lane) - 1;
    }

    private long diskEndIndex(Lane lane) {
        return Math.min(diskToIndex + 1, lane.endIndex);
    }

    /** Whether the broker is to keep it as the last one of its topic. */
    boolean retained(KeptMessage message) {
        return message.topic().retained() && message.keptIndex() == newestSummaryIndex;
    }

    /** The broker has it. */
    void delivered(KeptMessage message) {
        if (message.keptIndex() == newestSummaryIndex) {
            newestSummaryDelivered = true;
        } else {
            forget(message.keptIndex());
        }
    }

    private void forget(long keptIndex) {
        boolean wasUnwritten = unwritten.remove(keptIndex) != null;
        if (!wasUnwritten || keptIndex <= writingToIndex) {
            goneIndexes.add(keptIndex);
        }
    }

    /** Whether it has not been sent on this connection. */
    boolean hasUnsent() {
        return hasNext() || isBehindDisk(running) || isBehindDisk(backlog);
    }

    boolean hasUnwritten() {
        return !unwritten.isEmpty();
    }

    int goneCount() {
        return goneIndexes.size();
    }

    /** The oldest that are only in memory, and those that may go. */
    Exchange beginExchange() {
        List<KeptMessage> added = unwritten.values().stream().limit(BATCH_COUNT).toList();
        if (!added.isEmpty()) {
            writingToIndex = added.get(added.size() - 1).keptIndex();
        }
        boolean tooMany = onDiskCount - goneIndexes.size() + added.size() > diskLimitCount;
        long droppedToIndex = tooMany ? Math.max(0, Math.max(diskToIndex, writingToIndex) - diskLimitCount) : 0;
        return new Exchange(added, List.copyOf(goneIndexes), droppedToIndex);
    }

    /** The transaction is on disk. */
    void endExchange(Exchange exchange, int droppedOnDiskCount, long messagesOnDiskCount) {
        for (KeptMessage message : exchange.added()) {
            unwritten.remove(message.keptIndex());
            diskToIndex = message.keptIndex();
        }
        goneIndexes.removeAll(exchange.removedIndexes());
        onDiskCount = messagesOnDiskCount;
        long droppedToIndex = exchange.droppedToIndex();
        countDropped(droppedOnDiskCount, droppedToIndex);
        forgetUpTo(running, droppedToIndex);
        forgetUpTo(backlog, droppedToIndex);
    }

    /** What to read; null when nothing is missing in memory. */
    @Nullable
    Reading reading() {
        for (Lane lane : List.of(running, backlog)) {
            int roomCount = WINDOW_COUNT - lane.waiting.size();
            if (isBehindDisk(lane) && roomCount >= WINDOW_COUNT / 2) {
                return new Reading(lane, lane.readToIndex, diskEndIndex(lane), roomCount);
            }
        }
        return null;
    }

    /** What was read; the broker may have got some of them meanwhile. */
    void endReading(Reading reading, List<KeptMessage> messages) {
        Lane lane = reading.lane();
        boolean whole = messages.size() < reading.limitCount();
        lane.readToIndex = whole
                ? reading.beforeIndex() - 1
                : messages.get(messages.size() - 1).keptIndex();
        for (KeptMessage message : messages) {
            if (!goneIndexes.contains(message.keptIndex())) {
                lane.waiting.addLast(message);
            }
        }
    }

    /** The disk cannot be read now: what is there comes with the next connection. */
    void passOverDisk() {
        for (Lane lane : List.of(running, backlog)) {
            if (isBehindDisk(lane)) {
                lane.readToIndex = diskEndIndex(lane) - 1;
            }
        }
    }

    /** How many the broker has not got; those on disk as far as they have been counted. */
    long waitingCount() {
        long deliveredCount = (long) goneIndexes.size() + (newestSummaryDelivered ? 1 : 0);
        return Math.max(0, onDiskCount + unwritten.size() - deliveredCount);
    }

    /** How many were given up. */
    long droppedCount() {
        return droppedCount;
    }
}
