package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.ButtonLine;
import org.rollscope.protocol.WireReceiver;

class ImportCommandTest {
    private static final String STARTED_AT = "2026-11-02T18:30:00+01:00";
    private static final String SESSION_ID = "20261102-173000-000-";

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private Path recording;

    @BeforeAll
    static void record() {
        simulate("4", "40", made);
    }

    private static void simulate(String seed, String seconds, Path out) {
        Ran ran = Ran.of(
                "simulate", "--scenario", "coached", "--seed", seed, "--seconds", seconds, "--out", out.toString());
        assertEquals(0, ran.exitCode(), ran.err());
    }

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("session.rsw", "calibration.json", "session.json")) {
            Files.copy(made.resolve(name), folder.resolve(name));
        }
        recording = folder.resolve("session.rsw");
    }

    private Ran run(String command, Object... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Ran.of(all.toArray(String[]::new));
    }

    private JsonNode json(String command, Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--json");
        Ran ran = run(command, all.toArray());
        assertEquals(0, ran.exitCode(), ran.err());
        return JsonOutput.JSON.readTree(ran.out());
    }

    private JsonNode imported() throws IOException {
        return json("import", recording, "--started-at", STARTED_AT).path("imported_session_ids");
    }

    @Test
    void aRecordingIsASessionWithTheEventsThatItsAnalysisShows() throws IOException {
        String id = imported().path(0).asText();
        assertTrue(id.startsWith(SESSION_ID), id);
        ObjectNode kept = (ObjectNode) json("sessions", "show", id);
        assertEquals("2026-11-02T17:30:00Z", kept.path("started_at").asText());
        ObjectNode analysed = (ObjectNode) json("analyse", recording);
        assertTrue(kept.path("events").size() > 5, kept.toString());
        assertEquals(analysed.path("events"), kept.path("events"));
        assertEquals(analysed.path("summary"), kept.path("summary"));
        assertEquals(
                analysed.path("link").path("frame_count"), kept.path("link").path("frame_count"));
        assertEquals(kept, json("analyse", id), "recomputed from the archive");
    }

    @Test
    void theSameRecordingIsTakenOnceAndAnotherOfThatMomentHasItsOwnName() throws IOException {
        String id = imported().path(0).asText();
        JsonNode again = json("import", recording, "--started-at", STARTED_AT);
        assertEquals(0, again.path("imported_session_ids").size());
        assertEquals(id, again.path("present_session_ids").path(0).asText());

        byte[] bytes = Files.readAllBytes(recording);
        Files.write(recording, Arrays.copyOf(bytes, bytes.length / 2));
        String other = imported().path(0).asText();
        assertTrue(other.startsWith(id) && !other.equals(id), other);
    }

    @Test
    void withoutATimeTheFileTellsWhenItBegan() throws IOException {
        Files.setLastModifiedTime(
                recording,
                FileTime.from(OffsetDateTime.parse("2026-11-02T18:30:40+01:00").toInstant()));
        Ran ran = run("import", recording);
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("imported 20261102-173000-0"), ran.out());
        assertTrue(ran.out().contains("by the time of the file"), ran.out());
    }

    /** Words of people and triggers lie in the byte stream; they belong to the session. */
    @Test
    void buttonsOfTheRecordingAreEvents() throws IOException {
        insertAfterFrames(3000, ButtonLine.of(30_000_000L, 0, true), ButtonLine.of(29_995_000L, 3, true));
        JsonNode events = json("sessions", "show", imported().path(0).asText()).path("events");
        List<String> said = new ArrayList<>();
        for (JsonNode event : events) {
            if (List.of("marker", "sync").contains(event.path("type").asText())) {
                said.add(event.path("type").asText());
            }
        }
        assertEquals(List.of("marker", "sync"), said);
    }

    private void insertAfterFrames(int frameCount, byte[]... lines) throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        int[] seen = new int[1];
        WireReceiver receiver = new WireReceiver(new FrameSink() {
            @Override
            public void hello(BoardHello said, int bootIndex) {
                // known
            }

            @Override
            public void frame(RawFrame frame) {
                seen[0]++;
            }

            @Override
            public void linkLost(String reason) {
                throw new AssertionError(reason);
            }
        });
        int at = 0;
        while (seen[0] < frameCount) {
            receiver.accept(bytes, at, 1, 0);
            at++;
        }
        try (var out = Files.newOutputStream(recording)) {
            out.write(bytes, 0, at);
            for (byte[] line : lines) {
                out.write(line);
            }
            out.write(bytes, at, bytes.length - at);
        }
    }

    @ParameterizedTest(name = "version {0}")
    @CsvSource({"1, 2, simulated", "2, 1, simulated", "3, 1, simulated", "4, 1, simulated"})
    void archivesOfEveryVersionAreTakenWithOtherNames(int version, int sessionCount, String athleteId)
            throws IOException {
        Path other = folder.resolve("other.sqlite");
        try (InputStream packed = new GZIPInputStream(
                ImportCommandTest.class.getResourceAsStream("/recordings/archive-" + version + ".sqlite.gz"))) {
            Files.copy(packed, other);
        }
        byte[] before = Files.readAllBytes(other);
        JsonNode done = json("import", other, "--rename", athleteId + "=team-7");
        assertEquals(sessionCount, done.path("imported_session_ids").size());
        JsonNode sessions = json("sessions", "list").path("sessions");
        assertEquals(sessionCount, sessions.size());
        assertEquals("team-7", sessions.path(0).path("athlete_id").asText());
        assertTrue(Arrays.equals(before, Files.readAllBytes(other)), "the source is not changed");
        assertEquals(
                sessionCount,
                json("import", other, "--rename", athleteId + "=team-7")
                        .path("present_session_ids")
                        .size());
    }

    @Test
    void whatCannotBeTakenIsOneLineAndNothingIsKept() throws IOException {
        refused(run("import", folder.resolve("none.rsw")), 3, "none.rsw is not there");
        refused(run("import", folder), 3, "is not there or cannot be read");
        refused(run("import", recording, "--started-at", "yesterday"), 2, "'yesterday' is no time with an offset");
        refused(run("import", recording, "--rename", "a=B C"), 2, "'B C' is no name of an athlete");
        Path text = Files.writeString(folder.resolve("text.rsw"), "no recording\n");
        refused(run("import", text), 1, "holds no session");
        Path other = Files.writeString(folder.resolve("text.sqlite"), "no archive, but long enough to be looked at\n");
        refused(run("import", other), 3, "is no archive or damaged");
        Path two = folder.resolve("two.rsw");
        simulate("5", "5", folder.resolve("second"));
        Files.write(two, Files.readAllBytes(recording));
        Files.write(two, Files.readAllBytes(folder.resolve("second/session.rsw")), StandardOpenOption.APPEND);
        refused(run("import", two), 1, "two boards");
        assertEquals(0, json("sessions", "list").path("sessions").size());
    }

    private static void refused(Ran ran, int exitCode, String words) {
        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
    }
}
