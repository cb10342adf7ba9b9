package org.rollscope.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * Opens the archive's database: write-ahead log, every commit on disk before it counts.
 *
 * <p><b>Source.</b> synchronous FULL is the contract's promise against a power cut; pages and checkpoints are record 0010.
 */
final class SqliteConnections {
    private static final int BUSY_TIMEOUT_MS = 5000;
    /** A commit writes whole pages, most of them half full: small ones wear the card less. New archives only. */
    private static final int PAGE_BYTES = 1024;
    /** Four megabytes of log between two checkpoints. */
    private static final int CHECKPOINT_PAGES_COUNT = 4000;

    private SqliteConnections() {}

    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            // the size of a page is fixed by the first thing that is written, the kind of log among them
            statement.execute("pragma page_size = " + PAGE_BYTES);
            statement.execute("pragma journal_mode = wal");
            // a page that is split keeps what moved away; who is forgotten must not stand there
            statement.execute("pragma secure_delete = on");
            statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES_COUNT);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        return connection;
    }
}
