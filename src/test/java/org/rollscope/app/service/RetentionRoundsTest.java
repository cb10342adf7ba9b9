package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.frame.HostClock;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;

class RetentionRoundsTest {
    @TempDir
    private Path folder;

    private String round(String now) {
        StringWriter said = new StringWriter();
        HostClock clock = new HostClock() {
            @Override
            public long monotonicNs() {
                return 0;
            }

            @Override
            public Instant wallClock() {
                return Instant.parse(now);
            }
        };
        try (RetentionRounds rounds =
                new RetentionRounds(folder, new RetentionSettings(30, 30), clock, new PrintWriter(said, true))) {
            rounds.round();
        }
        return said.toString();
    }

    @Test
    void aRoundDeletesWhatIsTooOldAndSaysSo() throws IOException, ArchiveException {
        try (InputStream packed =
                new GZIPInputStream(RetentionRoundsTest.class.getResourceAsStream("/recordings/archive-1.sqlite.gz"))) {
            Files.copy(packed, folder.resolve(SqliteSessionArchive.FILE_NAME));
        }
        assertEquals("", round("2026-12-01T00:00:00Z"));
        assertTrue(round("2027-01-01T00:00:00Z").contains("retention deleted 2 sessions"));
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            assertEquals(0, archive.sessions().size());
        }
        assertEquals("", round("2027-01-02T00:00:00Z"));
    }
}
