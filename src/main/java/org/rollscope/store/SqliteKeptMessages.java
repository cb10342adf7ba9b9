package org.rollscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.KeptMessage;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Kept messages in a SQLite file of their own, written as the archive is: write-ahead log, synchronous FULL.
 *
 * <p>The file belongs to one process at a time. <b>Errors.</b> A damaged file is moved aside as
 * {@code outbox-ID.damaged-TIME.sqlite}, with one warning, and a new one begun. A message whose checksum is wrong is
 * removed, with a warning. <b>Source.</b> decision record 0019.
 */
public final class SqliteKeptMessages implements KeptMessages {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteKeptMessages.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, Topic> TOPICS =
            Arrays.stream(Topic.values()).collect(Collectors.toMap(Topic::word, topic -> topic));
    private static final int VERSION = 1;
    private static final int BUSY_TIMEOUT_MS = 500;
    private static final String[] TABLES = {
        """
        create table kept_message (
            kept_index integer primary key,
            topic text not null,
            payload_crc32_bits integer not null,
            payload blob not null
        )
        """, "create index kept_summary on kept_message (kept_index) where topic = 'summary'"
    };

    /** Work on the database. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Path file;
    private final HostClock clock;
    private @Nullable Connection open;
    /** Below 0 when nobody has counted: that means reading all of them. */
    private long messageCount = -1;

    private SqliteKeptMessages(Path file, HostClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens the kept messages of one roller, and makes folder and file when they are missing.
     *
     * @param folder data folder.
     * @param rollerId whose they are.
     * @param clock for the name of a file that is moved aside.
     * @throws KeptMessagesException when it cannot be used: says where and why.
     */
    public static SqliteKeptMessages open(Path folder, String rollerId, HostClock clock) throws KeptMessagesException {
        SqliteKeptMessages messages = new SqliteKeptMessages(folder.resolve("outbox-" + rollerId + ".sqlite"), clock);
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw messages.failure(failed);
        }
        messages.work(connection -> true);
        return messages;
    }

    @Override
    public long lastIndex() throws KeptMessagesException {
        return number("select max(kept_index) from kept_message");
    }

    @Override
    public long lastIndex(Topic topic) throws KeptMessagesException {
        return work(connection -> {
            String sql = "select kept_index from kept_message where topic = '" + topic.word()
                    + "' order by kept_index desc limit 1";
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(sql)) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public long messageCount() throws KeptMessagesException {
        if (messageCount < 0) {
            messageCount = number("select count(*) from kept_message");
        }
        return messageCount;
    }

    private long number(String sql) throws KeptMessagesException {
        return work(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(sql)) {
                return row.getLong(1);
            }
        });
    }

    @Override
    public int exchange(List<KeptMessage> added, Collection<Long> removedIndexes, long droppedToIndex)
            throws KeptMessagesException {
        return work(connection -> {
            long countBefore = messageCount;
            messageCount = -1;
            // A failure ends the connection, and with it the transaction: on a full disk SQLite has ended that one
            // itself, and
            // whoever asked for its end would be told that there is none instead of what went wrong.
            connection.setAutoCommit(false);
            int removedCount = remove(connection, removedIndexes);
            int droppedCount = insertAndDrop(connection, added, droppedToIndex);
            connection.commit();
            connection.setAutoCommit(true);
            messageCount = countBefore < 0 ? -1 : countBefore - removedCount + added.size() - droppedCount;
            return droppedCount;
        });
    }

    private static int remove(Connection connection, Collection<Long> removedIndexes) throws SQLException {
        int removedCount = 0;
        try (PreparedStatement delete = connection.prepareStatement("delete from kept_message where kept_index = ?")) {
            for (long keptIndex : removedIndexes) {
                delete.setLong(1, keptIndex);
                removedCount += delete.executeUpdate();
            }
        }
        return removedCount;
    }

    private static int insertAndDrop(Connection connection, List<KeptMessage> added, long droppedToIndex)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert or replace into kept_message (kept_index, topic, payload_crc32_bits, payload) values (?, ?, ?, ?)")) {
            for (KeptMessage message : added) {
                insert.setLong(1, message.keptIndex());
                insert.setString(2, message.topic().word());
                insert.setLong(3, crc32Bits(message.payload()));
                insert.setBytes(4, message.payload());
                insert.executeUpdate();
            }
        }
        if (droppedToIndex == 0) {
            return 0;
        }
        try (PreparedStatement drop = connection.prepareStatement("delete from kept_message where kept_index <= ?")) {
            drop.setLong(1, droppedToIndex);
            return drop.executeUpdate();
        }
    }

    @Override
    public List<KeptMessage> read(long afterIndex, long beforeIndex, int limitCount) throws KeptMessagesException {
        return work(connection -> {
            List<KeptMessage> messages = new ArrayList<>();
            List<Long> damagedIndexes = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("select * from kept_message"
                    + " where kept_index > ? and kept_index < ? order by kept_index limit ?")) {
                query.setLong(1, afterIndex);
                query.setLong(2, beforeIndex);
                query.setInt(3, limitCount);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        KeptMessage message = message(row);
                        if (message == null) {
                            damagedIndexes.add(row.getLong("kept_index"));
                        } else {
                            messages.add(message);
                        }
                    }
                }
            }
            if (!damagedIndexes.isEmpty()) {
                if (remove(connection, damagedIndexes) < damagedIndexes.size()) {
                    throw new SQLiteException("rows are not where they belong", SQLiteErrorCode.SQLITE_CORRUPT);
                }
                messageCount = -1;
                LOG.warn("{} damaged messages in the outbox {} are not sent", damagedIndexes.size(), file);
            }
            return messages;
        });
    }

    /** Null for a row that is not what was written. */
    private static @Nullable KeptMessage message(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        Topic topic = TOPICS.get(row.getString("topic"));
        return topic == null || payload == null || row.getLong("payload_crc32_bits") != crc32Bits(payload)
                ? null
                : new KeptMessage(row.getLong("kept_index"), topic, payload);
    }

    private static long crc32Bits(byte[] payload) {
        CRC32 sum = new CRC32();
        sum.update(payload);
        return sum.getValue();
    }

    /** Does work; on a damaged file once more, on a new one. */
    private <T> T work(Work<T> work) throws KeptMessagesException {
        try {
            return work.on(connection());
        } catch (SQLException failed) {
            closeConnection();
            if (!isDamage(failed)) {
                throw failure(failed);
            }
            moveAside(failed);
        }
        try {
            return work.on(connection());
        } catch (SQLException again) {
            closeConnection();
            throw failure(again);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = SqliteConnections.open(file);
            try {
                prepare(connection);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            open = connection;
        }
        return connection;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + BUSY_TIMEOUT_MS);
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin exclusive");
            int version;
            try (ResultSet row = statement.executeQuery("pragma user_version")) {
                version = row.getInt(1);
            }
            if (version == 0) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("pragma user_version = " + VERSION);
            } else if (version != VERSION) {
                throw new SQLException("it has schema version " + version + ", this software knows " + VERSION
                        + "; use a newer Rollscope");
            }
            statement.execute("commit");
        }
    }

    private static boolean isDamage(SQLException failed) {
        return failed instanceof SQLiteException sqlite
                && (isKind(sqlite, SQLiteErrorCode.SQLITE_CORRUPT) || isKind(sqlite, SQLiteErrorCode.SQLITE_NOTADB));
    }

    private static boolean isKind(SQLiteException failed, SQLiteErrorCode kind) {
        return (failed.getResultCode().code & 0xFF) == kind.code;
    }

    private void moveAside(SQLException why) throws KeptMessagesException {
        messageCount = -1;
        String name = file.getFileName().toString();
        String stamp = STAMP.format(clock.wallClock());
        Path aside = file.resolveSibling(name.replace(".sqlite", ".damaged-" + stamp + ".sqlite"));
        try {
            for (String tail : List.of("", "-wal", "-shm")) {
                Path part = file.resolveSibling(name + tail);
                if (Files.exists(part)) {
                    Files.move(part, aside.resolveSibling(aside.getFileName() + tail));
                }
            }
        } catch (IOException failed) {
            throw failure(failed);
        }
        LOG.warn(
                "the outbox {} is damaged ({}); it is kept as {} and a new one begun: what waited in it is not sent",
                file,
                firstLine(why),
                aside.getFileName());
    }

    private KeptMessagesException failure(Exception failed) {
        boolean busy = failed instanceof SQLiteException sqlite && isKind(sqlite, SQLiteErrorCode.SQLITE_BUSY);
        String why = busy ? "another process uses it" : firstLine(failed);
        return new KeptMessagesException("the outbox " + file + " cannot be used: " + why, failed);
    }

    private static String firstLine(Exception failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private void closeConnection() {
        Connection connection = open;
        open = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // every commit is on disk already; nothing can be lost by a close that fails
            }
        }
    }

    @Override
    public void close() {
        closeConnection();
    }
}
