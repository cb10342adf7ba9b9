package org.rollscope.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.rollscope.detect.RollerEvent;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.StoredSession;

/**
 * Writes the rows of one session over a connection of its own.
 *
 * <p><b>Threads.</b> One.
 */
final class RowWriter implements AutoCloseable {
    private static final int PROTOCOL_VERSION = 1;

    private final Connection connection;
    private final PreparedStatement insertBlock;
    private long sessionIndex;

    /**
     * Opens the connection.
     *
     * @param file of the archive.
     * @param sessionIndex number of the session; 0 as long as it has none.
     */
    RowWriter(Path file, long sessionIndex) throws SQLException {
        this.sessionIndex = sessionIndex;
        connection = SqliteConnections.open(file);
        try {
            connection.setAutoCommit(false);
            insertBlock =
                    connection.prepareStatement("insert into frame_block values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Writes rows in one transaction: all or none. */
    void commit(Collection<ArchiveRow> rows) throws SQLException {
        for (ArchiveRow row : rows) {
            row.write(this);
        }
        connection.commit();
    }

    /** Number of the session, for another connection when this one has failed. */
    long sessionIndex() {
        return sessionIndex;
    }

    void begin(long wantedIndex, SessionRecord record, SessionDocuments documents) throws SQLException {
        sessionIndex = SessionRows.insert(connection, wantedIndex, record, documents);
    }

    void insert(int blockIndex, BlockHeader header, byte[] packed) throws SQLException {
        insertBlock.setLong(1, sessionIndex * ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT + blockIndex);
        insertBlock.setInt(2, PROTOCOL_VERSION);
        insertBlock.setInt(3, header.bootIndex());
        insertBlock.setLong(4, header.firstSequence());
        insertBlock.setLong(5, header.firstDeviceTimeUs());
        insertBlock.setLong(6, header.firstArrivalNs());
        insertBlock.setLong(7, header.lastArrivalNs());
        insertBlock.setInt(8, header.lostBeforeCount());
        insertBlock.setInt(9, header.frameCount());
        insertBlock.setInt(10, header.padCount());
        insertBlock.setLong(11, FrameBlockCodec.checksum(packed, header));
        insertBlock.setBytes(12, packed);
        insertBlock.executeUpdate();
    }

    void insert(int eventIndex, RollerEvent event) throws SQLException {
        SessionRows.insertEvent(connection, sessionIndex, eventIndex, event);
    }

    void insert(Outage outage) throws SQLException {
        SessionRows.insertOutage(connection, sessionIndex, outage);
    }

    void end(StoredSession.Closed closed, long clockStepMs) throws SQLException {
        SessionRows.close(connection, sessionIndex, closed, clockStepMs);
    }

    /** Closes the connection; what was not committed is gone. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // every commit is on disk already; nothing can be lost by a close that fails
        }
    }
}
