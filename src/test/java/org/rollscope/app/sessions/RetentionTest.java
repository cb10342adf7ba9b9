package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.SqliteSessionArchive;

class RetentionTest {
    private static final String CLOSED = "20261121-085518-385-simulated";
    private static final Instant RECORDED_AT = Instant.parse("2026-11-21T08:55:18Z");
    private static final RetentionSettings MONTH = new RetentionSettings(30, 10);

    @TempDir
    private Path folder;

    private void unpack(int version) throws IOException {
        try (InputStream packed = new GZIPInputStream(
                RetentionTest.class.getResourceAsStream("/recordings/archive-" + version + ".sqlite.gz"))) {
            Files.copy(packed, folder.resolve(SqliteSessionArchive.FILE_NAME));
        }
    }

    private Ran sessions(String... arguments) {
        return Ran.of(Stream.of(Stream.of("sessions"), Stream.of(arguments), Stream.of("--data", folder.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private Retention.Due due(RetentionSettings settings, Duration later) throws ArchiveException, IOException {
        return new Retention(folder, settings, RECORDED_AT.plus(later)).due();
    }

    @Test
    void nothingIsDueBeforeItsTimeNorWithoutALimit() throws ArchiveException, IOException {
        unpack(1);
        assertEquals(0, due(MONTH, Duration.ofDays(29)).sessions().size());
        assertEquals(2, due(MONTH, Duration.ofDays(31)).sessions().size());
        assertEquals(2, due(new RetentionSettings(0, 0), Duration.ofDays(9999)).keptCount());
        assertTrue(due(new RetentionSettings(0, 0), Duration.ofDays(9999)).isEmpty());
    }

    /** A Pi that did not know the time when it recorded. */
    @Test
    void aSessionFromBeforeTheClockWasSetIsLeftAlone() throws Exception {
        unpack(1);
        SqliteSessionArchive.open(folder).close();
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve(SqliteSessionArchive.FILE_NAME));
                var statement = connection.createStatement()) {
            statement.execute(
                    "update session set started_at = '1970-01-01T00:01:00Z' where session_id = '" + CLOSED + "'");
        }
        Retention.Due due = due(MONTH, Duration.ofDays(31));
        assertEquals(
                List.of("20261121-085521-704-simulated"),
                due.sessions().stream()
                        .map(stored -> stored.record().sessionId())
                        .toList());
    }

    @Test
    void whatIsDueGoesWithItsBytesAndCopiesGoByTheTimeOfTheirFile() throws ArchiveException, IOException {
        unpack(1);
        assertEquals(0, sessions("delete", CLOSED, "--yes").exitCode());
        Path copy = folder.resolve("deleted/" + CLOSED + ".sqlite");
        Files.setLastModifiedTime(copy, FileTime.from(RECORDED_AT));
        Retention retention = new Retention(folder, MONTH, RECORDED_AT.plus(Duration.ofDays(11)));
        Retention.Due due = retention.due();
        assertEquals(List.of(copy), due.copies());
        assertEquals(0, due.sessions().size());
        retention.delete(due);
        assertFalse(Files.exists(copy));

        Retention later = new Retention(folder, MONTH, RECORDED_AT.plus(Duration.ofDays(40)));
        later.delete(later.due());
        assertTrue(
                sessions("list").out().contains("no sessions"), sessions("list").out());
    }

    /** Four sessions that all are too old at once: rather a clock that jumped. */
    @Test
    void aRoundThatWouldTakeMostOfAFolderIsNotPlausible() {
        assertFalse(new Retention.Due(java.util.Collections.nCopies(3, stored()), List.of(), 1).isPlausible());
        assertTrue(new Retention.Due(java.util.Collections.nCopies(2, stored()), List.of(), 2).isPlausible());
        assertTrue(new Retention.Due(java.util.Collections.nCopies(2, stored()), List.of(), 0).isPlausible());
    }

    private org.rollscope.session.StoredSession stored() {
        try {
            if (!Files.exists(folder.resolve(SqliteSessionArchive.FILE_NAME))) {
                unpack(1);
            }
            try (var archive = SqliteSessionArchive.open(folder)) {
                return archive.sessions().get(0);
            }
        } catch (ArchiveException | IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void theCommandShowsFirstAndDeletesWhenItIsTold() throws IOException {
        unpack(1);
        Ran shown = sessions("prune", "--older-than", "36500");
        assertEquals(0, shown.exitCode(), shown.err());
        assertTrue(shown.out().contains("0 sessions older than 36500 days"), shown.out());
        Ran limitless = sessions("prune");
        assertTrue(limitless.out().contains("0 sessions (no limit of age is set)"), limitless.out());
        Ran wrong = sessions("prune", "--older-than", "0");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().contains("--older-than must be 1 day or more, was 0"), wrong.err());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RetentionSettings(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RetentionSettings(0, 36_501));
    }
}
