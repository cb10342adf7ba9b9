package org.rollscope.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of the archive, version {@link #VERSION}; the version lies in SQLite's {@code user_version}.
 *
 * <p>Calibrations and settings lie there once, under the hash of their content, however many sessions share them. Raw
 * frames are the truth; events and summary can be recomputed from them and lie there for quick reading.
 *
 * <p>Sessions are numbered in the order of their recording. A block's id is the session's number times 2^32 plus the block's
 * number within it: blocks of a session lie together, and appending one touches few pages.
 *
 * <p><b>Source.</b> decision record 0010.
 */
final class ArchiveSchema {
    /** Version of the tables. */
    static final int VERSION = 4;

    /** Blocks that a session can have. */
    static final long BLOCKS_OF_A_SESSION_COUNT = 1L << 32;

    static final String[] TABLES = {"""
        create table document (
            document_hash text primary key,
            content text not null
        ) without rowid
        """, """
        create table session (
            session_index integer primary key autoincrement,
            session_id text not null unique,
            started_at text not null,
            roller_id text not null,
            athlete_id text not null,
            muscle text not null,
            side text not null,
            floor_kpa real not null,
            amber_kpa real not null,
            ceiling_kpa real not null,
            ceiling_source text not null,
            hello blob not null,
            calibration_id text not null,
            calibration_document_hash text not null references document (document_hash),
            settings_hash text not null,
            settings_document_hash text not null references document (document_hash),
            software_version text not null,
            end_us integer,
            frame_count integer,
            lost_frame_count integer,
            rejected_frame_count integer,
            reset_count integer,
            received_bytes integer,
            duration_ms integer,
            contact_ms integer,
            hold_ms integer,
            roll_ms integer,
            in_band_ms integer,
            over_ceiling_ms integer,
            hold_count integer,
            stroke_count integer,
            overpressure_count integer,
            mean_pressure_kpa real,
            peak_pressure_kpa real,
            pressure_time_kpa_s real,
            median_speed_mm_per_s real,
            clock_step_ms integer not null default 0,
            figures text
        )
        """, """
        create table frame_block (
            block_id integer primary key,
            protocol_version integer not null,
            boot_index integer not null,
            first_sequence integer not null,
            first_device_time_us integer not null,
            first_arrival_ns integer not null,
            last_arrival_ns integer not null,
            lost_before_count integer not null,
            frame_count integer not null,
            pad_count integer not null,
            block_crc32_bits integer not null,
            packed blob not null
        )
        """, """
        create table event (
            session_index integer not null references session (session_index),
            event_index integer not null,
            type text not null,
            start_us integer not null,
            end_us integer not null,
            declared_us integer not null,
            mean_pressure_kpa real not null,
            peak_pressure_kpa real not null,
            ceiling_kpa real not null,
            confidence_ratio real not null,
            figures text not null,
            primary key (session_index, event_index)
        ) without rowid
        """, """
        create table outage (
            session_index integer not null references session (session_index),
            outage_index integer not null,
            kind text not null,
            start_us integer not null,
            end_us integer not null,
            reason text not null,
            lost_frame_count integer not null,
            primary key (session_index, outage_index)
        ) without rowid
        """};

    private ArchiveSchema() {}

    /**
     * Makes the tables in a new database, brings those of an older version up to this one, or checks that the version is
     * known.
     */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (version(statement) == VERSION) {
                return;
            }
            // Tables that are exchanged are referred to by others for a moment; outside a transaction, or it has no
            // effect.
            statement.execute("pragma foreign_keys = off");
            statement.execute("begin immediate");
            try {
                int version = version(statement);
                if (version == 0) {
                    create(statement);
                } else if (version > VERSION) {
                    throw new SQLException("the archive has schema version " + version + ", this software knows "
                            + VERSION + "; use a newer Rollscope");
                } else {
                    ArchiveMigration.from(version, statement);
                }
                statement.execute("pragma user_version = " + VERSION);
                statement.execute("commit");
            } catch (SQLException failed) {
                statement.execute("rollback");
                throw failed;
            } finally {
                statement.execute("pragma foreign_keys = on");
            }
        }
    }

    /**
     * As {@link #prepare}, for a file that must be an archive already.
     *
     * @throws SQLException when it is none.
     */
    static void prepareExisting(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (version(statement) == 0) {
                throw new SQLException("it holds no sessions");
            }
        }
        prepare(connection);
    }

    private static void create(Statement statement) throws SQLException {
        for (String table : TABLES) {
            statement.execute(table);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
