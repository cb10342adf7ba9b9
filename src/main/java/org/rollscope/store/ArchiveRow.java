package org.rollscope.store;

import java.sql.SQLException;

/** Something that waits until the disk has taken it. */
interface ArchiveRow {
    /** Writes it within a transaction; may be called again when the transaction failed. */
    void write(RowWriter rows) throws SQLException;

    /** Frames in it. */
    default int frameCount() {
        return 0;
    }
}
