package org.rollscope.export;

import java.util.List;

/**
 * A table of an export.
 *
 * @param name of the table, and of its file.
 * @param description what a row is.
 * @param columns in order.
 */
public record Table(String name, String description, List<Column> columns) {
    /** Copies the list. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** Place of a column. */
    int indexOf(String key) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).key().equals(key)) {
                return index;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + key);
    }
}
