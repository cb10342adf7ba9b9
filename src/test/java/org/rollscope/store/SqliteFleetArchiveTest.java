package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionSummary;
import org.rollscope.telemetry.FleetArchive.Kept;
import org.rollscope.telemetry.FleetMessage;
import org.rollscope.telemetry.MetricsMessage;

/** Events and summaries of many rollers in one file: doubles fold, files merge, what is no such file is refused in words. */
class SqliteFleetArchiveTest {
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");
    private static final PressureEvidence EVIDENCE = new PressureEvidence(40, 80, 60, 0.9);

    @TempDir
    private Path folder;

    private static FleetMessage opening(String rollerId, int index) {
        RollerEvent began = RollerEvent.started(EventType.HOLD, index * 1000L, index * 1000L, EVIDENCE, Figures.NONE);
        return message(rollerId, new MetricsMessage.Event("s/hold/" + index, "s", index, began));
    }

    private static FleetMessage point(String rollerId, int index) {
        long timeUs = index * 1000L;
        RollerEvent marker =
                RollerEvent.completed(EventType.MARKER, timeUs, timeUs, timeUs, EVIDENCE, Figures.of("number", index));
        return message(rollerId, new MetricsMessage.Event("s/hold/" + index, "s", index, marker));
    }

    private static FleetMessage summary(String rollerId, String sessionId) {
        SessionSummary summary = new SessionSummary(1000, 900, 0, 800, 700, 10, 0, 4, 1, 40, 80, 30, 25, Figures.NONE);
        return message(
                rollerId, new MetricsMessage.Summary(sessionId, NOON, new LinkCounters(100, 0, 0, 0, 9000), summary));
    }

    private static FleetMessage message(String rollerId, MetricsMessage message) {
        return new FleetMessage(
                rollerId, message, "{\"of\":\"" + rollerId + "\",\"is\":\"" + message.hashCode() + "\"}", NOON);
    }

    private static List<FleetMessage> several(int fromIndex, int count) {
        List<FleetMessage> messages = new ArrayList<>();
        for (int index = fromIndex; index < fromIndex + count; index++) {
            messages.add(opening("roller-" + index % 3, index));
            if (index % 10 == 0) {
                messages.add(summary("roller-" + index % 3, "session-" + index));
            }
        }
        return messages;
    }

    private Path folder(String name) {
        return folder.resolve(name);
    }

    private Path file(String name) {
        return folder(name).resolve("fleet.db");
    }

    private void fill(String name, List<FleetMessage> messages) throws ArchiveException {
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder(name))) {
            archive.keep(messages);
        }
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Set<String> rows(Path file) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select roller_id || event_id || phase || session_id || type || payload from event"
                                + " union all select roller_id || session_id || started_at || payload from summary")) {
            while (row.next()) {
                assertTrue(rows.add(row.getString(1)), row.getString(1));
            }
        }
        return rows;
    }

    private String refusal(String name) {
        ArchiveException refused =
                assertThrows(ArchiveException.class, () -> SqliteFleetArchive.openToRecord(folder(name)));
        assertEquals(1, refused.getMessage().lines().count());
        return refused.getMessage();
    }

    @Test
    void whatComesTwiceIsKeptOnceAndCounted() throws Exception {
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder("one"))) {
            assertEquals(new Kept(1, 0, 1), archive.keep(List.of(opening("a", 1), opening("a", 1))));
            assertEquals(new Kept(0, 0, 1), archive.keep(List.of(opening("a", 1))));
            // another roller, another phase, another event, a summary: each is something else
            assertEquals(
                    new Kept(3, 2, 1),
                    archive.keep(List.of(
                            opening("b", 1),
                            point("a", 1),
                            opening("a", 2),
                            summary("a", "s"),
                            summary("b", "s"),
                            summary("a", "s"))));
            assertEquals(new Kept(4, 2, 0), archive.total());
        }
        assertEquals(6, rows(file("one")).size());
    }

    @Test
    void aFileIsThereAgainWithItsNameAfterARestart() throws Exception {
        String name;
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder("one"))) {
            name = archive.recorderName();
            archive.keep(several(0, 20));
        }
        assertTrue(name.matches("recorder-[0-9a-f]{8}"), name);
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder("one"))) {
            assertEquals(name, archive.recorderName());
            assertEquals(new Kept(20, 2, 0), archive.total());
        }
        try (SqliteFleetArchive other = SqliteFleetArchive.openToRecord(folder("two"))) {
            assertFalse(other.recorderName().equals(name));
        }
    }

    @Test
    void mergedInAnyOrderTheFilesHoldEachThingOnce() throws Exception {
        fill("one", several(0, 60));
        fill("two", several(40, 60));
        Set<String> all = new TreeSet<>(rows(file("one")));
        all.addAll(rows(file("two")));
        for (List<String> order : List.of(List.of("one", "two"), List.of("two", "one"))) {
            Path target = folder.resolve("of-" + order.get(0));
            try (SqliteFleetArchive archive = SqliteFleetArchive.openToMerge(target)) {
                assertEquals(new Kept(60, 6, 0), archive.merge(file(order.get(0))));
                assertEquals(new Kept(40, 4, 22), archive.merge(file(order.get(1))));
                assertEquals(new Kept(0, 0, 66), archive.merge(file(order.get(1))));
                assertEquals(new Kept(100, 10, 0), archive.total());
            }
            assertEquals(all, rows(target.resolve("fleet.db")));
        }
        assertEquals(66, rows(file("one")).size(), "the source was changed");
    }

    @Test
    void aFileIsMergedWhileBothRecordersRun() throws Exception {
        try (SqliteFleetArchive source = SqliteFleetArchive.openToRecord(folder("one"));
                SqliteFleetArchive running = SqliteFleetArchive.openToRecord(folder("two"));
                SqliteFleetArchive target = SqliteFleetArchive.openToMerge(folder("two"))) {
            source.keep(several(0, 10));
            assertEquals(new Kept(10, 1, 0), target.merge(file("one")));
            source.keep(several(10, 10));
            assertEquals(new Kept(0, 0, 11), running.keep(several(0, 10)));
            assertEquals(new Kept(10, 1, 11), target.merge(file("one")));
            assertEquals(new Kept(20, 2, 0), running.total());
        }
    }

    @Test
    void aSecondRecorderOnOneFolderIsRefusedInOneLine() throws Exception {
        try (SqliteFleetArchive first = SqliteFleetArchive.openToRecord(folder("one"))) {
            assertEquals(
                    "another recorder writes " + file("one") + "; give this one a folder of its own: --data DIR",
                    refusal("one"));
            assertEquals(new Kept(0, 0, 0), first.total());
        }
        SqliteFleetArchive.openToRecord(folder("one")).close();
    }

    @Test
    void aFullDiskRefusesAllOfABatchAndTheNextOneGoesThrough() throws Exception {
        fill("one", several(0, 3));
        execute(
                file("one"),
                "create trigger full before insert on event when new.event_id = 's/hold/5'"
                        + " begin select raise(abort, 'no space left'); end");
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToRecord(folder("one"))) {
            ArchiveException refused = assertThrows(ArchiveException.class, () -> archive.keep(several(3, 4)));
            assertTrue(refused.getMessage().startsWith(file("one") + " cannot be used: "), refused.getMessage());
            assertTrue(refused.getMessage().contains("no space left"), refused.getMessage());
            assertEquals(1, refused.getMessage().lines().count());
            assertEquals(new Kept(3, 1, 0), archive.total());
            execute(file("one"), "drop trigger full");
            assertEquals(new Kept(4, 0, 0), archive.keep(several(3, 4)));
        }
    }

    @Test
    void aFileThatIsNoneOrOfAnotherVersionIsRefusedAndLeftAsItIs() throws Exception {
        Files.createDirectories(folder("text"));
        Files.writeString(file("text"), "no database at all, but a text ".repeat(100));
        assertEquals(
                file("text")
                        + " cannot be used: [SQLITE_NOTADB] File opened that is not a database file (file is not a database)",
                refusal("text"));
        Files.createDirectories(folder("foreign"));
        execute(file("foreign"), "create table something_else (word text)");
        assertEquals(
                file("foreign") + " cannot be used: it is a database of something else, not of rollscope collect",
                refusal("foreign"));
        fill("newer", several(0, 3));
        execute(file("newer"), "pragma user_version = 2");
        assertEquals(
                file("newer") + " cannot be used: it has version 2, this software knows 1; use a newer Rollscope",
                refusal("newer"));
    }

    @Test
    void whatCannotBeMergedIsToldInOneLineAndAddsNothing() throws Exception {
        fill("sound", several(0, 30));
        fill("newer", several(0, 3));
        execute(file("newer"), "pragma user_version = 2");
        Files.createDirectories(folder("archive"));
        SqliteSessionArchive.open(folder("archive")).close();
        Path sessions = folder("archive").resolve(SqliteSessionArchive.FILE_NAME);
        Path text = Files.writeString(folder.resolve("text"), "a text ".repeat(500));
        try (SqliteFleetArchive target = SqliteFleetArchive.openToMerge(folder("target"))) {
            assertMergeRefused(target, folder.resolve("none.db"), " is not there or cannot be read");
            assertMergeRefused(target, folder, " is not there or cannot be read");
            assertMergeRefused(target, file("target"), " is the file to merge into; name the others");
            assertMergeRefused(target, file("newer"), " cannot be merged: it has version 2, this software knows 1;");
            assertMergeRefused(target, sessions, " cannot be merged: it is a database of something else");
            assertMergeRefused(target, text, " cannot be merged: ");
            assertEquals(new Kept(30, 3, 0), target.merge(file("sound")));
        }
    }

    private static void assertMergeRefused(SqliteFleetArchive target, Path file, String words) throws Exception {
        Kept before = target.total();
        ArchiveException refused = assertThrows(ArchiveException.class, () -> target.merge(file));
        assertTrue(refused.getMessage().startsWith(file + words), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        assertEquals(before, target.total());
    }

    /** Whatever is wrong with a file, what is merged from it is what was written, all of it, or nothing and a line. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aFileThatWasCutOffAddsAllOrNothing(long seed) throws Exception {
        fill("one", several(0, 300));
        Set<String> written = rows(file("one"));
        Random random = new Random(seed);
        PowerCutFiles.truncate(file("one"), random.nextLong(Files.size(file("one"))));
        try (SqliteFleetArchive target = SqliteFleetArchive.openToMerge(folder("target"))) {
            target.keep(several(0, 5));
            Kept before = target.total();
            ArchiveException refused = assertThrows(ArchiveException.class, () -> target.merge(file("one")));
            assertEquals(1, refused.getMessage().lines().count());
            assertEquals(before, target.total());
        }
        assertTrue(written.containsAll(rows(file("target"))));
    }
}
