package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

class SqliteSessionArchiveTest {
    private static final Instant STARTED_AT = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final long PERIOD_US = 5_000;

    @TempDir
    private Path folder;

    private SessionArchive archive;
    private boolean isOpen;

    @BeforeEach
    void openArchive() throws ArchiveException {
        archive = SqliteSessionArchive.open(folder);
        isOpen = true;
    }

    @AfterEach
    void closeArchive() {
        archive.close();
    }

    private static List<RawFrame> frames(SessionArchive from, String sessionId) throws ArchiveException {
        List<RawFrame> frames = new ArrayList<>();
        from.frames(sessionId, frames::add);
        return frames;
    }

    private SessionWriter begin(String sessionId) throws ArchiveException {
        return archive.begin(ExampleSession.record(sessionId, STARTED_AT), ExampleSession.DOCUMENTS);
    }

    private StoredSession stored(String sessionId) throws ArchiveException {
        return archive.session(sessionId).orElseThrow();
    }

    private void execute(String sql) throws SQLException, ArchiveException {
        if (isOpen) {
            archive.sessions(); // what was ended is on the disk then
        }
        String url = "jdbc:sqlite:" + folder.resolve(SqliteSessionArchive.FILE_NAME);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenIsReadBackToTheBit(long seed) throws ArchiveException {
        List<RawFrame> frames = new ArrayList<>(new RandomFrames(seed, 48).run(0, 700, PERIOD_US));
        frames.addAll(new RandomFrames(seed + 100, 48).run(1, 300, PERIOD_US));
        List<RollerEvent> events = ExampleSession.events(seed, 60);
        SessionWriter writer = begin("a");
        for (int index = 0; index < frames.size(); index++) {
            writer.append(frames.get(index));
            if (index < events.size()) {
                writer.append(events.get(index));
            }
        }
        writer.end(ExampleSession.closed());

        StoredSession stored = stored("a");
        assertEquals(ExampleSession.record("a", STARTED_AT), stored.record());
        assertEquals(ExampleSession.DOCUMENTS, stored.documents());
        assertEquals(ExampleSession.closed(), stored.closed());
        assertEquals(events, stored.events(), "seed " + seed);
        assertEquals(frames.size(), stored.frameCount());
        List<RawFrame> back = frames(archive, "a");
        assertEquals(RandomFrames.texts(frames), RandomFrames.texts(back), "seed " + seed);
        assertEquals(new RecordingState(false, null, 0, 0), writer.state());
        assertEquals(
                frames.get(700).hostArrivalNs(), back.get(700).hostArrivalNs(), "first arrival of the second boot");
    }

    @Test
    void noBlockSpansMoreThanHalfASecondOrTwoBoots() throws Exception {
        SessionWriter writer = begin("a");
        new RandomFrames(4, 8).run(0, 500, PERIOD_US).forEach(writer::append);
        new RandomFrames(5, 8).run(1, 10, PERIOD_US).forEach(writer::append);
        writer.end(ExampleSession.closed());
        archive.sessions();
        String url = "jdbc:sqlite:" + folder.resolve(SqliteSessionArchive.FILE_NAME);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select max(last_arrival_ns - first_arrival_ns) as span_ns,"
                        + " count(distinct boot_index) as boots from frame_block")) {
            assertTrue(row.getLong("span_ns") <= 500_000_000, row.getLong("span_ns") + " ns");
            assertEquals(2, row.getInt("boots"));
        }
    }

    @Test
    void sessionsAreListedInTheOrderOfTheirRecordingWhateverTheWallClockSaid() throws ArchiveException {
        for (String[] session : new String[][] {{"c", "2026-01-03"}, {"a", "2026-01-02"}, {"b", "2026-01-01"}}) {
            Instant startedAt = Instant.parse(session[1] + "T00:00:00Z");
            archive.begin(ExampleSession.record(session[0], startedAt), ExampleSession.DOCUMENTS)
                    .end(ExampleSession.closed());
        }
        assertEquals(
                List.of("c", "a", "b"),
                archive.sessions().stream()
                        .map(stored -> stored.record().sessionId())
                        .toList());
        assertTrue(archive.session("d").isEmpty());
    }

    @Test
    void sessionsDoNotMix() throws ArchiveException {
        List<RawFrame> first = new RandomFrames(6, 4).run(0, 300, PERIOD_US);
        List<RawFrame> second = new RandomFrames(7, 9).run(0, 250, PERIOD_US);
        SessionWriter firstWriter = begin("a");
        SessionWriter secondWriter = begin("b");
        first.forEach(firstWriter::append);
        second.forEach(secondWriter::append);
        firstWriter.end(ExampleSession.closed());
        secondWriter.end(ExampleSession.closed());
        assertEquals(RandomFrames.texts(first), RandomFrames.texts(frames(archive, "a")));
        assertEquals(RandomFrames.texts(second), RandomFrames.texts(frames(archive, "b")));
        SessionArchive.Verification found = archive.verify(count -> {});
        assertEquals(550, found.frameCount());
        assertEquals(2, found.sessionCount());
        assertEquals(List.of(), found.problems());
    }

    @Test
    void secondSessionOfTheSameNameIsRefusedInWords() throws ArchiveException {
        begin("a").end(ExampleSession.closed());
        String why = assertThrows(ArchiveException.class, () -> begin("a")).getMessage();
        assertTrue(why.contains(SqliteSessionArchive.FILE_NAME) && why.contains("has a session a already"), why);
        archive.close();
        openArchive();
        assertThrows(ArchiveException.class, () -> begin("a"), "also after the archive was opened anew");
    }

    /** The writer is never ended, as when the process is gone; its connection stays open. */
    @Test
    void sessionThatWasCutOffKeepsAllFramesButTheLastBlock() throws ArchiveException {
        List<RawFrame> frames = new RandomFrames(8, 48).run(0, 410, PERIOD_US);
        SessionWriter writer = begin("a");
        frames.forEach(writer::append);
        try (SessionArchive other = SqliteSessionArchive.open(folder)) {
            Deadline deadline = new Deadline(10_000);
            int least = frames.size() - 80;
            while (frames(other, "a").size() < least) {
                deadline.check("frames of the cut off session");
            }
            List<RawFrame> back = frames(other, "a");
            assertEquals(RandomFrames.texts(frames.subList(0, back.size())), RandomFrames.texts(back));
            StoredSession stored = other.sessions().get(0);
            assertNull(stored.closed());
            assertEquals(back.size(), stored.frameCount());
            assertEquals(List.of(), other.verify(count -> {}).problems());
        }
        writer.end(ExampleSession.closed());
    }

    @Test
    void damagedBlockIsNamedAndTheFramesBeforeItAreGiven() throws Exception {
        List<RawFrame> frames = new RandomFrames(9, 8).run(0, 400, PERIOD_US);
        SessionWriter writer = begin("a");
        frames.forEach(writer::append);
        writer.end(ExampleSession.closed());
        execute("update frame_block set packed = substr(packed, 1, 40) || x'00' || substr(packed, 42)"
                + " where block_id = " + ((1L << 32) + 2));
        List<RawFrame> before = new ArrayList<>();
        String why = assertThrows(ArchiveException.class, () -> archive.frames("a", before::add))
                .getMessage();
        assertTrue(why.contains("block 2 has a wrong checksum") && why.contains("sessions verify"), why);
        assertEquals(RandomFrames.texts(frames.subList(0, before.size())), RandomFrames.texts(before));
        assertTrue(before.size() > 80);
        SessionArchive.Verification found = archive.verify(count -> {});
        assertEquals(List.of("session a: block 2 has a wrong checksum"), found.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pad_count = 7", "pad_count = -9", "pad_count = 70", "frame_count = 3", "frame_count = 0"})
    void damagedHeaderOfABlockIsNoticed(String damage) throws Exception {
        SessionWriter writer = begin("a");
        new RandomFrames(9, 8).run(0, 400, PERIOD_US).forEach(writer::append);
        writer.end(ExampleSession.closed());
        execute("update frame_block set " + damage + " where block_id = " + ((1L << 32) + 1));
        List<String> problems = archive.verify(count -> {}).problems();
        assertEquals(1, problems.size(), damage);
        assertTrue(problems.get(0).startsWith("session a: block 1"), problems.get(0));
    }

    @Test
    void archiveOfANewerVersionIsRefusedInWords() throws Exception {
        archive.close();
        isOpen = false;
        execute("pragma user_version = " + (ArchiveSchema.VERSION + 1));
        String why = assertThrows(ArchiveException.class, () -> SqliteSessionArchive.open(folder))
                .getMessage();
        assertTrue(
                why.contains("has schema version " + (ArchiveSchema.VERSION + 1) + ", this software knows "
                        + ArchiveSchema.VERSION + "; use a newer Rollscope"),
                why);
    }

    @Test
    void fileThatIsNoArchiveIsRefusedInWords() throws IOException {
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.writeString(
                other.resolve(SqliteSessionArchive.FILE_NAME), "holiday pictures, not an archive ".repeat(99));
        String why = assertThrows(ArchiveException.class, () -> SqliteSessionArchive.open(other))
                .getMessage();
        assertTrue(why.contains("cannot be opened"), why);
    }

    @Test
    void dataFolderThatIsAFileIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String why = assertThrows(ArchiveException.class, () -> SqliteSessionArchive.open(file.resolve("data")))
                .getMessage();
        assertTrue(why.contains("cannot be made; name another with --data"), why);
    }

    @Test
    void aFrameMayBeUsedAgainAfterTheCall() throws ArchiveException {
        List<RawFrame> frames = new RandomFrames(11, 6).run(0, 150, PERIOD_US);
        List<String> texts = RandomFrames.texts(frames);
        SessionWriter writer = begin("a");
        for (RawFrame frame : frames) {
            writer.append(frame);
            java.util.Arrays.fill(frame.padCounts(), (char) 7);
            java.util.Arrays.fill(frame.accelCounts(), (short) 7);
            java.util.Arrays.fill(frame.gyroCounts(), (short) 7);
        }
        writer.end(ExampleSession.closed());
        assertEquals(texts, RandomFrames.texts(frames(archive, "a")));
    }

    @Test
    void outagesAreReadBackInTheirOrder() throws ArchiveException {
        List<Outage> outages = List.of(
                new Outage(Outage.Kind.LINK, 5, 7_000_000, "the cable is out", 1400),
                new Outage(Outage.Kind.RECORDING, 1, 2, "a \"reason\"", 0));
        SessionWriter writer = begin("a");
        outages.forEach(writer::append);
        writer.end(ExampleSession.closed());
        assertEquals(outages, stored("a").outages());
    }

    @Test
    void whatIsFlushedReachesTheDiskWithoutFurtherFrames() throws ArchiveException {
        SessionWriter writer = begin("a");
        new RandomFrames(12, 4).run(0, 5, PERIOD_US).forEach(writer::append);
        assertEquals(5, writer.state().waitingFrameCount());
        writer.flush();
        Deadline deadline = new Deadline(10_000);
        while (writer.state().waitingFrameCount() > 0) {
            deadline.check("the flushed frames");
        }
        assertEquals(5, frames(archive, "a").size());
        assertTrue(writer.state().recording());
        writer.end(ExampleSession.closed());
    }

    /** A clock that tests set. */
    private static final class SetClock implements HostClock {
        private long monotonicNs = 5;
        private Instant wall = STARTED_AT;

        @Override
        public long monotonicNs() {
            return monotonicNs;
        }

        @Override
        public Instant wallClock() {
            return wall;
        }

        void pass(long timeMs) {
            monotonicNs += timeMs * 1_000_000;
            wall = wall.plusMillis(timeMs);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "400, 0", "-500, 0", "501, 501", "94608000000, 94608000000", "-3600000, -3600000"})
    void wallClockThatIsMovedDuringASessionIsKeptWithItAndChangesNothingElse(long movedMs, long keptMs)
            throws ArchiveException {
        SetClock clock = new SetClock();
        List<RawFrame> frames = new RandomFrames(13, 4).run(0, 200, PERIOD_US);
        try (SessionArchive watched = SqliteSessionArchive.open(folder, clock)) {
            SessionWriter writer = watched.begin(ExampleSession.record("a", STARTED_AT), ExampleSession.DOCUMENTS);
            frames.subList(0, 100).forEach(writer::append);
            clock.pass(60_000);
            clock.wall = clock.wall.plusMillis(movedMs);
            frames.subList(100, 200).forEach(writer::append);
            clock.pass(60_000);
            writer.end(ExampleSession.closed());
            assertEquals(keptMs, watched.session("a").orElseThrow().clockStepMs());
        }
        assertEquals(RandomFrames.texts(frames), RandomFrames.texts(frames(archive, "a")));
        assertEquals(ExampleSession.closed(), stored("a").closed());
    }

    @Test
    void nameThatIsTakenIsFoundOutWithoutTheDisk() throws ArchiveException {
        assertEquals("a", archive.freeId("a"));
        begin("a").end(ExampleSession.closed());
        assertEquals("a-2", archive.freeId("a"));
        begin("a-2").end(ExampleSession.closed());
        assertEquals("a-3", archive.freeId("a"));
        try (SessionArchive other = SqliteSessionArchive.open(folder)) {
            archive.sessions();
            assertEquals("b", other.freeId("b"));
        }
        archive.close();
        openArchive();
        assertEquals("a-3", archive.freeId("a"), "also after the archive was opened anew");
    }

    /** No power cut does that, see {@code PowerCutIT}; a card that dies does. */
    @Test
    void databaseWithoutItsTailIsToldInOneLine() throws Exception {
        SessionWriter writer = begin("a");
        new RandomFrames(14, 48).run(0, 900, PERIOD_US).forEach(writer::append);
        writer.end(ExampleSession.closed());
        archive.close();
        Path file = folder.resolve(SqliteSessionArchive.FILE_NAME);
        byte[] whole = Files.readAllBytes(file);
        int toldCount = 0;
        for (int part = 1; part < 20; part++) {
            Path cut = Files.createDirectories(folder.resolve("cut-" + part));
            Files.write(
                    cut.resolve(SqliteSessionArchive.FILE_NAME),
                    java.util.Arrays.copyOf(whole, whole.length / 20 * part));
            try (SessionArchive damaged = SqliteSessionArchive.open(cut)) {
                toldCount += damaged.verify(count -> {}).problems().isEmpty() ? 0 : 1;
            } catch (ArchiveException told) {
                assertEquals(1, told.getMessage().lines().count(), told.getMessage());
                toldCount++;
            }
        }
        assertEquals(19, toldCount);
    }
}
