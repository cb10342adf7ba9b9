package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.Topic;
import org.slf4j.LoggerFactory;

/** Messages on disk over restarts, damage, cut-off files and a disk that is full. */
class SqliteKeptMessagesTest {
    private static final int ALL_COUNT = 1_000_000;
    private static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return 0;
        }

        @Override
        public Instant wallClock() {
            return Instant.parse("2026-02-03T12:00:00.123Z");
        }
    };

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(SqliteKeptMessages.class);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void endListening() {
        logger.detachAppender(said);
    }

    private SqliteKeptMessages open() throws KeptMessagesException {
        return SqliteKeptMessages.open(folder, "demo", CLOCK);
    }

    private Path file() {
        return folder.resolve("outbox-demo.sqlite");
    }

    private static KeptMessage message(long keptIndex) {
        byte[] payload = new byte[300 + (int) (keptIndex % 700)];
        new Random(keptIndex).nextBytes(payload);
        return new KeptMessage(keptIndex, keptIndex % 50 == 0 ? Topic.SUMMARY : Topic.EVENT, payload);
    }

    private static List<KeptMessage> messages(long fromIndex, long toIndex) {
        return LongStream.rangeClosed(fromIndex, toIndex)
                .mapToObj(SqliteKeptMessagesTest::message)
                .toList();
    }

    private static List<Long> indexes(long fromIndex, long toIndex) {
        return LongStream.rangeClosed(fromIndex, toIndex).boxed().toList();
    }

    private static List<Long> indexes(KeptMessages kept) throws KeptMessagesException {
        List<Long> indexes = new ArrayList<>();
        for (KeptMessage read : kept.read(0, Long.MAX_VALUE, ALL_COUNT)) {
            KeptMessage written = message(read.keptIndex());
            assertEquals(written.topic(), read.topic());
            assertArrayEquals(written.payload(), read.payload());
            indexes.add(read.keptIndex());
        }
        return indexes;
    }

    @Test
    void whatWasTakenInIsThereAfterARestart() throws Exception {
        try (KeptMessages kept = open()) {
            assertEquals(0, kept.lastIndex());
            assertEquals(0, kept.lastIndex(Topic.SUMMARY));
            kept.exchange(messages(1, 99), List.of(), 0);
            kept.exchange(messages(100, 120), indexes(1, 10), 0);
            assertEquals(110, kept.messageCount());
        }
        try (KeptMessages kept = open()) {
            assertEquals(indexes(11, 120), indexes(kept));
            assertEquals(120, kept.lastIndex());
            assertEquals(100, kept.lastIndex(Topic.SUMMARY));
            assertEquals(110, kept.messageCount());
            assertEquals(20, kept.exchange(List.of(), List.of(11L, 4711L), 31));
            assertEquals(89, kept.messageCount());
            assertEquals(
                    List.of(40L, 41L),
                    kept.read(39, 43, 2).stream().map(KeptMessage::keptIndex).toList());
            assertEquals(List.of(), kept.read(119, 120, 9));
        }
    }

    @Test
    void eachRollerHasAFileOfItsOwn() throws Exception {
        try (KeptMessages one = open();
                KeptMessages other = SqliteKeptMessages.open(folder, "other", CLOCK)) {
            one.exchange(messages(1, 3), List.of(), 0);
            assertEquals(0, other.messageCount());
        }
    }

    @Test
    void aSecondProcessIsRefusedInOneLine() throws Exception {
        try (KeptMessages first = open()) {
            first.exchange(messages(1, 3), List.of(), 0);
            KeptMessagesException refused = assertThrows(KeptMessagesException.class, this::open);
            assertEquals("the outbox " + file() + " cannot be used: another process uses it", refused.getMessage());
            first.exchange(messages(4, 6), List.of(), 0);
            assertEquals(indexes(1, 6), indexes(first));
        }
    }

    @Test
    void everyNumberOfItsTableEndsInItsUnit() throws Exception {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var columns = connection.getMetaData().getColumns(null, null, "kept_message", "%")) {
            int seenCount = 0;
            while (columns.next()) {
                if (columns.getString("TYPE_NAME").equalsIgnoreCase("integer")) {
                    seenCount++;
                    assertTrue(columns.getString("COLUMN_NAME").matches(".*_(index|bits)"));
                }
            }
            assertEquals(2, seenCount);
        }
    }

    @Test
    void aFullDiskRefusesAllOfAnExchangeAndTheNextOneGoesThrough() throws Exception {
        try (KeptMessages kept = open()) {
            kept.exchange(messages(1, 3), List.of(), 0);
        }
        execute("create trigger full before insert on kept_message when new.kept_index = 5"
                + " begin select raise(abort, 'no space left'); end");
        try (KeptMessages kept = open()) {
            KeptMessagesException refused =
                    assertThrows(KeptMessagesException.class, () -> kept.exchange(messages(4, 6), List.of(1L), 0));
            assertEquals(1, refused.getMessage().lines().count());
            assertTrue(refused.getMessage().startsWith("the outbox " + file() + " cannot be used: "));
            assertTrue(refused.getMessage().contains("no space left"), refused.getMessage());
            assertEquals(indexes(1, 3), indexes(kept));
            kept.exchange(messages(6, 7), List.of(1L), 0);
            assertEquals(List.of(2L, 3L, 6L, 7L), indexes(kept));
            assertEquals(4, kept.messageCount());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneLine() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        KeptMessagesException refused = assertThrows(
                KeptMessagesException.class, () -> SqliteKeptMessages.open(taken.resolve("data"), "demo", CLOCK));
        assertTrue(refused.getMessage().startsWith("the outbox " + taken), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void aMessageWithAWrongChecksumIsRemovedAndTheOthersCome() throws Exception {
        try (KeptMessages kept = open()) {
            kept.exchange(messages(1, 20), List.of(), 0);
        }
        execute("update kept_message set payload = x'00' where kept_index = 7");
        try (KeptMessages kept = open()) {
            List<Long> expected = new ArrayList<>(indexes(1, 20));
            expected.remove(7L);
            assertEquals(expected, indexes(kept));
            assertEquals(19, kept.messageCount());
        }
        assertEquals(List.of("1 damaged messages in the outbox " + file() + " are not sent"), lines());
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private List<String> movedAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.contains("damaged"))
                    .sorted()
                    .toList();
        }
    }

    private void fill() throws Exception {
        try (KeptMessages kept = open()) {
            kept.exchange(messages(1, 200), List.of(), 0);
        }
    }

    /** Uses the outbox as a service does; whatever lay in it, it works afterwards. */
    private List<Long> useIt() throws Exception {
        try (KeptMessages kept = open()) {
            long lastIndex = kept.lastIndex();
            kept.lastIndex(Topic.SUMMARY);
            kept.messageCount();
            List<Long> found = indexes(kept);
            kept.exchange(messages(lastIndex + 1, lastIndex + 5), List.of(), 0);
            List<Long> all = indexes(kept);
            assertTrue(all.containsAll(indexes(lastIndex + 1, lastIndex + 5)), all.toString());
            return found;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no database at all, but a text that is long enough to be taken for one, if need be", "x"})
    void aFileThatIsNoDatabaseIsMovedAsideAndANewOneBegun(String content) throws Exception {
        Files.writeString(file(), content.repeat(100));
        assertEquals(List.of(), useIt());
        assertEquals(List.of("outbox-demo.damaged-20260203-120000-123.sqlite"), movedAside());
        assertEquals(1, lines().size(), lines().toString());
        assertTrue(lines().get(0).startsWith("the outbox " + file() + " is damaged ("), lines().get(0));
        assertTrue(lines().get(0).contains("kept as outbox-demo.damaged-20260203-120000-123.sqlite"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 99, 100, 500, 1023, 1024, 1025, 4096, 5000, 50_000, 100_000, 109_000})
    void aFileThatWasCutOffNeverStopsTheOutbox(int leftBytes) throws Exception {
        fill();
        assertTrue(Files.size(file()) > 109_000, "the file is smaller than thought: " + Files.size(file()));
        PowerCutFiles.truncate(file(), leftBytes);
        List<Long> found = useIt();
        assertTrue(found.size() < 200);
        if (leftBytes > 1) { // SQLite takes less for a new file
            assertEquals(1, lines().size(), lines().toString());
            boolean onlyTheLastMessage = found.size() == 199;
            assertEquals(
                    onlyTheLastMessage ? 0 : 1,
                    movedAside().size(),
                    movedAside().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noiseInTheFileNeverStopsTheOutbox(long seed) throws Exception {
        fill();
        byte[] bytes = Files.readAllBytes(file());
        Random random = new Random(seed);
        byte[] noise = new byte[1 + random.nextInt(3000)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, random.nextInt(bytes.length - noise.length), noise.length);
        Files.write(file(), bytes);
        useIt();
    }

    /** As a kill or a power cut leaves it: the log at any length holds what was synced before. */
    @Test
    void aLogThatWasCutOffHoldsEveryGroupThatWasSynced() throws Exception {
        Path before = folder.resolve("before");
        List<Long> syncedBytes = new ArrayList<>();
        Path log = folder.resolve("outbox-demo.sqlite-wal");
        try (KeptMessages kept = open()) {
            for (int group = 0; group < 6; group++) {
                kept.exchange(messages(1 + group * 10L, 10 + group * 10L), List.of(), 0);
                syncedBytes.add(Files.size(log));
            }
            Files.createDirectories(before);
            for (Path part : List.of(file(), log)) {
                Files.copy(part, before.resolve(part.getFileName()));
            }
        }
        Random random = new Random(3);
        for (int cut = 0; cut < 30; cut++) {
            int group = random.nextInt(5);
            long cutBytes =
                    syncedBytes.get(group) + random.nextLong(syncedBytes.get(group + 1) - syncedBytes.get(group));
            Path copy = folder.resolve("cut-" + cut);
            Files.createDirectories(copy);
            for (Path part : List.of(file(), log)) {
                Files.copy(before.resolve(part.getFileName()), copy.resolve(part.getFileName()));
            }
            PowerCutFiles.truncate(copy.resolve(log.getFileName()), cutBytes);
            try (KeptMessages kept = SqliteKeptMessages.open(copy, "demo", CLOCK)) {
                assertEquals(indexes(1, 10 + group * 10L), indexes(kept), "cut to " + cutBytes);
            }
        }
    }
}
