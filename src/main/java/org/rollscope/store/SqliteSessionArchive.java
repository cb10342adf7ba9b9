package org.rollscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
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

    private static final long PROGRESS_EVERY_COUNT = 1000;

    private final Path file;
    private final Connection connection;

    private SqliteSessionArchive(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the archive of a folder, and makes both when they are missing.
     *
     * @param folder data folder.
     * @return the archive.
     * @throws ArchiveException when it cannot be opened: says where and why.
     */
    public static SessionArchive open(Path folder) throws ArchiveException {
        Path file = folder.resolve(FILE_NAME);
        try {
            Files.createDirectories(folder);
            Connection connection = SqliteConnections.open(file);
            try {
                ArchiveSchema.prepare(connection);
            } catch (SQLException refused) {
                connection.close();
                throw refused;
            }
            return new SqliteSessionArchive(file, connection);
        } catch (IOException failed) {
            throw new ArchiveException(
                    "the data folder " + folder + " cannot be made; name another with --data", failed);
        } catch (SQLException failed) {
            throw new ArchiveException("the archive " + file + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    @Override
    public SessionWriter begin(SessionRecord record, SessionDocuments documents) throws ArchiveException {
        try {
            Connection own = SqliteConnections.open(file);
            try {
                SessionRows.insert(own, record, documents);
            } catch (SQLException refused) {
                own.close();
                throw refused;
            }
            return new SqliteSessionWriter(record.sessionId(), own);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    @Override
    public List<StoredSession> sessions() throws ArchiveException {
        return query("select * from session order by started_at, session_id", null);
    }

    @Override
    public Optional<StoredSession> session(String sessionId) throws ArchiveException {
        List<StoredSession> found = query("select * from session where session_id = ?", sessionId);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private List<StoredSession> query(String sql, @org.jspecify.annotations.Nullable String sessionId)
            throws ArchiveException {
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

    @Override
    public void frames(String sessionId, Consumer<RawFrame> frames) throws ArchiveException {
        BlockReader reader = new BlockReader();
        try (PreparedStatement query =
                connection.prepareStatement("select * from frame_block where session_id = ? order by block_index")) {
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
        BlockReader reader = new BlockReader();
        List<String> problems = new ArrayList<>();
        long blockCount = 0;
        long frameCount = 0;
        try (PreparedStatement query =
                        connection.prepareStatement("select * from frame_block order by session_id, block_index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                blockCount++;
                try {
                    frameCount += reader.read(row).size();
                } catch (DataFormatException damaged) {
                    problems.add("session " + row.getString("session_id") + ": " + damaged.getMessage());
                }
                if (blockCount % PROGRESS_EVERY_COUNT == 0) {
                    progress.accept(blockCount);
                }
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
        return new Verification(sessions().size(), blockCount, frameCount, problems);
    }

    private ArchiveException failure(SQLException failed) {
        return new ArchiveException("the archive " + file + " cannot be used: " + failed.getMessage(), failed);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // every commit is on disk already; nothing can be lost by a close that fails
        }
    }

    /** Reads rows of frame_block and checks them. */
    private static final class BlockReader {
        private final FrameBlockCodec codec = new FrameBlockCodec();

        List<RawFrame> read(ResultSet row) throws SQLException, DataFormatException {
            int blockIndex = row.getInt("block_index");
            byte[] packed = row.getBytes("packed");
            int frameCount = row.getInt("frame_count");
            int lostBeforeCount = row.getInt("lost_before_count");
            FrameBlock header = new FrameBlock(
                    row.getInt("boot_index"),
                    row.getLong("first_sequence"),
                    row.getLong("first_device_time_us"),
                    row.getLong("first_arrival_ns"),
                    row.getLong("last_arrival_ns"),
                    row.getInt("pad_count"),
                    List.of());
            long checksum = FrameBlockCodec.checksum(packed, header, frameCount, lostBeforeCount);
            if (checksum != row.getLong("block_crc32_bits")) {
                throw new DataFormatException("block " + blockIndex + " has a wrong checksum");
            }
            if (frameCount < 1 || frameCount > FrameBlock.MAX_FRAME_COUNT) {
                throw new DataFormatException("block " + blockIndex + " claims " + frameCount + " frames");
            }
            try {
                return codec.unpack(packed, header, frameCount, lostBeforeCount);
            } catch (DataFormatException damaged) {
                throw new DataFormatException("block " + blockIndex + ": " + damaged.getMessage());
            }
        }
    }
}
