package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.app.Ran;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;

/** Archives that older software wrote, read by this one. */
class ArchiveVersionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private void unpack(int version) throws IOException {
        try (InputStream packed = new GZIPInputStream(resource("archive-" + version + ".sqlite.gz"))) {
            Files.copy(packed, folder.resolve(SqliteSessionArchive.FILE_NAME));
        }
    }

    private static InputStream resource(String name) {
        return ArchiveVersionsTest.class.getResourceAsStream("/recordings/" + name);
    }

    private static JsonNode document(String name) throws IOException {
        try (InputStream text = resource(name)) {
            return JSON.readTree(text);
        }
    }

    @ParameterizedTest(name = "version {0}")
    @CsvSource({"1, 58", "2, 42", "3, 42", "4, 42"})
    void everyFrameIsTheSame(int version, int blockCount) throws Exception {
        unpack(version);
        String expected;
        try (InputStream text = resource("archive-" + version + "-frames.txt")) {
            expected = new String(text.readAllBytes(), StandardCharsets.US_ASCII);
        }
        StringBuilder found = new StringBuilder();
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            for (var stored : archive.sessions()) {
                String sessionId = stored.record().sessionId();
                found.append(sessionId).append(' ').append(stored.frameCount()).append(' ');
                found.append(digest(archive, sessionId)).append('\n');
            }
            SessionArchive.Verification checked = archive.verify(count -> {});
            assertEquals(List.of(), checked.problems());
            assertEquals(blockCount, checked.blockCount());
        }
        assertEquals(expected, found.toString());
    }

    private static String digest(SessionArchive archive, String sessionId)
            throws ArchiveException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        archive.frames(sessionId, frame -> digest.update(line(frame).getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String line(RawFrame frame) {
        return frame.bootIndex() + " " + frame.sequence() + " " + frame.deviceTimeUs() + " " + frame.hostArrivalNs()
                + " " + frame.lostBeforeCount() + " " + frame.frameFlags() + " " + Arrays.toString(frame.accelCounts())
                + Arrays.toString(frame.gyroCounts())
                + Arrays.toString(new String(frame.padCounts()).chars().toArray()) + "\n";
    }

    @ParameterizedTest(name = "{1} of {2} sessions of version {0}")
    @CsvSource({
        "1, archive-1-closed.json, 2",
        "1, archive-1-cut.json, 2",
        "2, archive-2.json, 1",
        "3, archive-3.json, 1"
    })
    void sessionsAreListedAndShownAsBefore(int version, String name, int sessionCount) throws IOException {
        unpack(version);
        JsonNode before = document(name);
        String id = before.path("session_id").asText();
        Ran shown = Ran.of("sessions", "show", id, "--json", "--data", folder.toString());
        assertEquals(0, shown.exitCode(), shown.err());
        JsonNode now = JSON.readTree(shown.out());
        assertHolds(before, now, "");
        assertTrue(now.path("outages").isArray() && now.path("outages").isEmpty());
        Ran analysed = Ran.of("analyse", id, "--json", "--data", folder.toString());
        assertEquals(0, analysed.exitCode(), analysed.err());
        assertTrue(JSON.readTree(analysed.out()).path("events").size() > 2, analysed.out());
        Ran list = Ran.of("sessions", "list", "--json", "--data", folder.toString());
        assertEquals(sessionCount, JSON.readTree(list.out()).path("sessions").size());
    }

    /** Every key of then is as it was; keys may have come since, as the contract says. */
    private static void assertHolds(JsonNode before, JsonNode now, String path) {
        if (!before.isObject()) {
            assertEquals(before, now, path);
            return;
        }
        before.properties()
                .forEach(field -> assertHolds(field.getValue(), now.path(field.getKey()), path + "/" + field.getKey()));
    }

    /** What a recording with a hole looks like that a full disk has torn. */
    @Test
    void holeInARecordingIsAGapForTheAnalysis() throws Exception {
        unpack(1);
        String id = document("archive-1-closed.json").path("session_id").asText();
        SqliteSessionArchive.open(folder).close();
        String url = "jdbc:sqlite:" + folder.resolve(SqliteSessionArchive.FILE_NAME);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            long firstId = 1L << 32;
            statement.execute(
                    "delete from frame_block where block_id between " + (firstId + 20) + " and " + (firstId + 24));
        }
        Ran analysed = Ran.of("analyse", id, "--json", "--data", folder.toString());
        assertEquals(0, analysed.exitCode(), analysed.err());
        JsonNode lost = null;
        for (JsonNode event : JSON.readTree(analysed.out()).path("events")) {
            lost = event.path("type").asText().equals("signal_lost") ? event : lost;
        }
        assertNotNull(lost, analysed.out());
        assertEquals(
                2000, lost.path("end_ms").asDouble() - lost.path("start_ms").asDouble(), 20, lost.toString());
        List<RawFrame> frames = new ArrayList<>();
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            archive.frames(id, frames::add);
            assertEquals(List.of(), archive.verify(count -> {}).problems());
        }
        assertEquals(
                List.of(200),
                frames.stream()
                        .map(RawFrame::lostBeforeCount)
                        .filter(count -> count > 0)
                        .toList());
    }
}
