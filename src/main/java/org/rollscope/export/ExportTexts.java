package org.rollscope.export;

import java.util.List;

/**
 * What people say about an export.
 *
 * @param title of the data set.
 * @param authors at least one.
 * @param note anything; may have any sign and several lines; empty for none.
 */
public record ExportTexts(String title, List<String> authors, String note) {
    /** Author where the user sets none. */
    public static final String AUTHORS = "The Rollscope contributors";

    /** Copies the list. */
    public ExportTexts {
        authors = authors.isEmpty() ? List.of(AUTHORS) : List.copyOf(authors);
    }
}
