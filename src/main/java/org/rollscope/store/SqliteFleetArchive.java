package org.rollscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.ArchiveException;
import org.rollscope.telemetry.FleetArchive;
import org.rollscope.telemetry.FleetMessage;
import org.rollscope.telemetry.MetricsMessage;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Events and summaries of many rollers in one SQLite file, written as the archive is: write-ahead log, synchronous FULL.
 *
 * <p>One recorder writes it at a time; others may read it and merge into it meanwhile. <b>Errors.</b> {@link ArchiveException} in
 * one line; a damaged file is left as it is. <b>Source.</b> decision record 0023.
 */
public final class SqliteFleetArchive implements FleetArchive, AutoCloseable {
    /** Name of the file in the data folder. */
    public static final String FILE_NAME = "fleet.db";

    /** The lock beside the file is {@code fleet.recording}. */
    private static final String LOCK_NAME = "fleet";

    private static final String INSERT_EVENT = """
            insert or ignore into event (roller_id, event_id, phase, session_id, type, received_at, payload)
            values (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_SUMMARY = """
            insert or ignore into summary (roller_id, session_id, started_at, received_at, payload)
            values (?, ?, ?, ?, ?)
            """;

    /** Work on the database, all or nothing. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Path file;
    private final @Nullable RecordingLock lock;
    private @Nullable Connection open;

    private SqliteFleetArchive(Path file, @Nullable RecordingLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens the file of a data folder for a recorder, and makes both when they are missing.
     *
     * @throws ArchiveException when it cannot be used, or another recorder writes it.
     */
    public static SqliteFleetArchive openToRecord(Path folder) throws ArchiveException {
        Path file = file(folder);
        RecordingLock lock = RecordingLock.take(file, LOCK_NAME);
        if (lock == null && RecordingLock.isTaken(file, LOCK_NAME)) {
            throw new ArchiveException(
                    "another recorder writes " + file + "; give this one a folder of its own: --data DIR");
        }
        return open(new SqliteFleetArchive(file, lock));
    }

    /**
     * Opens the file of a data folder to merge others into it, also while a recorder writes it.
     *
     * @throws ArchiveException when it cannot be used.
     */
    public static SqliteFleetArchive openToMerge(Path folder) throws ArchiveException {
        return open(new SqliteFleetArchive(file(folder), null));
    }

    private static Path file(Path folder) throws ArchiveException {
        try {
            Files.createDirectories(folder);
            return folder.resolve(FILE_NAME);
        } catch (IOException failed) {
            throw new ArchiveException("the folder " + folder + " cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static SqliteFleetArchive open(SqliteFleetArchive archive) throws ArchiveException {
        try {
            archive.connection();
            return archive;
        } catch (SQLException failed) {
            archive.close();
            throw new ArchiveException(archive.file + " cannot be used: " + why(failed), failed);
        }
    }

    /** Where it lies. */
    public Path file() {
        return file;
    }

    /** The name that was drawn when the file was made; it goes where the file goes. */
    public String recorderName() throws ArchiveException {
        return work(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery("select recorder_name from recorder")) {
                return row.next() ? row.getString(1) : "recorder";
            }
        });
    }

    /** Everything that is in it. */
    public Kept total() throws ArchiveException {
        return work(connection -> new Kept(
                count(connection, "select count(*) from event"), count(connection, "select count(*) from summary"), 0));
    }

    @Override
    public Kept keep(List<FleetMessage> messages) throws ArchiveException {
        return work(connection -> {
            long eventCount = 0;
            long summaryCount = 0;
            try (PreparedStatement event = connection.prepareStatement(INSERT_EVENT);
                    PreparedStatement summary = connection.prepareStatement(INSERT_SUMMARY)) {
                for (FleetMessage message : messages) {
                    if (message.message() instanceof MetricsMessage.Event said) {
                        eventCount += insert(
                                event,
                                message.rollerId(),
                                said.eventId(),
                                said.event().phase().word(),
                                said.sessionId(),
                                said.event().type().word(),
                                message.receivedAt().toString(),
                                message.payload());
                    } else if (message.message() instanceof MetricsMessage.Summary said) {
                        summaryCount += insert(
                                summary,
                                message.rollerId(),
                                said.sessionId(),
                                said.startedAt().toString(),
                                message.receivedAt().toString(),
                                message.payload());
                    }
                }
            }
            return new Kept(eventCount, summaryCount, messages.size() - eventCount - summaryCount);
        });
    }

    private static int insert(PreparedStatement insert, String... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            insert.setString(index + 1, values[index]);
        }
        return insert.executeUpdate();
    }

    /**
     * Adds what another fleet file has and this one has not; the other is not changed.
     *
     * @param other another fleet file; its recorder may be running.
     * @throws ArchiveException when it is none, damaged, or this one cannot take it: then nothing of it was added.
     */
    public Kept merge(Path other) throws ArchiveException {
        if (!Files.isRegularFile(other) || !Files.isReadable(other)) {
            throw new ArchiveException(other + " is not there or cannot be read");
        }
        try {
            if (Files.exists(file) && Files.isSameFile(file, other)) {
                throw new ArchiveException(other + " is the file to merge into; name the others");
            }
        } catch (IOException failed) {
            throw new ArchiveException(other + " cannot be read: " + failed.getMessage(), failed);
        }
        try (Connection source = openSource(other)) {
            return work(target -> {
                long eventCount = copy(source, "event", 7, target, INSERT_EVENT);
                long summaryCount = copy(source, "summary", 5, target, INSERT_SUMMARY);
                long seenCount = count(source, "select (select count(*) from event) + (select count(*) from summary)");
                return new Kept(eventCount, summaryCount, seenCount - eventCount - summaryCount);
            });
        } catch (SQLException unusable) {
            throw new ArchiveException(other + " cannot be merged: " + why(unusable), unusable);
        } catch (ArchiveException refused) {
            throw new ArchiveException(other + " cannot be merged: " + refused.getMessage(), refused);
        }
    }

    private static Connection openSource(Path other) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection source = config.createConnection("jdbc:sqlite:" + other.toAbsolutePath());
        try {
            FleetSchema.check(source);
            try (Statement statement = source.createStatement();
                    ResultSet row = statement.executeQuery("pragma quick_check(1)")) {
                if (!row.next() || !row.getString(1).equals("ok")) {
                    throw new SQLException("it is damaged: " + row.getString(1));
                }
            }
            // one look at a file that its recorder may be writing
            source.setAutoCommit(false);
            return source;
        } catch (SQLException failed) {
            source.close();
            throw failed;
        }
    }

    /** Columns are in the order of the tables, which is that of the insertions. */
    private static long copy(Connection source, String table, int columnCount, Connection target, String sql)
            throws SQLException {
        long newCount = 0;
        try (Statement query = source.createStatement();
                ResultSet row = query.executeQuery("select * from " + table + " order by rowid");
                PreparedStatement insert = target.prepareStatement(sql)) {
            String[] values = new String[columnCount];
            while (row.next()) {
                for (int index = 0; index < columnCount; index++) {
                    values[index] = row.getString(index + 1);
                }
                newCount += insert(insert, values);
            }
        }
        return newCount;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Does work in one transaction; after a failure the database is opened anew. */
    private <T> T work(Work<T> work) throws ArchiveException {
        try {
            Connection connection = connection();
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failed) {
            closeConnection(); // what was begun is rolled back by that
            throw new ArchiveException(file + " cannot be used: " + why(failed), failed);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = SqliteConnections.open(file);
            try {
                FleetSchema.prepare(connection);
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            open = connection;
        }
        return connection;
    }

    private static String why(SQLException failed) {
        if (failed instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xFF) == SQLiteErrorCode.SQLITE_BUSY.code) {
            return "another program holds it";
        }
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
        if (lock != null) {
            lock.close();
        }
    }
}
