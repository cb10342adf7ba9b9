package org.rollscope.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.rollscope.frame.HostClock;
import org.rollscope.session.ArchiveException;
import org.rollscope.telemetry.FleetArchive;
import org.rollscope.telemetry.FleetMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears its share of the events and summaries of all rollers of an MQTT 5 broker and keeps them.
 *
 * <p>A message is acknowledged when it is on the disk, so that a recorder that is killed, or whose disk refuses, gets it again; what came
 * twice is folded by the archive. What waits in memory is bounded by what the broker may send unacknowledged. <b>Errors.</b> In
 * words in the log, once per change. <b>Threads.</b> One of its own; {@link #start} may be called once, {@link #count} from any.
 * <b>Source.</b> decision record 0023.
 */
public final class PahoFleetRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PahoFleetRecorder.class);

    /** A machine that is off over a week's holiday gets everything afterwards, where the broker keeps so much. */
    private static final long KEPT_S = TimeUnit.DAYS.toSeconds(7);

    /** Messages under way, and most of them in one commit. */
    private static final int BATCH_LIMIT_COUNT = 200;
    /** A commit of few messages waits this long for more, so that a trickle costs four a second... */
    private static final long BATCH_MS = 250;
    /** ...unless it has so many: mosquitto sends 20 and waits for their acknowledgement... */
    private static final int BATCH_ENOUGH_COUNT = 10;
    /** ...or none came for this long, as where a broker sends fewer at once. */
    private static final long BATCH_PAUSE_MS = 50;

    private static final long LOOK_MS = 250;
    private static final long RESUMED_QUIET_MS = 500;
    private static final long DISK_PAUSE_MS = 1000;
    private static final long LEAVE_QUIET_MS = 2000;
    private static final long LEAVE_LIMIT_MS = 30_000;

    /**
     * What a recorder has counted since its start.
     *
     * @param kept what the archive said.
     * @param unreadableCount messages that were none of this version's; they are acknowledged and not kept.
     */
    public record Counts(FleetArchive.Kept kept, long unreadableCount) {
        private Counts plus(FleetArchive.Kept more, long moreUnreadableCount) {
            return new Counts(kept.plus(more), unreadableCount + moreUnreadableCount);
        }
    }

    /** A message with the connection on which it must be acknowledged: its number means nothing on another one. */
    private record Arrived(PahoConnection from, String topicPath, MqttMessage message) {}

    private final RecorderPlace place;
    private final FleetArchive archive;
    private final HostClock clock;
    private final FleetReader reader;
    private final BlockingQueue<Arrived> inbox = new ArrayBlockingQueue<>(2 * BATCH_LIMIT_COUNT);
    private final BrokerSupervisor supervisor;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean leaving;
    /** Written by the recorder's thread only. */
    private volatile Counts counts = new Counts(FleetArchive.Kept.NONE, 0);

    /**
     * A recorder that is not yet started.
     *
     * @param settings the broker.
     * @param place among those that share the work.
     * @param archive where messages are kept; used by this recorder's thread only, between start and close.
     * @param clock for pauses, and the time of arrival.
     */
    public PahoFleetRecorder(MqttSettings settings, RecorderPlace place, FleetArchive archive, HostClock clock) {
        this.place = place;
        this.archive = archive;
        this.clock = clock;
        this.reader = new FleetReader(clock);
        Greeting greeting = Greeting.kept(place.clientId(), KEPT_S, BATCH_LIMIT_COUNT);
        this.supervisor = new BrokerSupervisor(settings, greeting, clock, new Member());
    }

    /** Begins; returns at once. */
    public void start() {
        supervisor.start();
    }

    /**
     * Begins, takes what the broker has set aside for this recorder, gives its place up and makes the broker forget it; to be called
     * instead of {@link #start}.
     */
    public void startLeaving() {
        leaving = true;
        supervisor.start();
    }

    /** Waits until the place is given up; false when it is not after a while. */
    public boolean awaitLeft(long timeoutMs) throws InterruptedException {
        return left.await(timeoutMs, TimeUnit.MILLISECONDS);
    }

    /** The connection in words. */
    public String state() {
        return supervisor.words();
    }

    /** What was counted since the start. */
    public Counts counts() {
        return counts;
    }

    /** Ends; the broker keeps what comes from then on. */
    @Override
    public void close() {
        closing.countDown();
        supervisor.close();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Keeps what comes until the connection is lost, the end is asked for, or nothing came for a while. */
    private boolean keepUntil(PahoConnection connection, long quietMs, long limitMs)
            throws MqttException, InterruptedException {
        long startNs = clock.monotonicNs();
        long lastNs = startNs;
        while (!connection.isLost() && !isClosing()) {
            List<Arrived> batch = nextBatch(connection);
            long nowNs = clock.monotonicNs();
            if (!batch.isEmpty()) {
                lastNs = nowNs;
                if (!keep(connection, batch)) {
                    return false;
                }
            } else if (nowNs - lastNs > TimeUnit.MILLISECONDS.toNanos(quietMs)) {
                return true;
            }
            if (nowNs - startNs > TimeUnit.MILLISECONDS.toNanos(limitMs)) {
                return true;
            }
        }
        return false;
    }

    private List<Arrived> nextBatch(PahoConnection connection) throws InterruptedException {
        List<Arrived> batch = new ArrayList<>();
        Arrived next = inbox.poll(LOOK_MS, TimeUnit.MILLISECONDS);
        long endNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(BATCH_MS);
        while (next != null) {
            // one of an earlier connection comes again on this one
            if (next.from() == connection) {
                batch.add(next);
            }
            long waitNs = batch.size() >= BATCH_ENOUGH_COUNT
                    ? 0
                    : Math.min(endNs - clock.monotonicNs(), TimeUnit.MILLISECONDS.toNanos(BATCH_PAUSE_MS));
            next = batch.size() >= BATCH_LIMIT_COUNT ? null : inbox.poll(waitNs, TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    /** False when the disk refused; it takes messages again then, or the end was asked for. */
    private boolean keep(PahoConnection connection, List<Arrived> batch) throws MqttException, InterruptedException {
        List<FleetMessage> messages = new ArrayList<>();
        long unreadableCount = 0;
        for (Arrived arrived : batch) {
            // a broker clears a retained message with an empty one
            if (arrived.message().getPayload().length > 0) {
                FleetMessage message =
                        reader.read(arrived.topicPath(), arrived.message().getPayload());
                if (message == null) {
                    unreadableCount++;
                } else {
                    messages.add(message);
                }
            }
        }
        try {
            count(archive.keep(messages), unreadableCount);
        } catch (ArchiveException refused) {
            waitForDisk(connection, messages, unreadableCount, refused);
            return false;
        }
        for (Arrived arrived : batch) {
            connection.acknowledge(arrived.message());
        }
        return true;
    }

    private void count(FleetArchive.Kept kept, long unreadableCount) {
        counts = counts.plus(kept, unreadableCount);
    }

    /** Gives its share to the others of the group as long as the disk refuses. */
    private void waitForDisk(
            PahoConnection connection, List<FleetMessage> messages, long unreadableCount, ArchiveException refused)
            throws InterruptedException {
        LOG.warn("{}; this recorder is away until its disk takes messages again", refused.getMessage());
        connection.markLost("away from the broker, because the disk refused");
        connection.sayGoodbye();
        while (!closing.await(DISK_PAUSE_MS, TimeUnit.MILLISECONDS)) {
            try {
                count(archive.keep(messages), unreadableCount);
                LOG.info("the disk takes messages again");
                return;
            } catch (ArchiveException still) {
                LOG.debug("the disk still refuses", still);
            }
        }
    }

    /** What happens on a standing connection; runs on the supervisor's thread. */
    private final class Member implements BrokerSupervisor.Guest {
        @Override
        public void serve(PahoConnection connection) throws MqttException, InterruptedException {
            inbox.removeIf(arrived -> arrived.from() != connection);
            // What the broker has kept comes by itself. A second subscription while messages are under way makes
            // Artemis
            // (2.55) send them again under other numbers and then stop for ever: hence only when nothing comes.
            if (!connection.isResumed() || keepUntil(connection, RESUMED_QUIET_MS, Long.MAX_VALUE)) {
                connection.subscribe(place.filters(), 1);
                if (leaving) {
                    leave(connection);
                } else {
                    keepUntil(connection, Long.MAX_VALUE, Long.MAX_VALUE);
                }
            }
            if (isClosing()) {
                connection.sayGoodbye();
            }
        }

        /** A broker whose queue is the group's forgets it with the last member: hence it is emptied first. */
        private void leave(PahoConnection connection) throws MqttException, InterruptedException {
            if (!keepUntil(connection, LEAVE_QUIET_MS, LEAVE_LIMIT_MS)) {
                return;
            }
            for (String filter : place.filters()) {
                connection.unsubscribe(filter);
            }
            if (keepUntil(connection, LEAVE_QUIET_MS, LEAVE_LIMIT_MS)) {
                connection.markLost("left the group " + place.group());
                connection.sayFarewell();
                closing.countDown();
                left.countDown();
            }
        }

        @Override
        public void state(boolean connected, String words) {
            // the supervisor says it in the log
        }

        @Override
        public boolean isClosing() {
            return PahoFleetRecorder.this.isClosing();
        }

        @Override
        public void arrived(String topicPath, byte[] payload) {
            throw new IllegalStateException("messages come with their connection");
        }

        @Override
        public void arrived(PahoConnection from, String topicPath, MqttMessage message) {
            // Mosquitto 2.0.11 sends all that it has kept, however few it was asked to send at once: then the network
            // waits.
            try {
                while (!inbox.offer(new Arrived(from, topicPath, message), LOOK_MS, TimeUnit.MILLISECONDS)) {
                    if (from.isLost() || isClosing()) {
                        return;
                    }
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void lost() {
            // the loop looks four times a second
        }
    }
}
