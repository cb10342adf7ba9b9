package org.rollscope.store;

import java.sql.SQLException;
import java.sql.Statement;

/** Brings an archive of an older version up to the present one, within one transaction of the caller. */
final class ArchiveMigration {
    private ArchiveMigration() {}

    /**
     * Version 1 had texts as keys everywhere, no outages and no clock steps. Its rows had numbers of their own all the same:
     * those of the sessions are the order of recording.
     */
    static void fromVersion1(Statement statement) throws SQLException {
        for (String table : new String[] {"session", "frame_block", "event"}) {
            statement.execute("alter table " + table + " rename to " + table + "_1");
        }
        for (String table : ArchiveSchema.TABLES) {
            if (!table.contains("create table document ")) {
                statement.execute(table);
            }
        }
        statement.execute("insert into session select rowid, *, 0 from session_1 order by rowid");
        statement.execute("insert into frame_block select session.session_index * "
                + ArchiveSchema.BLOCKS_OF_A_SESSION_COUNT + " + block_index, protocol_version, boot_index,"
                + " first_sequence, first_device_time_us, first_arrival_ns, last_arrival_ns, lost_before_count,"
                + " frame_block_1.frame_count, pad_count, block_crc32_bits, packed"
                + " from session join frame_block_1 using (session_id) order by 1");
        statement.execute("insert into event select session.session_index, event_index, type, start_us, event_1.end_us,"
                + " declared_us, event_1.mean_pressure_kpa, event_1.peak_pressure_kpa, event_1.ceiling_kpa,"
                + " confidence_ratio, stroke_length_mm"
                + " from session join event_1 using (session_id) order by 1, 2");
        for (String table : new String[] {"frame_block", "event", "session"}) {
            statement.execute("drop table " + table + "_1");
        }
    }
}
