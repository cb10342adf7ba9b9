package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.store.SqliteKeptMessages;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** A broker that comes back after a long absence: what waited arrives, and nothing fresh waits behind it. */
@Timeout(120)
class BacklogIT {
    private static final int SESSION_COUNT = 100;
    private static final int BACKLOG_COUNT = 10_000;
    private static final int FRESH_COUNT = 20;

    /** A fresh event waited behind the backlog if it took this long and half of the backlog came before it; a busy machine does one of both. */
    private static final long LONGEST_WAIT_MS = 1000;

    @TempDir
    private Path folder;

    private final RandomMessages messages = new RandomMessages(41);
    private final Arrivals arrivals = new Arrivals();

    /** Hears everything as it comes, without a queue that could lose something. */
    private static final class Arrivals implements PahoConnection.Listener {
        private final MetricsCodec codec = new MetricsCodec();
        private final Map<String, Long> eventNs = new HashMap<>();
        private final List<String> order = new ArrayList<>();
        private final Set<String> summaryIds = new HashSet<>();
        private int duplicateCount;
        private int liveCount;
        private int framesCount;

        @Override
        public synchronized void arrived(String topicPath, byte[] payload) {
            if (topicPath.endsWith("/live")) {
                liveCount++;
            } else if (topicPath.endsWith("/frames")) {
                framesCount++;
            } else if (topicPath.endsWith("/summary")) {
                Decoded.Message decoded = (Decoded.Message) codec.decode(Topic.SUMMARY, payload);
                summaryIds.add(((MetricsMessage.Summary) decoded.message()).sessionId());
            } else if (topicPath.endsWith("/event")) {
                Decoded.Message decoded = (Decoded.Message) codec.decode(Topic.EVENT, payload);
                String id = ((MetricsMessage.Event) decoded.message()).eventId();
                if (eventNs.putIfAbsent(id, System.nanoTime()) == null) {
                    order.add(id);
                } else {
                    duplicateCount++;
                }
            }
        }

        @Override
        public void lost() {
            // the publisher does not come back either
        }

        synchronized int eventCount() {
            return eventNs.size();
        }

        synchronized int position(String id) {
            return order.indexOf(id);
        }

        synchronized Long eventNs(String id) {
            return eventNs.get(id);
        }
    }

    @Test
    void freshEventsOfARunningSessionPassTheBacklogAtMosquitto() throws Exception {
        MosquittoBroker.assumeInstalled();
        try (MosquittoBroker broker = MosquittoBroker.start(folder, LoopbackPort.freeFrom("127.0.0.1", 0))) {
            passTheBacklog("mosquitto", broker.uri());
        }
    }

    @Test
    void freshEventsOfARunningSessionPassTheBacklogAtTheEmbeddedBroker() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(OpenBroker.roomy())) {
            passTheBacklog("embedded", broker.uri());
        }
    }

    /** The order within a session is kept, so these wait; it is measured, not promised. */
    @Test
    void freshEventsOfASessionWithTenThousandKeepTheirOrder() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(OpenBroker.roomy());
                PahoMetricsPublisher publisher = publisher(broker.uri());
                PahoConnection listener =
                        PahoConnection.open(MqttSettings.of(broker.uri()), Greeting.passing("listener"), arrivals)) {
            listener.subscribe("rollscope/v1/demo/#", 1);
            fill(publisher, 1);
            connectAndTalk("embedded, all of one session", publisher, broker.uri(), "session-0");
        }
    }

    /** A kill leaves the files as they are at that moment; they are looked at beside a publisher that goes on. */
    @Test
    void whatIsSaidBeforeTheBrokerIsUpIsOnDiskWithoutAnEnd() throws Exception {
        try (PahoMetricsPublisher publisher = publisher("mqtt://127.0.0.1:1883")) {
            assertEquals("the broker is starting", publisher.state());
            publisher.publish(messages.next(Topic.LIVE));
            publisher.publish(messages.event("session", 0));
            publisher.publish(messages.summary("session"));
            Recorder.eventually("both are on disk", () -> onDiskCount() == 2);
            assertEquals(2, publisher.backlog().waitingCount());
            assertEquals(0, publisher.droppedMessageCount());
        }
    }

    private long onDiskCount() {
        try {
            Path copy = Files.createTempDirectory(folder, "killed");
            for (String part : List.of("outbox-demo.sqlite", "outbox-demo.sqlite-wal")) {
                Files.copy(folder.resolve(part), copy.resolve(part));
            }
            try (KeptMessages killed = SqliteKeptMessages.open(copy, "demo", Recorder.CLOCK)) {
                return killed.messageCount();
            }
        } catch (IOException | KeptMessagesException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private PahoMetricsPublisher publisher(String uri) throws KeptMessagesException {
        KeptMessages kept = SqliteKeptMessages.open(folder, "demo", Recorder.CLOCK);
        return new PahoMetricsPublisher(MqttSettings.of(uri), "demo", Recorder.CLOCK, kept);
    }

    /** Says ten thousand events to nobody, each session with a summary. */
    private void fill(PahoMetricsPublisher publisher, int sessionCount) {
        for (int index = 0; index < BACKLOG_COUNT; index++) {
            String sessionId = "session-" + index * sessionCount / BACKLOG_COUNT;
            publisher.publish(messages.event(sessionId, index));
            if ((index + 1) % (BACKLOG_COUNT / sessionCount) == 0 && sessionCount > 1) {
                publisher.publish(messages.summary(sessionId));
            }
        }
    }

    /** A run of the service that never finds its broker, and one that does. */
    private void passTheBacklog(String name, String uri) throws Exception {
        try (PahoMetricsPublisher earlier = publisher(uri)) {
            fill(earlier, SESSION_COUNT);
            assertEquals(BACKLOG_COUNT + SESSION_COUNT, earlier.backlog().waitingCount());
        }
        try (PahoMetricsPublisher publisher = publisher(uri);
                PahoConnection listener =
                        PahoConnection.open(MqttSettings.of(uri), Greeting.passing("listener"), arrivals)) {
            listener.subscribe("rollscope/v1/demo/#", 1);
            assertEquals(
                    0,
                    connectAndTalk(name, publisher, uri, "session-" + SESSION_COUNT),
                    "fresh events waited behind the backlog");
            Recorder.eventually("every summary", () -> arrivals.summaryIds.size() == SESSION_COUNT + 1);
            Arrivals later = new Arrivals();
            try (PahoConnection second = PahoConnection.open(MqttSettings.of(uri), Greeting.passing("later"), later)) {
                second.subscribe("rollscope/v1/demo/summary", 1);
                Recorder.eventually("the retained summary", () -> later.summaryIds.size() == 1);
                assertEquals(Set.of("session-" + SESSION_COUNT), later.summaryIds);
            }
        }
    }

    /** Tells how many fresh events waited behind the backlog. */
    private int connectAndTalk(String name, PahoMetricsPublisher publisher, String uri, String sessionId)
            throws Exception {
        long connectNs = System.nanoTime();
        publisher.connectTo(uri);
        Recorder.eventually("the backlog begins to arrive", () -> arrivals.eventCount() > 100);
        long worstNs = 0;
        int lateCount = 0;
        publisher.publish(messages.summary(sessionId));
        for (int index = 0; index < FRESH_COUNT; index++) {
            long saidNs = System.nanoTime();
            String id = saidAmongFrames(publisher, sessionId, index);
            int saidAtCount = arrivals.eventCount();
            Recorder.eventually("event " + id, () -> arrivals.eventNs(id) != null);
            long waitedNs = arrivals.eventNs(id) - saidNs;
            boolean behind = arrivals.position(id) - saidAtCount > BACKLOG_COUNT / 2;
            lateCount += behind && waitedNs > LONGEST_WAIT_MS * 1_000_000 ? 1 : 0;
            worstNs = Math.max(worstNs, waitedNs);
        }
        int beforeCount = arrivals.eventCount();
        Recorder.eventually("all arrive", () -> arrivals.eventCount() == BACKLOG_COUNT + FRESH_COUNT);
        report(name, worstNs, System.nanoTime() - connectNs, beforeCount);
        assertTrue(arrivals.liveCount >= FRESH_COUNT / 2 && arrivals.framesCount >= FRESH_COUNT / 2);
        assertOrderWithinSessions();
        Recorder.eventually("nothing waits", () -> publisher.backlog().waitingCount() == 0);
        assertEquals(0, publisher.backlog().droppedCount());
        return lateCount;
    }

    /** Says live figures, frames and an event of the running session, as a roller does under load. */
    private String saidAmongFrames(PahoMetricsPublisher publisher, String sessionId, int index) {
        publisher.publish(messages.next(Topic.LIVE));
        publisher.publish(messages.next(Topic.FRAMES));
        MetricsMessage.Event fresh = messages.event(sessionId, BACKLOG_COUNT + index);
        publisher.publish(fresh);
        return fresh.eventId();
    }

    private void report(String name, long worstNs, long allNs, int beforeCount) {
        System.out.printf(
                "%s: %d events waited; %d fresh ones said meanwhile waited at most %.1f ms; %d had arrived when the last of"
                        + " them did; all were there after %.0f ms; %d duplicates, %d live, %d frames%n",
                name,
                BACKLOG_COUNT,
                FRESH_COUNT,
                worstNs / 1e6,
                beforeCount,
                allNs / 1e6,
                arrivals.duplicateCount,
                arrivals.liveCount,
                arrivals.framesCount);
    }

    private void assertOrderWithinSessions() {
        Map<String, Integer> last = new HashMap<>();
        synchronized (arrivals) {
            for (String id : arrivals.order) {
                String[] parts = id.split("/");
                Integer before = last.put(parts[0], Integer.parseInt(parts[1]));
                assertTrue(before == null || before < Integer.parseInt(parts[1]), id + " came after " + before);
            }
        }
    }
}
