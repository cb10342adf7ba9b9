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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.Backlog;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/**
 * What waits for the broker, bounded.
 *
 * <p>Fleeting messages (QoS 0) go oldest first when there are too many. The others stay until the broker has acknowledged
 * them: at most {@link #KEPT_IN_FLIGHT_COUNT} are under way at a time. Of these, states (status, device, session) go first and
 * those of a lost connection are sent again in their order, as is the newest of each topic on every connection; events and
 * summaries lie in {@link KeptLanes}, which an {@link OutboxKeeper} may keep on disk.
 *
 * <p><b>Threads.</b> Any; {@link #add} never waits for the broker nor for a disk.
 */
final class Outbox {
    /** Together with the fleeting ones and one answer below 20, the number of publishes under way that mosquitto allows. */
    static final int KEPT_IN_FLIGHT_COUNT = 14;

    static final int FLEETING_IN_FLIGHT_COUNT = 4;
    /** Events and summaries in memory while there is no disk, or it refuses: a day of hard training. */
    static final int MEMORY_LIMIT_COUNT = 20_000;

    private static final int STATE_LIMIT_COUNT = 1000;
    /** Who is acknowledged within this time is never written. */
    private static final long LINGER_MS = 20;
    /** Who has arrived may lie on disk for this time, so that many go in one transaction. */
    private static final long REMOVAL_PAUSE_MS = 1000;

    private static final int REMOVAL_GROUP_COUNT = 256;

    /** Writes payloads. */
    interface Encoder {
        byte[] encode(MetricsMessage message, Envelope envelope);
    }

    /** A message on its way. */
    static final class Outgoing {
        private final Topic topic;
        private final boolean retained;
        private final Supplier<byte[]> payload;
        private final @Nullable KeptMessage kept;

        private Outgoing(Topic topic, boolean retained, Supplier<byte[]> payload, @Nullable KeptMessage kept) {
            this.topic = topic;
            this.retained = retained;
            this.payload = payload;
            this.kept = kept;
        }

        Topic topic() {
            return topic;
        }

        /** Whether the broker is to keep it as the last one of its topic. */
        boolean retained() {
            return retained;
        }

        byte[] payload() {
            return payload.get();
        }

        boolean isFleeting() {
            return topic.qosIndex() == 0;
        }
    }

    private final String serviceStartId;
    private final Encoder encoder;
    private final int fleetingLimitCount;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition diskWork = lock.newCondition();
    private final Deque<Outgoing> fleeting = new ArrayDeque<>();
    private final Deque<Outgoing> states = new ArrayDeque<>();
    private final KeptLanes lanes;
    private final Set<Outgoing> inFlight = new LinkedHashSet<>();
    private int fleetingInFlightCount;
    private boolean woken;
    private boolean connected;
    private boolean closing;
    private final Map<Topic, Long> nextSequence = new EnumMap<>(Topic.class);
    private final Map<Topic, Outgoing> latest = new EnumMap<>(Topic.class);
    private long droppedCount;

    /**
     * An empty one.
     *
     * @param keptLimitCount events and summaries that may wait, on disk if somebody keeps them there.
     */
    Outbox(String serviceStartId, Encoder encoder, int fleetingLimitCount, int keptLimitCount) {
        this.serviceStartId = serviceStartId;
        this.encoder = encoder;
        this.fleetingLimitCount = fleetingLimitCount;
        lanes = new KeptLanes(Math.min(keptLimitCount, MEMORY_LIMIT_COUNT), keptLimitCount);
    }

    /** Puts a message in; the oldest of its kind goes when there are too many. */
    void add(MetricsMessage message, Instant sentAt) {
        lock.lock();
        try {
            if (message instanceof MetricsMessage.Event event) {
                keep(message, event.sessionId(), sentAt);
            } else if (message instanceof MetricsMessage.Summary summary) {
                keep(message, summary.sessionId(), sentAt);
            } else {
                Outgoing outgoing = wrap(message, sentAt);
                if (message.topic().retained()) {
                    latest.put(message.topic(), outgoing);
                }
                addBounded(outgoing);
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep(MetricsMessage message, String sessionId, Instant sentAt) {
        lanes.add(message.topic(), sessionId, encoder.encode(message, nextEnvelope(message.topic(), sentAt)));
        diskWork.signal();
    }

    private void addBounded(Outgoing outgoing) {
        Deque<Outgoing> line = outgoing.isFleeting() ? fleeting : states;
        line.addLast(outgoing);
        if (line.size() > (outgoing.isFleeting() ? fleetingLimitCount : STATE_LIMIT_COUNT)) {
            line.removeFirst();
            droppedCount++;
        }
    }

    /** A message with the next number of its topic, written when it is sent. */
    Outgoing wrap(MetricsMessage message, Instant sentAt) {
        lock.lock();
        try {
            Envelope envelope = nextEnvelope(message.topic(), sentAt);
            return new Outgoing(
                    message.topic(), message.topic().retained(), () -> encoder.encode(message, envelope), null);
        } finally {
            lock.unlock();
        }
    }

    private Envelope nextEnvelope(Topic topic, Instant sentAt) {
        long sequence = nextSequence.merge(topic, 0L, (next, ignored) -> next + 1);
        return new Envelope(serviceStartId, sequence, sentAt);
    }

    /**
     * A new connection stands: first the newest states unless they wait anyway, then those that were under way, then those that
     * waited, each in its order.
     */
    void connectionOpened() {
        lock.lock();
        try {
            List<Outgoing> again =
                    inFlight.stream().filter(sent -> sent.kept == null).toList();
            inFlight.clear();
            fleetingInFlightCount = 0;
            Set<Outgoing> waiting = new HashSet<>(states);
            waiting.addAll(again);
            List<Outgoing> first = new ArrayList<>(latest.values());
            first.removeAll(waiting);
            first.addAll(again);
            for (int index = first.size() - 1; index >= 0; index--) {
                states.addFirst(first.get(index));
            }
            lanes.restart();
            connected = true;
            diskWork.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing can be sent until the next connection. */
    void connectionLost() {
        lock.lock();
        try {
            connected = false;
            diskWork.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next message to send; it counts as under way. Null when there is none, or enough are under way. */
    @Nullable
    Outgoing next() {
        lock.lock();
        try {
            Outgoing outgoing = inFlight.size() < KEPT_IN_FLIGHT_COUNT ? nextKept() : null;
            if (outgoing != null) {
                inFlight.add(outgoing);
            } else if (mayStartFleeting()) {
                fleetingInFlightCount++;
                outgoing = fleeting.removeFirst();
            }
            return outgoing;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Outgoing nextKept() {
        Outgoing state = states.pollFirst();
        if (state != null) {
            return state;
        }
        KeptMessage kept = lanes.next();
        if (kept == null) {
            return null;
        }
        if (connected && lanes.reading() != null) {
            diskWork.signal();
        }
        return new Outgoing(kept.topic(), lanes.retained(kept), kept::payload, kept);
    }

    /** Whether {@link #next} would give a message. */
    boolean hasNext() {
        lock.lock();
        try {
            boolean keptWaits = !states.isEmpty() || lanes.hasNext();
            return (keptWaits && inFlight.size() < KEPT_IN_FLIGHT_COUNT) || mayStartFleeting();
        } finally {
            lock.unlock();
        }
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
            if (outgoing.isFleeting()) {
                fleetingInFlightCount = Math.max(0, fleetingInFlightCount - 1);
                return;
            }
            inFlight.remove(outgoing);
            if (outgoing.kept != null) {
                boolean noneBefore = lanes.goneCount() == 0;
                lanes.delivered(outgoing.kept);
                if (noneBefore || lanes.goneCount() == REMOVAL_GROUP_COUNT) {
                    diskWork.signal();
                }
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
            return !inFlight.isEmpty() || !states.isEmpty() || lanes.hasUnsent();
        } finally {
            lock.unlock();
        }
    }

    /** Live figures, frames and states that went because too many waited. */
    long droppedCount() {
        lock.lock();
        try {
            return droppedCount;
        } finally {
            lock.unlock();
        }
    }

    /** Events and summaries that wait and that went. */
    Backlog backlog(@Nullable String trouble) {
        lock.lock();
        try {
            return new Backlog(lanes.waitingCount(), lanes.droppedCount(), trouble);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something to do on disk: at once for what the broker cannot get now or what is to be read, a moment
     * later for what it may acknowledge meanwhile, and for what it has.
     *
     * @return false when the end has come; what is left is then to be done at once.
     */
    boolean awaitDiskWork() throws InterruptedException {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(REMOVAL_PAUSE_MS);
            while (!closing && !isDiskWorkUrgent()) {
                if (lanes.hasUnwritten()) {
                    leftNs = Math.min(leftNs, TimeUnit.MILLISECONDS.toNanos(LINGER_MS));
                }
                if (!lanes.hasUnwritten() && lanes.goneCount() == 0) {
                    diskWork.await();
                    leftNs = TimeUnit.MILLISECONDS.toNanos(REMOVAL_PAUSE_MS);
                } else if (leftNs <= 0) {
                    break;
                } else {
                    leftNs = diskWork.awaitNanos(leftNs);
                }
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDiskWorkUrgent() {
        boolean unreachable = !connected && lanes.hasUnwritten();
        boolean toRead = connected && lanes.reading() != null;
        return unreachable || toRead || lanes.goneCount() >= REMOVAL_GROUP_COUNT;
    }

    /** A pause after a failure, which the end cuts short. */
    void awaitClosing(long pauseMs) throws InterruptedException {
        lock.lock();
        try {
            long leftNs = TimeUnit.MILLISECONDS.toNanos(pauseMs);
            while (!closing && leftNs > 0) {
                leftNs = diskWork.awaitNanos(leftNs);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waits of whoever works on disk. */
    void endDiskWork() {
        lock.lock();
        try {
            closing = true;
            diskWork.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks the events and summaries something. */
    <T> T ofLanes(Function<KeptLanes, T> question) {
        lock.lock();
        try {
            return question.apply(lanes);
        } finally {
            lock.unlock();
        }
    }

    /** Does something to the events and summaries, which nobody else can do meanwhile: it must be short. */
    void onLanes(Consumer<KeptLanes> work) {
        lock.lock();
        try {
            work.accept(lanes);
        } finally {
            lock.unlock();
        }
    }

    /** What to read from disk; null when nothing is missing in memory, or nobody could get it. */
    KeptLanes.@Nullable Reading reading() {
        lock.lock();
        try {
            return connected ? lanes.reading() : null;
        } finally {
            lock.unlock();
        }
    }
}
