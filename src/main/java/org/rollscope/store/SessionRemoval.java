package org.rollscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Takes a session out of the tables. */
final class SessionRemoval {
    private SessionRemoval() {}

    /** Deletes a session with all that belongs to it alone, in one transaction. */
    static void delete(Connection connection, String sessionId) throws SQLException {
        connection.setAutoCommit(false);
        String blocks = "delete from frame_block where block_id >= (select session_index from session where"
                + " session_id = ?1) * " + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT
                + " and block_id < (select session_index + 1 from session where session_id = ?1) * "
                + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT;
        String ofSession = " where session_index = (select session_index from session where session_id = ?1)";
        for (String sql : new String[] {
            blocks,
            "delete from event" + ofSession,
            "delete from outage" + ofSession,
            "delete from session where session_id = ?1"
        }) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setString(1, sessionId);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from document where not exists (select 1"
                + " from session where document_hash in (calibration_document_hash, settings_document_hash))")) {
            delete.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
