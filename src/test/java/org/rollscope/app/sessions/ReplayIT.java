package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import picocli.CommandLine;

/** What {@code rollscope replay} makes of recordings: the same events, at the same pace, and clear words where there is nothing. */
class ReplayIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Nothing listens there: what is replayed must not depend on a broker. */
    private static final String NO_BROKER = "mqtt://127.0.0.1:9";

    private static final int FRAME_COUNT = 6000;
    private static final int PERIOD_US = 10_000;

    /** A busy machine may hold up the first or the last frame; as fast as it goes would be milliseconds. */
    private static final long PACE_TOLERANCE_US = 2_500_000;

    private static final int TIME_OFFSET_BYTES = 5;
    private static final String[] BESIDE = {"calibration.json", "session.json"};

    @TempDir
    private static Path simulated;

    @TempDir
    private Path folder;

    @BeforeAll
    static void simulate() {
        Ran ran = Ran.of(
                "simulate",
                "--scenario",
                "coached",
                "--seed",
                "7",
                "--seconds",
                Integer.toString(FRAME_COUNT / 100),
                "--out",
                simulated.toString());
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private Ran replay(String what, String speed) {
        return Ran.of("replay", what, "--speed", speed, "--mqtt", NO_BROKER, "--data", data());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static JsonNode json(String... words) throws IOException {
        Ran ran = Ran.of(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return JSON.readTree(ran.out());
    }

    /** The recorded sessions as documents, in order. */
    private List<JsonNode> recorded() throws IOException {
        List<JsonNode> sessions = new ArrayList<>();
        for (JsonNode row : json("sessions", "list", "--json", "--data", data()).required("sessions")) {
            sessions.add(json("sessions", "show", row.required("session_id").asText(), "--json", "--data", data()));
        }
        return sessions;
    }

    private List<RawFrame> frames(JsonNode session) throws ArchiveException {
        List<RawFrame> frames = new ArrayList<>();
        CommonOptions common = CommandLine.populateCommand(new CommonOptions(), "--data", data());
        try (SessionArchive archive = common.openArchive()) {
            archive.frames(session.required("session_id").asText(), frame -> frames.add(frame.copy()));
        }
        return frames;
    }

    private Path recording(byte[] bytes) throws IOException {
        for (String file : BESIDE) {
            Files.copy(simulated.resolve(file), folder.resolve(file));
        }
        return Files.write(folder.resolve("session.rsw"), bytes);
    }

    private static byte[] simulatedBytes() throws IOException {
        return Files.readAllBytes(simulated.resolve("session.rsw"));
    }

    /** The simulated session after a rest: the first frame again and again, then all of them, with number and clock going on. */
    private static byte[] afterRest(int restFrameCount) throws Exception {
        RecordedStream stream = RecordedStream.read(simulated.resolve("session.rsw"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(FrameEncoder.hello(stream.hello()));
        for (int tick = 0; tick < restFrameCount + stream.frames().size(); tick++) {
            RawFrame frame = stream.frames().get(Math.max(0, tick - restFrameCount));
            bytes.write(FrameEncoder.frame(new RawFrame(
                    0,
                    tick,
                    (long) tick * PERIOD_US,
                    0,
                    0,
                    frame.frameFlags(),
                    frame.accelCounts(),
                    frame.gyroCounts(),
                    frame.padCounts())));
        }
        return bytes.toByteArray();
    }

    @Test
    void replayGivesTheEventsThatAnalyseGives() throws Exception {
        Path file = recording(simulatedBytes());
        Ran ran = replay(file.toString(), "max");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode session = recorded().get(0);
        assertEquals(
                FRAME_COUNT, session.required("link").required("frame_count").asInt());
        JsonNode analysed = json("analyse", file.toString(), "--json");
        assertTrue(session.required("events").size() > 5, session.toString());
        assertEquals(analysed.required("events"), session.required("events"));
        assertEquals(analysed.required("summary"), session.required("summary"));
    }

    @Test
    void sessionThatBeginsLaterHasTheSameEventsInItsOwnTime() throws Exception {
        Path file = recording(afterRest(1000));
        assertEquals(0, replay(file.toString(), "max").exitCode());
        JsonNode session = recorded().get(0);
        double offsetMs = frames(session).get(0).deviceTimeUs() / 1000.0;
        assertTrue(offsetMs > 5000, "the session began after " + offsetMs + " ms, the rest lasts 10 s");
        JsonNode analysed = json("analyse", file.toString(), "--json").required("events");
        assertEquals(analysed.size(), session.required("events").size());
        for (int index = 0; index < analysed.size(); index++) {
            JsonNode expected = analysed.get(index);
            JsonNode event = session.required("events").get(index);
            assertEquals(expected.required("type"), event.required("type"));
            for (String time : List.of("start_ms", "end_ms", "declared_ms")) {
                assertEquals(
                        expected.required(time).asDouble() - offsetMs,
                        event.required(time).asDouble(),
                        1e-6,
                        time + " of " + event);
            }
        }
    }

    @Test
    void replayOfARecordedSessionGivesItsFramesAndEventsAgain() throws Exception {
        Path file = recording(afterRest(1000));
        assertEquals(0, replay(file.toString(), "max").exitCode());
        String id = recorded().get(0).required("session_id").asText();
        Ran ran = replay(id, "max");
        assertEquals(0, ran.exitCode(), ran.err());
        List<JsonNode> sessions = recorded();
        assertEquals(2, sessions.size());
        List<RawFrame> first = frames(sessions.get(0));
        List<RawFrame> again = frames(sessions.get(1));
        assertEquals(first.size(), again.size());
        for (int index = 0; index < first.size(); index++) {
            assertEquals(first.get(index).sequence(), again.get(index).sequence());
            assertTrue(
                    Arrays.equals(first.get(index).padCounts(), again.get(index).padCounts()), "frame " + index);
        }
        assertEquals(sessions.get(0).required("events"), sessions.get(1).required("events"));
        assertEquals(sessions.get(0).required("summary"), sessions.get(1).required("summary"));
        assertEquals(sessions.get(0).required("muscle"), sessions.get(1).required("muscle"));
    }

    /** By the arrival stamps in the archive, so that starting and ending do not count. */
    @Test
    void replayInRealTimeKeepsThePace() throws Exception {
        byte[] all = simulatedBytes();
        int bytesPerSecond = all.length / (FRAME_COUNT / 100);
        Path file = recording(Arrays.copyOf(all, 8 * bytesPerSecond));
        assertEquals(0, replay(file.toString(), "real").exitCode());
        List<RawFrame> frames = frames(recorded().get(0));
        RawFrame first = frames.get(0);
        RawFrame last = frames.get(frames.size() - 1);
        long deviceUs = last.deviceTimeUs() - first.deviceTimeUs();
        long arrivalUs = (last.hostArrivalNs() - first.hostArrivalNs()) / 1000;
        System.out.println(
                frames.size() + " frames, " + deviceUs + " us by the board, arrived within " + arrivalUs + " us");
        assertTrue(deviceUs > 5_000_000, deviceUs + " us");
        assertEquals(deviceUs, arrivalUs, PACE_TOLERANCE_US);
    }

    @Test
    void truncatedRecordingIsPlayedAsFarAsItGoes() throws Exception {
        byte[] all = simulatedBytes();
        Path file = recording(Arrays.copyOf(all, all.length / 3));
        int wholeFrameCount = RecordedStream.read(file).frames().size();
        Ran ran = replay(file.toString(), "max");
        assertEquals(0, ran.exitCode(), ran.err());
        JsonNode link = recorded().get(0).required("link");
        assertEquals(wholeFrameCount, link.required("frame_count").asInt());
        assertTrue(Math.abs(wholeFrameCount - FRAME_COUNT / 3) < 30, wholeFrameCount + " frames");
        assertEquals(0, link.required("lost_frame_count").asInt());
    }

    @Test
    void damagedFramesAreCountedAndTheRestIsPlayed() throws Exception {
        byte[] bytes = simulatedBytes();
        bytes[bytes.length / 2 + TIME_OFFSET_BYTES] ^= 0x10;
        assertEquals(0, replay(recording(bytes).toString(), "max").exitCode());
        JsonNode link = recorded().get(0).required("link");
        assertTrue(link.required("rejected_frame_count").asInt() >= 1, link.toString());
        assertTrue(link.required("lost_frame_count").asInt() <= 2, link.toString());
        assertEquals(
                FRAME_COUNT,
                link.required("frame_count").asInt()
                        + link.required("lost_frame_count").asInt());
    }

    @Test
    void recordingThatIsNotThereIsToldInOneLine() {
        Ran ran = replay(folder.resolve("none.rsw").toString(), "max");
        assertEquals(3, ran.exitCode());
        assertFalse(ran.showsStackTrace(), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("none.rsw'"), ran.err());
        assertTrue(ran.err().contains("sessions list"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "this is no recording", "\0\0\0\0"})
    void fileThatIsNoRecordingIsToldSo(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.rsw"), content);
        Ran ran = replay(file.toString(), "max");
        assertEquals(1, ran.exitCode(), ran.out() + ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
        List<String> complaints =
                ran.err().lines().filter(line -> line.startsWith("rollscope: ")).toList();
        assertEquals(
                List.of("rollscope: " + file
                        + " holds no session: a .rsw file begins with a hello, followed by frames"),
                complaints);
        assertEquals("", ran.out());
    }
}
