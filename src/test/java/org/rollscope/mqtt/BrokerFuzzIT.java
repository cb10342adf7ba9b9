package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.BuiltProgram;
import org.rollscope.app.SettingsCopy;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/**
 * A service as a process and a viewer's feed at a real broker to which a stranger says nonsense: nobody breaks, nothing
 * changes, each message is counted. {@code -Drollscope.broker-fuzz=1000000} for more, {@code -Drollscope.fuzz-seed} for others.
 */
@Timeout(3600)
class BrokerFuzzIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MESSAGE_COUNT = Integer.getInteger("rollscope.broker-fuzz", 10_000);
    private static final long SEED = Long.getLong("rollscope.fuzz-seed", 1);
    private static final String ROLLER_ID = "roller-1";

    /** A broker keeps so many messages for one subscriber, and a few more. */
    private static final int AT_ONCE_COUNT = 1000;

    /** A service that a busy machine holds up may be behind by so many; half of what the roomy broker keeps for it. */
    private static final int MOST_BEHIND_COUNT = 50_000;

    /** So slow that no machine is slower: the roller lies still for all the time. */
    private static final int SLOWEST_RATE_HZ = 1000;

    private static final int FRAME_RATE_HZ = 100;

    @TempDir
    private Path folder;

    private @Nullable Process service;

    @AfterEach
    void endService() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void nonsenseAtMosquittoChangesNothing() throws Exception {
        MosquittoBroker.assumeInstalled();
        try (MosquittoBroker broker = MosquittoBroker.start(folder, LoopbackPort.freeFrom("127.0.0.1", 0))) {
            nonsenseChangesNothing("mosquitto", broker.uri());
        }
    }

    @Test
    void nonsenseAtTheEmbeddedBrokerChangesNothing() throws Exception {
        // A service that a busy machine holds up would lose the oldest by the usual limit, as it should: that is
        // another test.
        try (EmbeddedBroker broker = EmbeddedBroker.start(OpenBroker.roomy())) {
            nonsenseChangesNothing("embedded", broker.uri());
        }
    }

    /** However long it takes on a busy machine, as long as it goes on: a message that was lost ends that. */
    private void awaitCounted(long receivedCount) throws InterruptedException {
        long countedCount = -1;
        while (countedCount < receivedCount) {
            long beforeCount = countedCount;
            try {
                Recorder.eventually(
                        "more than " + beforeCount + " of " + receivedCount + " messages are counted",
                        () -> commands(state(), "received_count") > beforeCount);
            } catch (AssertionError lost) {
                throw new AssertionError(lost.getMessage() + "; the service: " + state() + "\n" + log(), lost);
            }
            countedCount = commands(state(), "received_count");
        }
    }

    private void nonsenseChangesNothing(String name, String uri) throws Exception {
        startService(uri);
        CommandCaller caller = new CommandCaller(MqttSettings.of(uri), ROLLER_ID);
        Recorder.eventually("the service answers", () -> answer(caller, "stop") != null);
        Counting counting = new Counting();
        try (PahoMetricsFeed feed = new PahoMetricsFeed(MqttSettings.of(uri), Recorder.CLOCK);
                FuzzClient fuzz = new FuzzClient(uri, ROLLER_ID, SEED)) {
            feed.start(counting);
            Recorder.eventually("the feed hears", () -> counting.liveCount.get() > 20);
            Map<String, String> before = files();
            Recorder.eventually("the service has said so", () -> commands(state(), "received_count") > 0);
            JsonNode state = state();
            long asked = commands(state, "received_count");
            while (fuzz.saidCount() < MESSAGE_COUNT) {
                fuzz.sayNext();
                if (fuzz.saidCount() % AT_ONCE_COUNT == 0) {
                    fuzz.awaitAll();
                }
                if (fuzz.saidCount() % MOST_BEHIND_COUNT == 0) {
                    awaitCounted(asked + fuzz.commandCount());
                }
            }
            fuzz.awaitAll();
            awaitCounted(asked + fuzz.commandCount());
            JsonNode after = state();
            System.out.printf(
                    "%s, seed %d: %d messages, %d of them commands: %s; the feed of a viewer was told %d, could not read %d, dropped %d of %d%n",
                    name,
                    SEED,
                    fuzz.saidCount(),
                    fuzz.commandCount(),
                    after.path("commands"),
                    counting.toldCount.get(),
                    counting.unreadableCount.get(),
                    feed.droppedPayloadCount(),
                    fuzz.figureCount());
            assertEquals(asked + fuzz.commandCount(), commands(after, "received_count"));
            assertEquals(commands(state, "done_count"), commands(after, "done_count"), "nothing was done");
            assertEquals(0, after.path("restart_count").asInt());
            assertEquals(0, after.path("session_count").asInt());
            assertTrue(after.path("session_id").asText("").isEmpty(), after::toString);
            assertEquals(before, files(), "no file was written");
            assertEquals(Set.of(), fuzz.strangePaths(), "the service speaks where only it may");
            assertEquals(1, counting.connectionCount.get(), "the viewer kept its connection");
            assertTrue(counting.unreadableCount.get() > fuzz.figureCount() / 10);
            assertTrue(counting.toldCount.get() + counting.unreadableCount.get() + feed.droppedPayloadCount()
                    >= fuzz.figureCount());
            assertTrue(!log().contains("\tat ") && !log().contains("was lost"), this::log);

            // And everybody works as before.
            Recorder.eventually(
                    "a command is done", () -> outcome(answer(caller, "start")).equals("ok"));
            long lives = counting.liveCount.get();
            Recorder.eventually("figures come", () -> counting.liveCount.get() > lives + 10);
        }
    }

    private void startService(String uri) throws IOException {
        // As many as the settings allow to pass the gate and be looked at.
        new SettingsCopy(folder.resolve("config")).set("burst_count", 1000).set("commands.rate_hz", 100);
        Files.createDirectories(folder.resolve("data"));
        Files.write(folder.resolve("rest.rsw"), rest());
        service = BuiltProgram.rollscope(
                        "service",
                        "--source",
                        "replay:" + folder.resolve("rest.rsw"),
                        "--mqtt",
                        uri,
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        folder.resolve("config").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service.err").toFile())
                .start();
    }

    /** A roller that nobody touches, for longer than this takes. */
    private static byte[] rest() {
        SimulatedBoard board = new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, 3, 60_000), FRAME_RATE_HZ);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(board.helloBytes());
        int tickCount = (120 + MESSAGE_COUNT / SLOWEST_RATE_HZ) * FRAME_RATE_HZ;
        char[] padCounts = new char[board.hello().padCount()];
        for (int tick = 0; tick < tickCount; tick++) {
            bytes.writeBytes(FrameEncoder.frame(new RawFrame(
                    0,
                    tick,
                    1000 + tick * 1_000_000L / FRAME_RATE_HZ,
                    0,
                    0,
                    1,
                    new short[] {0, 8192, 0},
                    new short[3],
                    padCounts)));
        }
        return bytes.toByteArray();
    }

    /** What lies in the folders of the service, but for what it says of itself and what waits for the broker. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : new String[] {"config", "data"}) {
            try (Stream<Path> found = Files.walk(folder.resolve(part))) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    String fileName = file.getFileName().toString();
                    if (!fileName.startsWith("service-state") && !fileName.startsWith("outbox")) {
                        files.put(file.toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
                    }
                }
            }
        }
        return files;
    }

    private JsonNode state() {
        try {
            return JSON.readTree(folder.resolve("data/service-state.json").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static long commands(JsonNode state, String key) {
        return state.required("commands").required(key).asLong();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("service.err"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static @Nullable String answer(CommandCaller caller, String command) {
        try {
            return caller.call(command, Map.of(), "test", 1000).json();
        } catch (UnreachableBrokerException absent) {
            return null;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String outcome(@Nullable String answer) {
        try {
            return answer == null ? "" : JSON.readTree(answer).path("outcome").asText();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** What a viewer is told, counted. */
    private static final class Counting implements MetricsFeed.Listener {
        private final AtomicLong toldCount = new AtomicLong();
        private final AtomicLong unreadableCount = new AtomicLong();
        private final AtomicLong liveCount = new AtomicLong();
        private final AtomicLong connectionCount = new AtomicLong();

        @Override
        public void message(String rollerId, MetricsMessage message) {
            toldCount.incrementAndGet();
            if (message instanceof MetricsMessage.Live) {
                liveCount.incrementAndGet();
            }
        }

        @Override
        public void connection(boolean connected, String words) {
            if (connected) {
                connectionCount.incrementAndGet();
            }
        }

        @Override
        public void unreadable(String topicPath, String reason) {
            assertNotNull(reason);
            unreadableCount.incrementAndGet();
        }
    }
}
