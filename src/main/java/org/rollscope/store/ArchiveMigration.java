package org.rollscope.store;

import java.sql.SQLException;
import java.sql.Statement;

/** Brings an archive of an older version up to the present one, within one transaction of the caller. */
final class ArchiveMigration {
    /** SQLite writes a number with 17 digits where it needs them, so that nothing is lost. */
    private static final String STROKE_FIGURE =
            "iif(stroke_length_mm is null, '', 'stroke_length_mm=' || printf('%!.17g', stroke_length_mm))";

    private ArchiveMigration() {}

    /** From any older version. */
    static void from(int version, Statement statement) throws SQLException {
        if (version == 1) {
            fromVersion1(statement);
        } else if (version == 2) {
            fromVersion2(statement);
        }
        // Version 3 has the same tables; its blocks are packed in another way and stay as they are.
    }

    /** Version 2 had a column for the length of a stroke and none for other figures of events and sessions. */
    private static void fromVersion2(Statement statement) throws SQLException {
        statement.execute("alter table event rename to event_2");
        for (String table : ArchiveSchema.TABLES) {
            if (table.contains("create table event ")) {
                statement.execute(table);
            }
        }
        statement.execute("insert into event select session_index, event_index, type, start_us, end_us, declared_us,"
                + " mean_pressure_kpa, peak_pressure_kpa, ceiling_kpa, confidence_ratio, " + STROKE_FIGURE
                + " from event_2 order by 1, 2");
        statement.execute("drop table event_2");
        statement.execute("alter table session add column figures text");
    }

    /**
     * Version 1 had texts as keys everywhere, no outages and no clock steps. Its rows had numbers of their own all the same:
     * those of the sessions are the order of recording.
     */
    private static void fromVersion1(Statement statement) throws SQLException {
        for (String table : new String[] {"session", "frame_block", "event"}) {
            statement.execute("alter table " + table + " rename to " + table + "_1");
        }
        for (String table : ArchiveSchema.TABLES) {
            if (!table.contains("create table document ")) {
                statement.execute(table);
            }
        }
        statement.execute("insert into session select rowid, *, 0, null from session_1 order by rowid");
        statement.execute("insert into frame_block select session.session_index * "
                + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT + " + block_index, protocol_version, boot_index,"
                + " first_sequence, first_device_time_us, first_arrival_ns, last_arrival_ns, lost_before_count,"
                + " frame_block_1.frame_count, pad_count, block_crc32_bits, packed"
                + " from session join frame_block_1 using (session_id) order by 1");
        statement.execute("insert into event select session.session_index, event_index, type, start_us, event_1.end_us,"
                + " declared_us, event_1.mean_pressure_kpa, event_1.peak_pressure_kpa, event_1.ceiling_kpa,"
                + " confidence_ratio, " + STROKE_FIGURE
                + " from session join event_1 using (session_id) order by 1, 2");
        for (String table : new String[] {"frame_block", "event", "session"}) {
            statement.execute("drop table " + table + "_1");
        }
    }
}
