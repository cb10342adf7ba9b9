package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollscope.app.BuiltProgram;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.Quality;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.SessionAnalysis;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;

/** Holds the table of {@code src/docs/faults.md}: each fault, played to the real firmware, shows what the table says. */
@Tag("paced")
class FaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Scenario SCENARIO = Scenario.HURRIED;
    private static final long SEED = 7;
    private static final int SECONDS = 20;
    private static final int RATE_HZ = 100;
    /** Words that only a spoilt pad may bring. */
    private static final Set<String> OF_PADS = Set.of("pad_stuck", "pad_floating", "pads_swapped");

    private static final int CHUNK_BYTES = 64;
    private static final long DEADLINE_NS = 60_000_000_000L;
    private static final long POLL_NS = 20_000_000;
    private static final String FRAMES_AGAIN = "frames again";

    @TempDir
    private static Path folder;

    private static final List<Process> RUNNING = new ArrayList<>();
    /** The services run side by side: they wait for real time most of the while. */
    private static final Object STARTING = new Object(); // one after the other: starting takes a whole core

    private static final Map<String, CompletableFuture<Shown>> BY_SERVICE = new TreeMap<>();

    @BeforeAll
    static void playInRealTime() throws Exception {
        Repository.assumeSimulatedBoard();
        Repository.output(BuiltProgram.rollscope(
                "simulate",
                "--scenario",
                SCENARIO.word(),
                "--seed",
                Long.toString(SEED),
                "--seconds",
                Integer.toString(SECONDS),
                "--out",
                folder.toString(),
                "--board-trace"));
        for (FaultRow row : FaultRow.all()) {
            if (row.tried().equals("service")) {
                BY_SERVICE.put(row.toString(), CompletableFuture.supplyAsync(() -> byService(row)));
            }
        }
    }

    @AfterAll
    static void endWhatStillRuns() throws InterruptedException {
        synchronized (RUNNING) {
            for (Process process : RUNNING) {
                process.destroy();
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }
    }

    static Stream<FaultRow> rows() throws IOException {
        return FaultRow.all().stream();
    }

    @Test
    void everyFaultOfTheBoardHasARow() throws IOException {
        Set<String> inTable =
                FaultRow.all().stream().map(FaultRow::fault).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(FaultRow.schema(), inTable);
        for (FaultRow row : FaultRow.all()) {
            assertEquals(row.fault(), row.fileRow().split(",")[2]);
            assertTrue(!row.expectations().isEmpty(), row + " shows nothing");
        }
    }

    @Test
    void withoutAFaultNothingIsShown() throws Exception {
        Shown shown = recorded("");
        assertEquals(Map.of("rejected_frame_count", 0L, "lost_frame_count", 0L, "reset_count", 0L), shown.link());
        Set<String> ofFaults =
                Set.of("after_gap", "after_missed_tick", "imu_invalid", "pad_stuck", "pad_floating", "pads_swapped");
        assertTrue(shown.qualityWords().stream().noneMatch(ofFaults::contains), shown.toString());
        assertTrue(!shown.eventTypes().contains("signal_lost"), shown.toString());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void faultShowsWhatTheTableSays(FaultRow row) throws Exception {
        Shown shown = row.tried().equals("service") ? served(row) : recorded(row.fileRow());
        System.out.println(row + ": " + shown.link() + " " + shown.qualityWords() + " " + shown.eventTypes());
        row.expectations().forEach(shown::expect);
        for (String word : shown.qualityWords()) {
            assertTrue(
                    !OF_PADS.contains(word) || row.expectations().contains("quality " + word),
                    "the pads are not to blame: " + word);
        }
    }

    private static Shown served(FaultRow row) throws InterruptedException, ExecutionException {
        return BY_SERVICE.get(row.toString()).get();
    }

    private static List<String> boardArguments(Path faultFile) {
        return List.of(
                "--trace",
                folder.resolve("board-trace.csv").toString(),
                "--faults",
                faultFile.toString(),
                "--board-serial",
                new AthleteSimulation(SCENARIO, SEED, 1).roller().hello(RATE_HZ).boardSerial());
    }

    private static ProcessBuilder board(Path faultFile, String... more) {
        List<String> arguments = new ArrayList<>(boardArguments(faultFile));
        arguments.addAll(List.of(more));
        return Repository.board(arguments.toArray(String[]::new));
    }

    private static Path faultFile(Path inFolder, String fileRow) throws IOException {
        return Files.writeString(inFolder.resolve("faults.csv"), "from_s,to_s,fault,target,value\n" + fileRow + "\n");
    }

    /** As fast as possible: the bytes through receiver and analysis, each at the moment it would have arrived. */
    private static Shown recorded(String fileRow) throws Exception {
        Path bytesFile = folder.resolve("recorded.rsw");
        Repository.output(board(faultFile(folder, fileRow), "--link", "none", "--out", bytesFile.toString()));
        byte[] bytes = Files.readAllBytes(bytesFile);
        Analysed analysed = new Analysed();
        WireReceiver receiver = new WireReceiver(analysed);
        for (int fromIndex = 0; fromIndex < bytes.length; fromIndex += CHUNK_BYTES) {
            long arrivalNs = (long) (SECONDS * 1e9 * fromIndex / bytes.length);
            receiver.accept(bytes, fromIndex, Math.min(CHUNK_BYTES, bytes.length - fromIndex), arrivalNs);
        }
        Map<String, Long> link = Map.of(
                "rejected_frame_count", receiver.counters().rejectedFrameCount(),
                "lost_frame_count", receiver.counters().lostFrameCount(),
                "reset_count", receiver.counters().resetCount());
        return new Shown(link, analysed.qualityWords, analysed.eventTypes, analysed.resetCauses, "");
    }

    /** A session of all frames. */
    private static final class Analysed implements FrameSink {
        final Set<String> qualityWords = new TreeSet<>();
        final Set<String> eventTypes = new TreeSet<>();
        final Set<Integer> resetCauses = new HashSet<>();
        private SessionAnalysis analysis;

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            resetCauses.add(hello.resetCauseFlags());
            if (analysis == null) {
                analysis = new SessionAnalysis(
                        ShippedSettings.core().setup(),
                        hello,
                        SimulatedSession.calibration(SEED),
                        event -> eventTypes.add(event.type().word()));
            }
        }

        @Override
        public void frame(RawFrame frame) {
            analysis.accept(frame);
            int qualityFlags = analysis.features().qualityFlags();
            if (qualityFlags != Quality.GOOD_FLAGS) {
                qualityWords.addAll(List.of(Quality.words(qualityFlags).split(",")));
            }
        }

        @Override
        public void linkLost(String reason) {
            throw new AssertionError(reason);
        }
    }

    /** In real time: board, port, service, archive. */
    private static Shown byService(FaultRow row) {
        try {
            Path inFolder = Files.createDirectory(folder.resolve(row.fault()));
            Path link = inFolder.resolve("port");
            Path said = inFolder.resolve("board.out");
            Path log = inFolder.resolve("service.err");
            Path data = inFolder.resolve("data");
            Process board;
            Process service;
            synchronized (STARTING) {
                board = start(
                        board(faultFile(inFolder, row.fileRow()), "--link", link.toString(), "--speed", "real"), said);
                awaitText(said, "ready: ");
                service = start(
                        BuiltProgram.rollscope(
                                "service",
                                "--source",
                                "serial:" + link + "?baud=500000",
                                "--mqtt",
                                "embedded",
                                "--mqtt-port",
                                Integer.toString(freePort()),
                                "--data",
                                data.toString()),
                        inFolder.resolve("service.out"));
                awaitText(log, " began");
            }
            assertTrue(board.waitFor(90, TimeUnit.SECONDS), "the board did not end");
            assertEquals(0, board.exitValue(), Files.readString(said));
            awaitTheEnd(log, row.expectations().contains("log frames again"));
            service.destroy();
            assertTrue(service.waitFor(30, TimeUnit.SECONDS), "the service did not end");
            return fromArchive(data, withoutTheEnd(Files.readString(log)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The loss at the end of the trace: one that a fault brought has frames behind it, which a busy host reads late. */
    private static void awaitTheEnd(Path log, boolean comesBack) throws IOException {
        if (comesBack) {
            awaitText(log, FRAMES_AGAIN);
        }
        long endNs = System.nanoTime() + DEADLINE_NS;
        String said = Files.readString(log);
        while (!said.substring(said.lastIndexOf(FRAMES_AGAIN) + 1).contains("was lost")) {
            assertTrue(System.nanoTime() < endNs, "waited in vain for the end of the board in " + log);
            LockSupport.parkNanos(POLL_NS);
            said = Files.readString(log);
        }
    }

    /** The board goes away at the end of its trace: what the log says of that proves nothing. */
    private static String withoutTheEnd(String log) {
        return log.substring(0, log.lastIndexOf("was lost"));
    }

    private static Shown fromArchive(Path data, String log) throws IOException, InterruptedException {
        Map<String, Long> link = new TreeMap<>();
        Set<String> eventTypes = new TreeSet<>();
        for (JsonNode session : json(data, "sessions", "list").required("sessions")) {
            JsonNode shown = json(
                    data, "sessions", "show", session.required("session_id").asText());
            for (String counter : List.of("rejected_frame_count", "lost_frame_count", "reset_count")) {
                link.merge(counter, shown.required("link").required(counter).asLong(), Long::sum);
            }
            shown.required("events")
                    .forEach(event -> eventTypes.add(event.required("type").asText()));
        }
        return new Shown(link, Set.of(), eventTypes, Set.of(), log);
    }

    private static JsonNode json(Path data, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--data", data.toString()));
        return JSON.readTree(Repository.output(BuiltProgram.rollscope(all.toArray(String[]::new))));
    }

    private static Process start(ProcessBuilder program, Path out) throws IOException {
        String errName = out.getFileName().toString().replace(".out", ".err");
        Process process = program.redirectOutput(out.toFile())
                .redirectError(out.resolveSibling(errName).toFile())
                .start();
        synchronized (RUNNING) {
            RUNNING.add(process);
        }
        return process;
    }

    private static void awaitText(Path file, String awaited) throws IOException {
        long endNs = System.nanoTime() + DEADLINE_NS;
        while (!Files.exists(file) || !Files.readString(file).contains(awaited)) {
            assertTrue(System.nanoTime() < endNs, "waited in vain for '" + awaited + "' in " + file);
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
