package org.rollscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/**
 * The archive in one SQLite file, {@link #FILE_NAME} in the data folder.
 *
 * <p><b>Threads.</b> One caller at a time; each writer has its own thread and connection.
 */
public final class SqliteSessionArchive implements SessionArchive {
    /** Name of the database in its folder. */
    public static final String FILE_NAME = "rollscope.sqlite";

    private static final long END_WAIT_MS = 60_000;

    private final Path file;
    private final Connection connection;
    private final @Nullable HostClock clock;
    private final Set<String> takenIds;
    private final List<SqliteSessionWriter> writers = new ArrayList<>();
    private long lastIndex;

    private SqliteSessionArchive(
            Path file, Connection connection, @Nullable HostClock clock, Set<String> takenIds, long lastIndex) {
        this.file = file;
        this.connection = connection;
        this.clock = clock;
        this.takenIds = takenIds;
        this.lastIndex = lastIndex;
    }

    /** Opens the archive of a folder as {@link #open(Path, HostClock)} does, without a watch on the wall clock. */
    public static SessionArchive open(Path folder) throws ArchiveException {
        return open(folder, null);
    }

    /**
     * Opens the archive of a folder, and makes both when they are missing.
     *
     * @param folder data folder.
     * @param clock told apart, its two sides show when somebody moves the wall clock during a session; null for no watch.
     * @return the archive.
     * @throws ArchiveException when it cannot be opened: says where and why.
     */
    public static SessionArchive open(Path folder, @Nullable HostClock clock) throws ArchiveException {
        Path file = folder.resolve(FILE_NAME);
        try {
            Files.createDirectories(folder);
            refuseStranger(folder);
            Connection connection = SqliteConnections.open(file);
            try {
                ArchiveSchema.prepare(connection);
                return new SqliteSessionArchive(file, connection, clock, ids(connection), lastIndex(connection));
            } catch (SQLException refused) {
                connection.close();
                throw refused;
            }
        } catch (IOException failed) {
            throw new ArchiveException(
                    "the data folder " + folder + " cannot be made; name another with --data", failed);
        } catch (SQLException failed) {
            throw new ArchiveException("the archive " + file + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    /** Even reading writes: the log beside the archive. */
    private static void refuseStranger(Path folder) throws ArchiveException, IOException {
        if (Files.isExecutable(folder) && Files.isWritable(folder)) {
            return;
        }
        String remedy = "name another with --data";
        PosixFileAttributeView owners = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (owners != null) {
            PosixFileAttributes of = owners.readAttributes();
            if (of.permissions().contains(PosixFilePermission.GROUP_WRITE)) {
                String group = of.group().getName();
                remedy = "it is for the group " + group + ": sudo usermod -aG " + group
                        + " YOUR_NAME, then log in again; or " + remedy;
            }
        }
        throw new ArchiveException("the data folder " + folder + " may not be used by you: " + remedy);
    }

    private static Set<String> ids(Connection connection) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("select session_id from session");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static long lastIndex(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select coalesce(max(seq), 0) from sqlite_sequence where name = 'session'");
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    @Override
    public SessionWriter begin(SessionRecord record, SessionDocuments documents) throws ArchiveException {
        if (!takenIds.add(record.sessionId())) {
            throw new ArchiveException("the archive " + file + " has a session " + record.sessionId() + " already");
        }
        SqliteSessionWriter writer = new SqliteSessionWriter(file, ++lastIndex, record, documents, clock);
        writers.removeIf(SqliteSessionWriter::isOver);
        writers.add(writer);
        return writer;
    }

    @Override
    public String freeId(String wantedId) {
        String id = wantedId;
        for (int index = 2; takenIds.contains(id); index++) {
            id = wantedId + "-" + index;
        }
        return id;
    }

    @Override
    public List<StoredSession> sessions() throws ArchiveException {
        return query("select * from session order by session_index", null);
    }

    @Override
    public List<String> sessionIds() throws ArchiveException {
        awaitWritten();
        List<String> found = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("select session_id from session order by session_index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
        return found;
    }

    @Override
    public Optional<StoredSession> session(String sessionId) throws ArchiveException {
        List<StoredSession> found = query("select * from session where session_id = ?", sessionId);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private List<StoredSession> query(String sql, @Nullable String sessionId) throws ArchiveException {
        awaitWritten();
        List<StoredSession> sessions = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            if (sessionId != null) {
                query.setString(1, sessionId);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sessions.add(SessionRows.read(connection, row));
                }
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
        return sessions;
    }

    private void awaitWritten() {
        writers.forEach(writer -> writer.awaitWritten(END_WAIT_MS));
    }

    @Override
    public void frames(String sessionId, Consumer<RawFrame> frames) throws ArchiveException {
        awaitWritten();
        BlockReader reader = new BlockReader();
        try (PreparedStatement query = connection.prepareStatement("select frame_block.* from session join frame_block"
                + " on block_id >= session_index * " + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT
                + " and block_id < (session_index + 1) * " + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT
                + " where session_id = ? order by block_id")) {
            query.setString(1, sessionId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reader.read(row).forEach(frames);
                }
            }
        } catch (SQLException failed) {
            throw failure(failed);
        } catch (DataFormatException damaged) {
            throw new ArchiveException(
                    "session " + sessionId + " in " + file + ": " + damaged.getMessage() + "; run sessions verify",
                    damaged);
        }
    }

    @Override
    public Verification verify(Consumer<Long> progress) throws ArchiveException {
        awaitWritten();
        try {
            return ArchiveCheck.verify(connection, progress);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private ArchiveException failure(SQLException failed) {
        return new ArchiveException("the archive " + file + " cannot be used: " + failed.getMessage(), failed);
    }

    @Override
    public void close() {
        writers.forEach(writer -> writer.close(END_WAIT_MS));
        writers.clear();
        try {
            connection.close();
        } catch (SQLException ignored) {
            // every commit is on disk already; nothing can be lost by a close that fails
        }
    }
}
