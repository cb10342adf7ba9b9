package org.rollscope.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;

/**
 * The tables of a fleet file, version {@link #VERSION} in SQLite's {@code user_version}; its {@code application_id} tells it from
 * other databases.
 *
 * <p><b>Source.</b> decision record 0023.
 */
final class FleetSchema {
    /** Version of the tables. */
    static final int VERSION = 1;

    /** {@code RoFl} in ASCII. */
    private static final int APPLICATION_ID = 0x526F466C;

    private static final String[] TABLES = {"""
        create table event (
            roller_id text not null,
            event_id text not null,
            phase text not null,
            session_id text not null,
            type text not null,
            received_at text not null,
            payload text not null,
            primary key (roller_id, event_id, phase)
        )
        """, """
        create table summary (
            roller_id text not null,
            session_id text not null,
            started_at text not null,
            received_at text not null,
            payload text not null,
            primary key (roller_id, session_id)
        )
        """, "create table recorder (recorder_name text not null)"};

    private FleetSchema() {}

    /** Makes the tables in an empty database; checks any other. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                if (number(statement, "select count(*) from sqlite_master") == 0) {
                    create(statement);
                }
                statement.execute("commit");
            } catch (SQLException failed) {
                statement.execute("rollback");
                throw failed;
            }
        }
        check(connection);
    }

    /**
     * Looks whether it is a fleet file of this version.
     *
     * @throws SQLException in words, when it is not.
     */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (number(statement, "pragma application_id") != APPLICATION_ID) {
                throw new SQLException("it is a database of something else, not of rollscope collect");
            }
            int version = number(statement, "pragma user_version");
            if (version != VERSION) {
                throw new SQLException(
                        "it has version " + version + ", this software knows " + VERSION + "; use a newer Rollscope");
            }
        }
    }

    private static void create(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute(table);
        }
        String name = "recorder-" + UUID.randomUUID().toString().substring(0, 8);
        statement.execute(String.format(Locale.ROOT, "insert into recorder (recorder_name) values ('%s')", name));
        statement.execute("pragma application_id = " + APPLICATION_ID);
        statement.execute("pragma user_version = " + VERSION);
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
