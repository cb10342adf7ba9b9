package org.rollscope.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Opens the archive's database: write-ahead log, every commit on disk before it counts.
 *
 * <p><b>Source.</b> synchronous FULL is the contract's promise against a power cut.
 */
final class SqliteConnections {
    private static final int BUSY_TIMEOUT_MS = 5000;

    private SqliteConnections() {}

    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
