package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.BuiltProgram;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** The whole way: real firmware, a serial port, the service as a process, a subscriber, the archive. */
@Tag("paced")
class ServiceOverPtyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DEADLINE_NS = 60_000_000_000L;
    private static final long POLL_NS = 20_000_000;
    private static final int SECONDS = 10;
    private static final long SEED = 3;
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private final List<Process> running = new ArrayList<>();

    @BeforeAll
    static void needTheBoard() {
        Repository.assumeSimulatedBoard();
    }

    @AfterEach
    void endWhatStillRuns() throws InterruptedException {
        for (Process process : running) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(ProcessBuilder program, String name) throws IOException {
        Process process = program.redirectOutput(said(name).toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
        running.add(process);
        return process;
    }

    private Path said(String name) {
        return folder.resolve(name + ".out");
    }

    private String text(String name) {
        try {
            // a subscriber prints the binary topic as well, which is no UTF-8
            return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            return "";
        }
    }

    private void awaitText(String file, String awaited) {
        long endNs = System.nanoTime() + DEADLINE_NS;
        while (!text(file).contains(awaited)) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("waited in vain for '" + awaited + "' in " + file + ": " + text(file)
                        + text("service.err") + text("board.err"));
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private JsonNode json(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--data", data().toString()));
        return JSON.readTree(Repository.output(BuiltProgram.rollscope(all.toArray(String[]::new))));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void sessionFromTheRealFirmwareIsPublishedRecordedAndComesOutTheSameAgain() throws Exception {
        boolean subscribing = Repository.hasProgram("mosquitto_sub") && Repository.hasProgram("stdbuf");
        Path link = folder.resolve("port");
        String boardSerial = new AthleteSimulation(Scenario.COACHED, SEED, 1)
                .roller()
                .hello(100)
                .boardSerial();
        Process board = start(
                Repository.board(
                        "--scenario",
                        "coached",
                        "--seed",
                        Long.toString(SEED),
                        "--seconds",
                        Integer.toString(SECONDS),
                        "--link",
                        link.toString(),
                        "--speed",
                        "real",
                        "--board-serial",
                        boardSerial),
                "board");
        awaitText("board.out", "ready: " + link);

        int port = freePort();
        Process service = start(
                BuiltProgram.rollscope(
                        "service",
                        "--source",
                        "serial:" + link + "?baud=500000",
                        "--mqtt",
                        "embedded",
                        "--mqtt-port",
                        Integer.toString(port),
                        "--data",
                        data().toString()),
                "service");
        awaitText("service.err", "MQTT at");
        if (subscribing) {
            start(
                    new ProcessBuilder(
                            "stdbuf",
                            "-oL",
                            "mosquitto_sub",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            Integer.toString(port),
                            "-v",
                            "-t",
                            "rollscope/v1/+/#"),
                    "subscriber");
            awaitText("subscriber.out", "/live ");
        }
        assertTrue(board.waitFor(90, TimeUnit.SECONDS));
        System.out.println(
                text("board.out").lines().reduce((first, last) -> last).orElse(""));
        assertEquals(0, board.exitValue(), text("board.err"));
        awaitText("service.err", "was lost");

        service.destroy(); // SIGTERM
        assertTrue(service.waitFor(30, TimeUnit.SECONDS), "the service did not end: " + text("service.err"));
        assertEquals(STOPPED_BY_SIGTERM, service.exitValue(), text("service.err"));
        if (subscribing) {
            expectMessages();
        } else {
            System.out.println("mosquitto_sub is missing: what the service published was not checked;"
                    + " install mosquitto-clients");
        }
        expectSession();
    }

    private void expectMessages() {
        List<String> lines = text("subscriber.out").lines().toList();
        long liveCount = lines.stream().filter(line -> line.contains("/live {")).count();
        List<String> events =
                lines.stream().filter(line -> line.contains("/event {")).toList();
        System.out.println("a subscriber saw " + liveCount + " live messages and " + events.size() + " events");
        assertTrue(liveCount > 20, liveCount + " live messages");
        assertTrue(events.stream().anyMatch(line -> line.contains("\"contact\"")), events.toString());
    }

    private void expectSession() throws Exception {
        JsonNode sessions = json("sessions", "list").required("sessions");
        assertEquals(1, sessions.size(), sessions.toString());
        String sessionId = sessions.get(0).required("session_id").asText();
        JsonNode shown = json("sessions", "show", sessionId);
        JsonNode link = shown.required("link");
        System.out.println("session " + sessionId + ": " + link + ", "
                + shown.required("events").size() + " events");
        assertEquals(0, link.required("lost_frame_count").asLong());
        assertEquals(0, link.required("rejected_frame_count").asLong());
        assertEquals(0, link.required("reset_count").asLong());
        assertTrue(link.required("frame_count").asLong() >= 7 * 100, link.toString());

        JsonNode analysed = json("analyse", sessionId);
        JsonNode events = shown.required("events");
        assertTrue(events.size() > 0);
        for (int eventIndex = 0; eventIndex < events.size(); eventIndex++) {
            assertEquals(events.get(eventIndex), analysed.required("events").get(eventIndex), "event " + eventIndex);
        }
        assertEquals(shown, analysed);
        JsonNode verified = json("sessions", "verify");
        assertEquals(0, verified.required("problems").size());
        assertEquals(link.required("frame_count"), verified.required("frame_count"));
    }
}
