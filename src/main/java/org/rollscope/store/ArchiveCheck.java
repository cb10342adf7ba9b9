package org.rollscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.rollscope.session.SessionArchive;

/** Checks everything in an archive: the database itself, and every block of every session. */
final class ArchiveCheck {
    private static final long PROGRESS_EVERY_COUNT = 1000;
    private static final String SOUND = "ok";

    private ArchiveCheck() {}

    static SessionArchive.Verification verify(Connection connection, Consumer<Long> progress) throws SQLException {
        List<String> problems = new ArrayList<>();
        checkDatabase(connection, problems);
        BlockReader reader = new BlockReader();
        long blockCount = 0;
        long frameCount = 0;
        try (PreparedStatement query = connection.prepareStatement("select frame_block.*, session_id from frame_block"
                        + " left join session on session_index = block_id / " + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT
                        + " order by block_id");
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
        }
        return new SessionArchive.Verification(sessionCount(connection), blockCount, frameCount, problems);
    }

    private static void checkDatabase(Connection connection, List<String> problems) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("pragma quick_check(5)");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String finding = row.getString(1);
                if (!finding.equals(SOUND)) {
                    problems.add("the database: " + finding.replace('\n', ' '));
                }
            }
        }
    }

    private static int sessionCount(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from session");
                ResultSet row = query.executeQuery()) {
            return row.getInt(1);
        }
    }
}
