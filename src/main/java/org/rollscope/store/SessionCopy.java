package org.rollscope.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Copies sessions with all that belongs to them from another archive into the one of a connection. */
final class SessionCopy {
    private final Connection connection;

    /**
     * Opens the other archive beside the connection's own.
     *
     * @param connection to the archive that receives, outside of a transaction.
     * @param source file of an archive of the present version.
     */
    SessionCopy(Connection connection, Path source) throws SQLException {
        this.connection = connection;
        try (PreparedStatement attach = connection.prepareStatement("attach ? as source")) {
            attach.setString(1, source.toString());
            attach.execute();
        }
    }

    /** Ids of all sessions of the source that the archive has, or has not, in the order of their recording. */
    List<String> ids(boolean present) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select session_id from source.session where "
                        + (present ? "" : "not ")
                        + "exists (select 1 from main.session as own where own.session_id = source.session.session_id)"
                        + " order by session_index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    /** Copies a session, within a transaction; it keeps its place in the order of recording where that is free. */
    void copy(String sessionId) throws SQLException {
        long oldIndex = number("select session_index from source.session where session_id = ?", sessionId);
        boolean taken = number("select count(*) from main.session where session_index = ?", oldIndex) > 0;
        long newIndex =
                taken ? number("select max(seq) + 1 from main.sqlite_sequence where name = ?", "session") : oldIndex;
        execute(
                "insert or ignore into main.document select document.* from source.document"
                        + " join source.session as other on document_hash in"
                        + " (other.calibration_document_hash, other.settings_document_hash)"
                        + " where other.session_index = ?",
                oldIndex);
        execute(
                "insert into main.session select ?, " + columns("session") + " from source.session"
                        + " where session_index = ?",
                newIndex,
                oldIndex);
        long perSession = ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT;
        execute(
                "insert into main.frame_block select block_id + ?, " + columns("frame_block")
                        + " from source.frame_block where block_id >= ? and block_id < ? order by block_id",
                (newIndex - oldIndex) * perSession,
                oldIndex * perSession,
                (oldIndex + 1) * perSession);
        for (String table : new String[] {"event", "outage"}) {
            execute(
                    "insert into main." + table + " select ?, " + columns(table) + " from source." + table
                            + " where session_index = ?",
                    newIndex,
                    oldIndex);
        }
    }

    /** All columns of a table but its first, which is the number that may change. */
    private String columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select name from pragma_table_info(?) where cid > 0")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return String.join(", ", names);
    }

    private long number(String sql, Object argument) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, argument);
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    private void execute(String sql, long... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setLong(index + 1, arguments[index]);
            }
            statement.executeUpdate();
        }
    }

    /** Lets go of the other archive, outside of a transaction. */
    void detach() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("detach source");
        }
    }
}
