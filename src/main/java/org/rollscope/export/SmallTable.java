package org.rollscope.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that fits into memory, as that of the events.
 *
 * @param table its columns.
 * @param rows a value for each column: Long, Double, String, or null for none.
 */
public record SmallTable(Table table, List<List<@Nullable Object>> rows) {
    /** Copies the rows. */
    public SmallTable {
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != table.columns().size()) {
                throw new IllegalArgumentException("a row of " + table.name() + " must have "
                        + table.columns().size() + " values, has " + row.size());
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }
}
