package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.detect.RollerEvent;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** How a service ends, as a process: asked to, asked twice, killed. Somebody listens at a broker of its own meanwhile. */
class ServiceEndIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MS = 60_000;
    private static final long LONGEST_END_MS = 5000;
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private final Heard heard = new Heard();
    private EmbeddedBroker broker;
    private PahoMetricsFeed feed;
    private Process service;

    /** Everything that a listener was told. */
    private static final class Heard implements MetricsFeed.Listener {
        private final List<MetricsMessage> messages = new ArrayList<>();
        private boolean connected;

        @Override
        public synchronized void message(String rollerId, MetricsMessage message) {
            messages.add(message);
            notifyAll();
        }

        @Override
        public synchronized void connection(boolean isConnected, String words) {
            connected = isConnected;
            notifyAll();
        }

        @Override
        public synchronized void unreadable(String topicPath, String reason) {
            throw new AssertionError(topicPath + ": " + reason);
        }

        synchronized void awaitConnection() throws InterruptedException {
            for (long endMs = nowMs() + PATIENCE_MS; !connected; ) {
                assertTrue(nowMs() < endMs, "no connection");
                wait(100);
            }
        }

        synchronized void await(String what, Predicate<MetricsMessage> wanted) throws InterruptedException {
            for (long endMs = nowMs() + PATIENCE_MS; messages.stream().noneMatch(wanted); ) {
                assertTrue(nowMs() < endMs, "waited in vain for " + what);
                wait(100);
            }
        }

        private static long nowMs() {
            return System.nanoTime() / 1_000_000;
        }
    }

    @BeforeEach
    void serveAHold() throws Exception {
        broker = EmbeddedBroker.startFrom(BrokerSettings.onLoopback(LoopbackPort.freeFrom("127.0.0.1", 0)));
        feed = new PahoMetricsFeed(MqttSettings.of(broker.uri()), new SystemHostClock());
        feed.start(heard);
        heard.awaitConnection();
        service = BuiltProgram.rollscope(
                        "service", "--source", "sim:still?seed=4", "--mqtt", broker.uri(), "--data", data())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service.err").toFile())
                .start();
        heard.await("the begin of a hold", message -> is(message, RollerEvent.HoldStarted.class));
    }

    @AfterEach
    void endAll() throws InterruptedException {
        service.destroyForcibly().waitFor();
        feed.close();
        broker.close();
    }

    private static boolean is(MetricsMessage message, Class<? extends RollerEvent> kind) {
        return message instanceof MetricsMessage.Event told && kind.isInstance(told.event());
    }

    private static boolean isOffline(MetricsMessage message) {
        return message instanceof MetricsMessage.Status status && !status.online();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("service.err"));
    }

    private JsonNode onlySession() throws IOException {
        Ran listed = Ran.of("sessions", "list", "--json", "--data", data());
        assertEquals(0, listed.exitCode(), listed.err());
        JsonNode sessions = JSON.readTree(listed.out()).required("sessions");
        assertEquals(1, sessions.size(), listed.out());
        Ran verified = Ran.of("sessions", "verify", "--data", data());
        assertEquals(0, verified.exitCode(), verified.out() + verified.err());
        return sessions.get(0);
    }

    private void assertEnded(long askedNs) throws Exception {
        assertTrue(service.waitFor(30, TimeUnit.SECONDS), "it did not end: " + log());
        long tookMs = (System.nanoTime() - askedNs) / 1_000_000;
        System.out.println("the service ended " + tookMs + " ms after SIGTERM");
        assertEquals(STOPPED_BY_SIGTERM, service.exitValue(), log());
        assertTrue(tookMs < LONGEST_END_MS, "the end took " + tookMs + " ms");
        assertFalse(log().contains("\tat "), log());
    }

    @Test
    void sigtermDuringAHoldEndsHoldSessionAndConnectionInOrder() throws Exception {
        Ran running = awaitState();
        assertEquals(0, running.exitCode(), running.out() + running.err());
        assertTrue(running.out().contains("recording  session "), running.out());
        long askedNs = System.nanoTime();
        service.destroy();
        assertEnded(askedNs);

        heard.await("the summary", MetricsMessage.Summary.class::isInstance);
        heard.await("the end of the hold", message -> is(message, RollerEvent.HoldEnded.class));
        heard.await("status offline", ServiceEndIT::isOffline);
        synchronized (heard) {
            assertTrue(
                    heard.messages.stream()
                            .filter(MetricsMessage.Session.class::isInstance)
                            .reduce((first, last) -> last)
                            .filter(last -> ((MetricsMessage.Session) last).running() == null)
                            .isPresent(),
                    "the session topic still names a running session");
        }
        JsonNode row = onlySession();
        assertTrue(row.required("complete").asBoolean(), row.toString());
        JsonNode shown = JSON.readTree(
                Ran.of("sessions", "show", row.required("session_id").asText(), "--json", "--data", data())
                        .out());
        assertEquals(1, shown.required("summary").required("hold_count").asInt(), shown.toString());
        assertEquals(
                shown.required("summary").required("duration_ms").asDouble(),
                shown.required("events").get(0).required("end_ms").asDouble(),
                1.0,
                "the hold ends with the session");
        Ran after = Ran.of("status", "--data", data());
        assertEquals(3, after.exitCode());
        assertTrue(after.err().contains("no service runs"), after.err());
    }

    /** The state file is written every two seconds. */
    private Ran awaitState() throws InterruptedException {
        Ran ran = Ran.of("status", "--data", data());
        for (int tries = 0; tries < 100 && !ran.out().contains("recording  session "); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
            ran = Ran.of("status", "--data", data());
        }
        return ran;
    }

    @Test
    void secondSigtermDoesNoHarm() throws Exception {
        long askedNs = System.nanoTime();
        for (int times = 0; times < 3; times++) {
            service.toHandle().destroy();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEnded(askedNs);
        assertTrue(onlySession().required("complete").asBoolean());
    }

    @Test
    void killedServiceIsToldByStatusAndLeavesASoundArchive() throws Exception {
        awaitState();
        service.destroyForcibly().waitFor();
        heard.await("the will: status offline", ServiceEndIT::isOffline);
        Ran status = Ran.of("status", "--data", data());
        assertEquals(3, status.exitCode());
        assertEquals(1, status.err().lines().count(), status.err());
        assertTrue(status.err().contains("was killed, last seen at "), status.err());
        JsonNode row = onlySession();
        assertFalse(row.required("complete").asBoolean(), row.toString());
        assertTrue(row.required("frame_count").asLong() > 300, row.toString());
    }
}
