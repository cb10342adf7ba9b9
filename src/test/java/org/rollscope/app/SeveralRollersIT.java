package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.mqtt.BrokerKind;
import org.rollscope.mqtt.MosquittoBroker;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/** Several services as processes on one machine, which speak to one broker; and two that should not be two. */
class SeveralRollersIT {
    /** Nobody hears the first roller before its broker is up, so its athlete comes later. */
    private static final String LATE_ATHLETE = """
            scenario: late
            description: "comes when the broker is up"
            roller: {layout: reference, hardness: firm, parts: usual}
            traits: []
            confounders: []
            steps:
              - rest: {seconds: 12}
              - press: {seconds: 1, load: 0.6}
              - repeat:
                  times: 20
                  steps:
                    - strokes: {count: 4, speed_mm_per_s: 60, length_mm: 100, load: 0.6}
                    - hold: {seconds: 4, load: 0.7, on_tender_spot: false}
            """;

    private static final List<String> ROLLERS = List.of("left", "right", "third");
    private static final long ROLLING_MS = 10_000;
    private static final int LEAST_EVENT_COUNT = 5;
    /** An address where no broker is. */
    private static final String NOBODY = "mqtt://127.0.0.1:9";

    @TempDir
    private Path folder;

    private final Map<String, Heard> heard = new TreeMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Tells the rollers apart by their topics. */
    private final class ByTopic implements MetricsFeed.Listener {
        private volatile boolean connected;

        @Override
        public void message(String rollerId, MetricsMessage message) {
            of(rollerId).message(rollerId, message);
        }

        @Override
        public void connection(boolean isConnected, String words) {
            connected = isConnected;
        }

        @Override
        public void unreadable(String topicPath, String reason) {
            throw new AssertionError(topicPath + ": " + reason);
        }
    }

    private synchronized Heard of(String rollerId) {
        return heard.computeIfAbsent(rollerId, id -> new Heard());
    }

    @AfterEach
    void endAll() throws Exception {
        for (int index = open.size() - 1; index >= 0; index--) {
            open.get(index).close();
        }
    }

    private RunningService service(String name, String rollerId, String... broker) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        SettingsCopy settings = new SettingsCopy(own.resolve("config")).set("roller_id", rollerId);
        List<String> options = new ArrayList<>(List.of(broker));
        options.addAll(List.of("--config", settings.folder().toString()));
        RunningService service = new RunningService(own, options.toArray(String[]::new));
        open.add(service);
        return service;
    }

    private ByTopic listen(String uri) throws Exception {
        ByTopic listener = new ByTopic();
        PahoMetricsFeed feed = new PahoMetricsFeed(MqttSettings.of(uri), new SystemHostClock());
        open.add(feed);
        feed.start(listener);
        Await.until("the listener", () -> listener.connected);
        return listener;
    }

    /** A gym: the first service has the broker, the others come to it. */
    @Test
    void threeRollersAtTheBrokerOfOneTellAndRecordTheirOwn() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        String uri = "mqtt://127.0.0.1:" + port;
        Map<String, RunningService> services = new TreeMap<>();
        services.put("left", service("left", "left", "--mqtt", "embedded", "--mqtt-port", Integer.toString(port)));
        Path late = Files.writeString(folder.resolve("late.yaml"), LATE_ATHLETE);
        services.get("left").start("sim:" + late + "?seed=11");
        services.get("left").awaitLine("service is running");
        listen(uri);
        assertFalse(services.get("left").log().contains(" began"), "the listener came late");
        for (String roller : List.of("right", "third")) {
            services.put(roller, service(roller, roller, "--mqtt", uri));
            services.get(roller).start("sim:coached?seed=" + (roller.equals("right") ? 12 : 13));
        }
        for (String roller : ROLLERS) {
            services.get(roller).awaitLine(" began");
        }
        TimeUnit.MILLISECONDS.sleep(ROLLING_MS);
        for (String roller : ROLLERS) {
            // While all are there: who has the broker takes it along.
            Await.until("events of " + roller, () -> of(roller).eventCount() >= LEAST_EVENT_COUNT);
            Ran stopped = Ran.of("command", "stop", "--roller", roller, "--mqtt", uri);
            assertEquals(0, stopped.exitCode(), stopped.out() + stopped.err());
            Await.until(
                    "the summary of " + roller, () -> !of(roller).summaries().isEmpty());
        }
        for (String roller : List.of("third", "right", "left")) {
            services.get(roller).end();
            services.get(roller).assertCleanLogs();
        }
        assertEquals(new TreeSet<>(ROLLERS), heard.keySet());
        Set<String> all = new TreeSet<>();
        for (String roller : ROLLERS) {
            Recorded recorded = Recorded.in(services.get(roller).data());
            recorded.mustHaveArrived(BrokerKind.EMBEDDED, "roller " + roller + " of three", of(roller));
            for (JsonNode session : recorded.sessions()) {
                assertEquals(roller, session.required("roller_id").asText());
            }
            for (String told : of(roller).toldEvents()) {
                assertTrue(all.add(told), told + " came from two rollers");
                assertTrue(recorded.wholeIds().contains(told.split(" ", 2)[0]), told + " is of another's session");
            }
        }
    }

    /** Both say so; neither stops recording. */
    @Test
    void theSameRollerIdTwiceAtOneBrokerIsToldInWords() throws Exception {
        for (BrokerKind kind : BrokerKind.values()) {
            if (kind == BrokerKind.MOSQUITTO && !MosquittoBroker.isInstalled()) {
                continue;
            }
            Path own = Files.createDirectories(folder.resolve(kind.word()));
            BrokerProcess broker = new BrokerProcess(kind, own);
            open.add(broker);
            broker.start();
            RunningService first = service(kind.word() + "/first", "left", "--mqtt", broker.uri());
            RunningService second = service(kind.word() + "/second", "left", "--mqtt", broker.uri());
            first.start("sim:coached?seed=11");
            first.awaitLine("connected to " + broker.words());
            second.start("sim:coached?seed=12");
            // Mosquitto 2.0.11 does not tell why it ends the connection; so it takes a few times.
            String words = kind == BrokerKind.EMBEDDED
                    ? "another program took over this roller's place at " + broker.words()
                    : "the connection to " + broker.words() + " is lost again and again, soon after it stood";
            first.awaitLine(words + ": is the same roller id used twice?");
            second.awaitLine(words + ": is the same roller id used twice?");
            second.awaitLine(" began");
            first.awaitRecording();
            second.end();
            first.end();
            first.assertCleanLogs();
            second.assertCleanLogs();
        }
        MosquittoBroker.assumeInstalled();
    }

    /** Also one of another roller, and a replay: each would write over the state of the first. */
    @Test
    void aSecondServiceOnTheSameDataFolderEndsWithOneLine() throws Exception {
        RunningService first = service("first", "left", "--mqtt", NOBODY);
        first.start("sim:coached?seed=11");
        first.awaitLine(" began");
        first.awaitRecording();
        String data = first.data().toString();
        for (String[] words : List.of(
                new String[] {"service", "--source", "sim:coached?seed=12&seconds=5", "--data", data},
                new String[] {"replay", first.state().path("session_id").asText(), "--data", data})) {
            Ran second = Ran.of(words);
            assertEquals(CommandFailure.UNREACHABLE, second.exitCode(), second.err());
            assertEquals(
                    "rollscope: another service or replay works on " + data
                            + "; give this one a folder of its own: --data FOLDER",
                    second.err().strip());
        }
        first.awaitRecording();
        first.end();
        assertEquals(1, Recorded.in(first.data()).wholeIds().size());
        first.assertCleanLogs();
        Ran after = Ran.of(
                "service", "--source", "sim:coached?seed=12&seconds=1&speed=max", "--data", data, "--mqtt", NOBODY);
        assertEquals(0, after.exitCode(), "the next one may: " + after.err());
    }
}
