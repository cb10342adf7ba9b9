package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.mqtt.MosquittoBroker;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/**
 * A service as a process whose broker is absent at its start, goes away and comes back, and which is killed while the broker is
 * away: every event of the archive arrives once after de-duplication. {@code -Drollscope.outage-seconds=600} for long outages.
 */
class OutageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OUTAGE_SECONDS = Integer.getInteger("rollscope.outage-seconds", 4);
    /** The absence at the start shows nothing new when it is longer. */
    private static final int LONGEST_ABSENCE_SECONDS = 20;

    private static final long PATIENCE_MS = 20_000;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private final SystemHostClock clock = new SystemHostClock();
    private int port;
    private int logCount;
    private PahoMetricsFeed feed;
    private Process service;

    /** A broker that can be taken away. */
    private interface Broker {
        void start() throws Exception;

        void stop() throws Exception;
    }

    private Broker broker;

    private final class Mosquitto implements Broker {
        private MosquittoBroker running;

        @Override
        public void start() throws Exception {
            running = MosquittoBroker.start(folder, port);
        }

        @Override
        public void stop() {
            running.close();
        }
    }

    private final class Embedded implements Broker {
        private EmbeddedBroker running;

        @Override
        public void start() throws Exception {
            running = EmbeddedBroker.start(BrokerSettings.onLoopback(port));
        }

        @Override
        public void stop() {
            running.close();
        }
    }

    /** Everything that a listener was told, with what came twice. */
    private static final class Heard implements MetricsFeed.Listener {
        private final Map<String, MetricsMessage.Event> events = new HashMap<>();
        private final Set<String> summaries = new TreeSet<>();
        private int duplicateCount;
        private boolean connected;

        @Override
        public synchronized void message(String rollerId, MetricsMessage message) {
            if (message instanceof MetricsMessage.Event told) {
                String key = told.eventId() + " " + told.event().phase();
                if (events.putIfAbsent(key, told) != null) {
                    duplicateCount++;
                }
            } else if (message instanceof MetricsMessage.Summary summary) {
                duplicateCount += summaries.add(summary.sessionId()) ? 0 : 1;
            }
        }

        @Override
        public synchronized void connection(boolean isConnected, String words) {
            connected = isConnected;
        }

        @Override
        public synchronized void unreadable(String topicPath, String reason) {
            throw new AssertionError(topicPath + ": " + reason);
        }

        synchronized boolean connected() {
            return connected;
        }

        synchronized int eventCount() {
            return events.size();
        }

        synchronized boolean hasSummary(String sessionId) {
            return summaries.contains(sessionId);
        }

        synchronized Set<String> toldEvents() {
            Set<String> told = new TreeSet<>();
            for (MetricsMessage.Event message : events.values()) {
                RollerEvent event = message.event();
                double endMs = event.phase() == EventPhase.OPEN ? Double.NaN : event.endUs() / 1000.0;
                told.add(named(message.sessionId(), event.type().word(), event.startUs() / 1000.0, endMs));
            }
            return told;
        }
    }

    /** The name of an event that goes on has no end. */
    private static String named(String sessionId, String type, double startMs, double endMs) {
        return sessionId + " " + type + " " + Math.round(startMs) + ".."
                + (Double.isNaN(endMs) ? "" : Math.round(endMs));
    }

    @BeforeEach
    void findPort() throws Exception {
        port = LoopbackPort.freeFrom("127.0.0.1", 0);
    }

    @AfterEach
    void endAll() throws Exception {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
        if (feed != null) {
            feed.close();
        }
        if (broker != null) {
            broker.stop();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long endNs = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, "waited in vain for " + what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void startService(String source) throws IOException {
        Path home = Path.of("").toAbsolutePath();
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Drollscope.home=" + home,
                        "-cp",
                        home.resolve("target/rollscope.jar") + ":" + home.resolve("target/lib") + "/*",
                        "org.rollscope.app.Main",
                        "service",
                        "--source",
                        source,
                        "--mqtt",
                        "mqtt://127.0.0.1:" + port,
                        "--data",
                        data())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service-" + logCount++ + ".err").toFile())
                .start();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static JsonNode json(String... words) throws IOException {
        Ran ran = Ran.of(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return JSON.readTree(ran.out());
    }

    /** As recorded; the events of one that was cut off are computed from its frames. */
    private List<JsonNode> sessions() throws IOException {
        List<JsonNode> sessions = new ArrayList<>();
        for (JsonNode row : json("sessions", "list", "--json", "--data", data()).required("sessions")) {
            String id = row.required("session_id").asText();
            sessions.add(
                    row.required("complete").asBoolean()
                            ? json("sessions", "show", id, "--json", "--data", data())
                            : json("analyse", id, "--json", "--data", data()));
        }
        return sessions;
    }

    /** The recorded events, as {@link Heard#toldEvents} names them; contact, roll and hold that the kill cut off go on. */
    private static Set<String> archivedEvents(JsonNode session, boolean cutOff) {
        Set<String> events = new TreeSet<>();
        double sessionEndMs =
                session.required("summary").required("duration_ms").asDouble();
        for (JsonNode event : session.required("events")) {
            String type = event.required("type").asText();
            double endMs = event.required("end_ms").asDouble();
            // A stroke ends at its turn, but may be known only because the frames ended.
            double knownMs = Math.max(endMs, event.required("declared_ms").asDouble());
            boolean endedByTheKill = cutOff && knownMs > sessionEndMs - 50;
            if (!endedByTheKill || Set.of("contact", "roll", "hold").contains(type)) {
                events.add(named(
                        session.required("session_id").asText(),
                        type,
                        event.required("start_ms").asDouble(),
                        endedByTheKill ? Double.NaN : endMs));
            }
        }
        return events;
    }

    private void signal(String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, "" + service.pid())
                        .start()
                        .waitFor());
    }

    /** Nothing is under way between broker and listener: what a broker takes with it when it dies is not ours. */
    private void takeBrokerAway() throws Exception {
        signal("STOP");
        TimeUnit.MILLISECONDS.sleep(300);
        broker.stop();
        signal("CONT");
    }

    /** The listener is back before the service may speak: nobody keeps messages for a listener that is not there. */
    private void bringBrokerBack() throws Exception {
        signal("STOP");
        broker.start();
        await("the listener", heard::connected);
        signal("CONT");
    }

    @Test
    void nothingIsLostWithMosquitto() throws Exception {
        MosquittoBroker.assumeInstalled();
        nothingIsLost("mosquitto", new Mosquitto());
    }

    @Test
    void nothingIsLostWithTheEmbeddedBroker() throws Exception {
        nothingIsLost("embedded", new Embedded());
    }

    private void nothingIsLost(String name, Broker absent) throws Exception {
        // The broker is absent at the start, and the service is killed before it ever was there.
        startService("sim:coached?seed=7");
        TimeUnit.SECONDS.sleep(Math.min(OUTAGE_SECONDS, LONGEST_ABSENCE_SECONDS) + 4); // it needs time to start
        service.destroyForcibly().waitFor();

        // It comes, goes for a while in the middle of the next run, and comes back.
        broker = absent;
        broker.start();
        MqttSettings quick =
                new MqttSettings("mqtt://127.0.0.1:" + port, null, null, null, 5000, 10_000, 20, 50, 64, 20_000);
        feed = new PahoMetricsFeed(quick, clock);
        feed.start(heard);
        await("the listener", heard::connected);
        startService("sim:coached?seed=8&seconds=" + (OUTAGE_SECONDS + 12));
        await("what the killed run had said", () -> heard.eventCount() > 3);
        takeBrokerAway();
        await("the listener notices", () -> !heard.connected());
        TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
        bringBrokerBack();
        assertTrue(service.waitFor(PATIENCE_MS + 2000L * OUTAGE_SECONDS, TimeUnit.MILLISECONDS), "it did not end");

        List<JsonNode> sessions = sessions();
        assertEquals(2, sessions.size());
        Set<String> archived = archivedEvents(sessions.get(0), true);
        assertTrue(archived.size() >= 2, "too little happened before the kill: " + archived);
        archived.addAll(archivedEvents(sessions.get(1), false));
        String lastSession =
                sessions.get(sessions.size() - 1).required("session_id").asText();
        await("the summary of the last session", () -> heard.hasSummary(lastSession));
        Set<String> missing = new TreeSet<>(archived);
        for (int tries = 0; tries < 100 && !missing.isEmpty(); tries++) {
            missing.removeAll(heard.toldEvents());
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertEquals(Set.of(), missing, "heard: " + heard.toldEvents());
        report(name, sessions, archived);
    }

    private void report(String name, List<JsonNode> sessions, Set<String> archived) throws IOException {
        Set<String> arrived = heard.toldEvents();
        long missedFrameCount = 0;
        long frameCount = 0;
        for (JsonNode session : sessions) {
            missedFrameCount +=
                    session.required("link").required("lost_frame_count").asLong();
            frameCount += session.required("link").required("frame_count").asLong();
        }
        Ran verified = Ran.of("sessions", "verify", "--data", data());
        System.out.printf(
                "%s, outages of %d s: %d sessions, %d events in the archive, %d of them arrived, %d messages in all, %d"
                        + " duplicates; %d frames recorded, %d missed%n",
                name,
                OUTAGE_SECONDS,
                sessions.size(),
                archived.size(),
                archived.stream().filter(arrived::contains).count(),
                heard.eventCount(),
                heard.duplicateCount,
                frameCount,
                missedFrameCount);
        assertEquals(0, missedFrameCount);
        assertEquals(0, verified.exitCode(), verified.out() + verified.err());
        for (int log = 0; log < logCount; log++) {
            String said = Files.readString(folder.resolve("service-" + log + ".err"));
            assertTrue(!said.contains("\tat ") && !said.contains("dropped"), said);
        }
    }
}
