package org.rollscope.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a recording hands to its thread in one go.
 *
 * @param block frames; null when there are none.
 * @param rows what was told since the batch before.
 * @param last whether nothing comes after it.
 */
record RecordedBatch(@Nullable BlockBuffer block, List<ArchiveRow> rows, boolean last) {
    RecordedBatch {
        rows = List.copyOf(rows);
    }
}
