package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.rollscope.store.SqliteSessionArchive;

/** Sessions deleted, copied and taken back, as people type it. */
class SessionFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLOSED_ID = "20261121-085518-385-simulated";
    private static final String CUT_ID = "20261121-085521-704-simulated";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void unpack() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        try (InputStream packed =
                new GZIPInputStream(SessionFilesTest.class.getResourceAsStream("/recordings/archive-1.sqlite.gz"))) {
            Files.copy(packed, data.resolve(SqliteSessionArchive.FILE_NAME));
        }
    }

    private Ran sessions(String... words) {
        List<String> all = new ArrayList<>(List.of("sessions"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Ran.of(all.toArray(String[]::new));
    }

    private JsonNode json(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Ran ran = sessions(all.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        return JSON.readTree(ran.out());
    }

    private List<String> ids() throws IOException {
        return ids(json("list").path("sessions"), "session_id");
    }

    private static List<String> ids(JsonNode list, String key) {
        List<String> ids = new ArrayList<>();
        list.forEach(entry ->
                ids.add(key.isEmpty() ? entry.asText() : entry.path(key).asText()));
        return ids;
    }

    private Ran answering(String answer, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII)));
        try {
            return sessions(words);
        } finally {
            System.setIn(before);
        }
    }

    private static void assertRefused(Ran ran, int exitCode, String... words) {
        assertEquals(exitCode, ran.exitCode(), ran.out() + ran.err());
        assertFalse(ran.showsStackTrace(), ran.err());
        String last = ran.err().lines().reduce((earlier, later) -> later).orElse("");
        assertTrue(last.contains("rollscope: "), ran.err());
        for (String word : words) {
            assertTrue(last.contains(word), word + " is missing in: " + last);
        }
    }

    @Test
    void deletedSessionIsTakenBackWholeAndInItsPlace() throws IOException {
        JsonNode before = json("show", CLOSED_ID);
        JsonNode deleted = json("delete", CLOSED_ID, "--yes");
        assertEquals(CLOSED_ID, deleted.path("session_id").asText());
        assertEquals(1600, deleted.path("frame_count").asInt());
        assertEquals(List.of(CUT_ID), ids());
        Path kept = Path.of(deleted.path("kept_in").asText());
        assertTrue(kept.startsWith(data.resolve("deleted")), kept.toString());
        assertTrue(
                sessions("verify").out().contains("1 sessions, 18 blocks"),
                sessions("verify").out());
        JsonNode restored = json("restore", kept.toString());
        assertEquals(List.of(CLOSED_ID), ids(restored.path("restored_session_ids"), ""));
        assertEquals(List.of(CLOSED_ID, CUT_ID), ids(), "the order of recording");
        assertEquals(before, json("show", CLOSED_ID));
        assertTrue(sessions("verify").out().contains("2 sessions, 58 blocks, 2320 frames, all sound"));
        assertEquals(0, Ran.of("analyse", CLOSED_ID, "--data", data.toString()).exitCode());
        JsonNode again = json("delete", CLOSED_ID, "--yes");
        assertTrue(again.path("kept_in").asText().endsWith(CLOSED_ID + "-2.sqlite"), again.toString());
    }

    @Test
    void sessionThatIsDeletedForeverLeavesNothing() throws IOException {
        Ran ran = sessions("delete", CLOSED_ID, "--yes", "--forever");
        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("no copy was kept"), ran.out());
        assertFalse(Files.exists(data.resolve("deleted")));
        byte[] left = Files.readAllBytes(data.resolve(SqliteSessionArchive.FILE_NAME));
        assertFalse(new String(left, StandardCharsets.ISO_8859_1).contains(CLOSED_ID), "its name is still in the file");
    }

    @Test
    void deletingAsksAndOnlyYesDeletes() throws IOException {
        assertRefused(answering("", "delete", CUT_ID), 2, "nobody answered", "--yes");
        Ran refused = answering("n\n", "delete", CUT_ID);
        assertRefused(refused, 1, "nothing was deleted");
        assertTrue(refused.err().contains(CUT_ID) && refused.err().contains("720 frames"), refused.err());
        assertEquals(List.of(CLOSED_ID, CUT_ID), ids());
        assertEquals(0, answering("y\n", "delete", CUT_ID).exitCode());
        assertEquals(List.of(CLOSED_ID), ids());
        assertRefused(sessions("delete", "nobody", "--yes"), 1, "'nobody'", "sessions list");
    }

    @Test
    void sessionThatIsBeingRecordedIsNotDeletedAndIsInABackup() throws Exception {
        try (SessionArchive archive = SqliteSessionArchive.open(data)) {
            StoredSession stored = archive.session(CUT_ID).orElseThrow();
            var record = new org.rollscope.session.SessionRecord(
                    "running",
                    stored.record().startedAt(),
                    "roller-1",
                    "athlete-1",
                    stored.record().muscle(),
                    stored.record().side(),
                    stored.record().band(),
                    stored.record().hello(),
                    "c",
                    "0.1.0",
                    "s");
            SessionWriter writer = archive.begin(record, stored.documents());
            archive.frames(CLOSED_ID, writer::append);
            writer.flush();
            while (writer.state().waitingFrameCount() > 0) {
                Thread.onSpinWait();
            }
            assertRefused(sessions("delete", "running", "--yes"), 1, "is being recorded");
            JsonNode backup = json("backup", folder.resolve("b.sqlite").toString());
            assertEquals(3, backup.path("session_count").asInt());
            assertEquals(1600 + 720 + 1600, backup.path("frame_count").asInt());
            writer.end(archive.session(CLOSED_ID).orElseThrow().closed());
        }
        try (Stream<Path> files = Files.list(data)) {
            assertEquals(1, files.filter(Files::isRegularFile).count(), "nothing lies beside the archive afterwards");
        }
        assertEquals(0, sessions("delete", "running", "--yes").exitCode());
    }

    @Test
    void backupIsTakenIntoAnotherArchiveAndAddsOnlyWhatIsMissing() throws IOException {
        Path backup = folder.resolve("backup.sqlite");
        JsonNode said = json("backup", backup.toString());
        assertEquals(2, said.path("session_count").asInt());
        assertEquals(Files.size(backup), said.path("file_bytes").asLong());
        assertRefused(sessions("backup", backup.toString()), 3, "exists already", "--force");
        assertEquals(0, sessions("backup", backup.toString(), "--force").exitCode());
        assertRefused(
                sessions("backup", data.resolve(SqliteSessionArchive.FILE_NAME).toString(), "--force"), 3, "itself");
        assertRefused(sessions("backup", folder + "/nowhere/b.sqlite"), 3, "nowhere", "is not there");
        JsonNode shown = json("show", CLOSED_ID);
        assertEquals(0, sessions("delete", CLOSED_ID, "--yes").exitCode());
        JsonNode restored = json("restore", backup.toString());
        assertEquals(List.of(CLOSED_ID), ids(restored.path("restored_session_ids"), ""));
        assertEquals(List.of(CUT_ID), ids(restored.path("present_session_ids"), ""));
        data = folder.resolve("other");
        assertTrue(sessions("restore", backup.toString()).out().contains("2 sessions restored, 0 were there"));
        assertEquals(List.of(CLOSED_ID, CUT_ID), ids());
        assertEquals(shown, json("show", CLOSED_ID));
        assertTrue(sessions("verify").out().contains("2 sessions, 58 blocks, 2320 frames, all sound"));
    }

    @Test
    void damagedOrForeignFileIsRefusedAndNothingIsRestored() throws IOException {
        Path backup = folder.resolve("backup.sqlite");
        json("backup", backup.toString());
        long wholeBytes = Files.size(backup);
        Path damaged = folder.resolve("damaged.sqlite");
        data = folder.resolve("other");
        for (long offsetBytes : new long[] {wholeBytes / 3, wholeBytes / 2, wholeBytes - 3000}) {
            byte[] bytes = Files.readAllBytes(backup);
            java.util.Arrays.fill(bytes, (int) offsetBytes, (int) offsetBytes + 700, (byte) 0x5A);
            Files.write(damaged, bytes);
            assertRefused(sessions("restore", damaged.toString()), 3, "damaged", "nothing was restored");
        }
        Files.copy(backup, damaged, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.WRITE)) {
            channel.truncate(wholeBytes / 2);
        }
        assertRefused(sessions("restore", damaged.toString()), 3, "damaged", "nothing was restored");
        Files.writeString(damaged, "holiday pictures ".repeat(999));
        assertRefused(sessions("restore", damaged.toString()), 3, "is no archive", "nothing was restored");
        Files.writeString(damaged, "");
        assertRefused(sessions("restore", damaged.toString()), 3, "holds no sessions");
        assertRefused(sessions("restore", folder + "/none.sqlite"), 3, "none.sqlite", "is not there");
        assertEquals(List.of(), ids());
    }
}
