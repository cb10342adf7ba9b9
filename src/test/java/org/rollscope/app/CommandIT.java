package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.mqtt.BrokerKind;
import org.rollscope.mqtt.MosquittoBroker;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/**
 * A service as a process, told what to do by a client that others wrote ({@code mosquitto_rr}): every command once done and once
 * refused, and still heard after the broker was away. Each broker has a class of its own, so that both can be tried at the same time.
 */
abstract class CommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MOSQUITTO_RR = Path.of("/usr/bin/mosquitto_rr");
    private static final int RATE_HZ = 100;
    private static final int UNTOUCHED_SECONDS = 30;
    private static final int LOADED_SECONDS = 60;
    /** A machine with much beside takes its time; an answer that is there is not waited for. */
    private static final int PATIENCE_S = 25;

    @TempDir
    private Path folder;

    private int port;
    private int commandCount;
    private @Nullable Process service;
    private @Nullable Process mosquitto;
    private @Nullable EmbeddedBroker embedded;
    private final boolean outside;

    CommandIT(BrokerKind kind) {
        outside = kind == BrokerKind.MOSQUITTO;
    }

    @BeforeEach
    void layOut() throws Exception {
        port = LoopbackPort.freeFrom("127.0.0.1", 0);
        new SettingsCopy(folder.resolve("config")).set("burst_count", 1000).set("commands.rate_hz", 100);
        Files.write(folder.resolve("rest.rsw"), recording());
    }

    /** A roller that nobody touches for a while, then a limb on it. */
    private static byte[] recording() {
        SimulatedBoard board =
                new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, 3, (15 + LOADED_SECONDS) * 1000L), RATE_HZ);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(board.helloBytes());
        long[] sequence = {0};
        short[] level = {0, 8192, 0};
        for (int tick = 0; tick < UNTOUCHED_SECONDS * RATE_HZ; tick++) {
            bytes.writeBytes(encoded(
                    sequence[0]++, level, new short[3], new char[board.hello().padCount()]));
        }
        int[] skippedCount = {15 * RATE_HZ};
        WireReceiver receiver = new WireReceiver(new FrameSink() {
            @Override
            public void hello(BoardHello said, int bootIndex) {
                // known
            }

            @Override
            public void frame(RawFrame frame) {
                if (skippedCount[0]-- <= 0) {
                    bytes.writeBytes(
                            encoded(sequence[0]++, frame.accelCounts(), frame.gyroCounts(), frame.padCounts()));
                }
            }

            @Override
            public void linkLost(String reason) {
                throw new AssertionError(reason);
            }
        });
        byte[] hello = board.helloBytes();
        receiver.accept(hello, 0, hello.length, 0);
        for (byte[] next = board.nextFrameBytes(); next.length > 0; next = board.nextFrameBytes()) {
            receiver.accept(next, 0, next.length, 0);
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(long sequence, short[] accelCounts, short[] gyroCounts, char[] padCounts) {
        return FrameEncoder.frame(new RawFrame(
                0, sequence, 1000 + sequence * 1_000_000 / RATE_HZ, 0, 0, 1, accelCounts, gyroCounts, padCounts));
    }

    @AfterEach
    void endAll() throws Exception {
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
        stopBroker();
    }

    private void startBroker() throws Exception {
        if (outside) {
            mosquitto = MosquittoBroker.run(MosquittoBroker.openFile(folder, port));
        } else {
            embedded = EmbeddedBroker.start(BrokerSettings.onLoopback(port));
        }
    }

    private void stopBroker() throws Exception {
        if (mosquitto != null) {
            mosquitto.destroyForcibly().waitFor();
            mosquitto = null;
        }
        if (embedded != null) {
            embedded.close();
            embedded = null;
        }
    }

    private void startService() throws IOException {
        service = BuiltProgram.rollscope(
                        "service",
                        "--source",
                        "replay:" + folder.resolve("rest.rsw"),
                        "--mqtt",
                        "mqtt://127.0.0.1:" + port,
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        folder.resolve("config").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service.err").toFile())
                .start();
    }

    /** The answer that {@code mosquitto_rr} gets; null when none came in time. */
    private @Nullable JsonNode ask(String name, String args, int waitSeconds) throws Exception {
        String command = "{\"schema\":\"rollscope.command/1\",\"command_id\":\"c" + commandCount++ + "\",\"name\":\""
                + name + "\",\"args\":" + args + ",\"sender\":\"mosquitto\"}";
        Process asking = new ProcessBuilder(
                        MOSQUITTO_RR.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-V",
                        "5",
                        "-q",
                        "1",
                        "-W",
                        "" + waitSeconds,
                        "-t",
                        "rollscope/v1/roller-1/command",
                        "-e",
                        "rollscope/v1/roller-1/answer/rr-" + commandCount,
                        "-m",
                        command)
                .redirectErrorStream(true)
                .start();
        String out = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        asking.waitFor();
        return out.startsWith("{") ? JSON.readTree(out) : null;
    }

    private JsonNode ask(String name, String args) throws Exception {
        JsonNode answer = ask(name, args, PATIENCE_S);
        assertTrue(answer != null, () -> "no answer to " + name + "; " + log());
        assertEquals(name, answer.path("name").asText());
        assertEquals("rollscope.answer/1", answer.path("schema").asText());
        return answer;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("service.err"));
        } catch (IOException none) {
            return String.valueOf(none.getMessage());
        }
    }

    private JsonNode done(String name, String args) throws Exception {
        JsonNode answer = ask(name, args);
        assertEquals("ok", answer.path("outcome").asText(), answer::toString);
        return answer;
    }

    private void refused(String name, String args, String part) throws Exception {
        JsonNode answer = ask(name, args);
        assertEquals("error", answer.path("outcome").asText(), answer::toString);
        assertTrue(answer.path("message").asText().contains(part), answer::toString);
    }

    /** A service or a broker that has just begun is asked until it answers. */
    private void awaitAnswers() throws Exception {
        for (int tries = 0; tries < 60; tries++) {
            JsonNode answer = ask("marker", "{\"number\":0}", 1);
            if (answer != null) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(500); // where nothing listens yet, asking fails at once
        }
        throw new AssertionError("nobody answers; " + log());
    }

    private Ran command(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("command"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--mqtt",
                "mqtt://127.0.0.1:" + port,
                "--config",
                folder.resolve("config").toString()));
        return Ran.of(all.toArray(new String[0]));
    }

    @Test
    void everyCommandIsDoneOrRefused() throws Exception {
        assumeTrue(!outside || MosquittoBroker.isInstalled(), "SKIPPED: mosquitto is not installed");
        assumeTrue(Files.isExecutable(MOSQUITTO_RR), "SKIPPED: mosquitto-clients is not installed");
        String data = folder.resolve("data").toString();
        assertEquals(0, Ran.of("athlete", "add", "anna", "--data", data).exitCode());
        startBroker();
        startService();
        awaitAnswers();

        JsonNode tared = done("tare", "{}");
        assertTrue(tared.path("calibration_id").asText().contains("+tare-"), tared::toString);
        refused("stop", "{}", "no session runs");
        refused("marker", "{}", "no session runs");
        refused("felt_release", "{}", "no session runs");
        String sessionId = done("start", "{}").path("session_id").asText();
        refused("start", "{}", "a session runs already: " + sessionId);
        assertEquals(1, done("marker", "{}").path("number").asInt());
        assertEquals(40, done("marker", "{\"number\":40}").path("number").asInt());
        done("pain", "{\"pain_nrs\":6}");
        refused("pain", "{\"pain_nrs\":11}", "pain_nrs must be a number 0..10");
        done("felt_release", "{}");
        TimeUnit.SECONDS.sleep(2);
        done("stop", "{}");

        // Who, where and within what.
        refused("athlete", "{\"athlete_id\":\"nobody\"}", "there is no profile of nobody");
        assertEquals(
                "prior",
                done("athlete", "{\"athlete_id\":\"anna\"}")
                        .path("ceiling_source")
                        .asText());
        refused("muscle", "{\"muscle\":\"calf\",\"side\":\"up\"}", "side must be one of");
        JsonNode calf = done("muscle", "{\"muscle\":\"calf\",\"side\":\"left\"}");
        assertEquals("anna", calf.path("athlete_id").asText());
        double before = calf.path("ceiling_kpa").asDouble();
        refused("ceiling", "{\"ceiling_kpa\":401}", "ceiling_kpa must be a number 5..400");
        assertEquals(
                20, done("ceiling", "{\"ceiling_kpa\":20}").path("ceiling_kpa").asDouble());
        JsonNode held = done("ceiling", "{\"ceiling_kpa\":300}");
        assertEquals(1.1 * before, held.path("ceiling_kpa").asDouble(), 0.02);
        assertTrue(held.path("message").asText().contains("held back"), held::toString);
        assertTrue(Files.readString(Path.of(data, "athletes", "anna.json")).contains("command of mosquitto"));

        // The broker goes and comes back: commands are heard again.
        stopBroker();
        TimeUnit.MILLISECONDS.sleep(500);
        startBroker();
        awaitAnswers();

        // What was recorded, once more, with our own client.
        refused("backfill", "{\"session_id\":\"none\",\"from_us\":0,\"to_us\":1000}", "no session none");
        Ran sent = command("backfill", "session_id=" + sessionId, "from_us=0", "to_us=600000000");
        assertEquals(0, sent.exitCode(), () -> sent.err() + log());
        long frameCount = frameCount(sessionId, data);
        assertTrue(sent.out().contains(frameCount + " frames came"), () -> sent.out() + frameCount);

        // A limb comes: no zero now.
        awaitContact(data);
        refused("tare", "{}", "a limb lies on the roller");
        Ran refusal = command("pain", "pain_nrs=70");
        assertEquals(1, refusal.exitCode(), refusal::err);
        assertEquals(3, command("stop", "--roller", "another").exitCode());
    }

    private void awaitContact(String data) throws Exception {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(UNTOUCHED_SECONDS + 20);
        while (System.nanoTime() < endNs) {
            JsonNode answer = ask("tare", "{}", 1);
            if (answer != null && answer.path("message").asText().contains("a limb lies")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("no contact in " + data + "; " + log());
    }

    private static long frameCount(String sessionId, String data) throws IOException {
        Ran shown = Ran.of("sessions", "show", sessionId, "--json", "--data", data);
        assertEquals(0, shown.exitCode(), shown.err());
        JsonNode document = JSON.readTree(shown.out());
        List<String> said = document.required("events").findValuesAsText("type").stream()
                .filter(List.of("marker", "pain", "felt_release")::contains)
                .toList();
        assertEquals(List.of("marker", "marker", "pain", "felt_release"), said);
        return document.required("link").required("frame_count").asLong();
    }
}
