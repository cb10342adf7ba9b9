package org.rollscope.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as text, RFC 4180: a header, CRLF, texts quoted where they must be; nothing stands for a missing value.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it. <b>Threads.</b> One.
 */
final class CsvFile implements AutoCloseable {
    private static final String FORMULA_SIGNS = "=+-@\t\r\n";

    private final List<Column> columns;
    private final Writer writer;
    private final StringBuilder line = new StringBuilder();
    private boolean lineBegun;

    /** Begins a file with its header. */
    CsvFile(Path file, Table table) throws IOException {
        columns = table.columns();
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        for (Column column : columns) {
            cell().append(column.key());
        }
        endLine();
    }

    /** Writes a small table whole. */
    static void write(Path file, SmallTable table) throws IOException {
        try (CsvFile csv = new CsvFile(file, table.table())) {
            for (List<@Nullable Object> row : table.rows()) {
                for (Object value : row) {
                    csv.cell();
                    if (value instanceof String text) {
                        csv.line.append(safe(text));
                    } else if (value != null) {
                        csv.line.append(value);
                    }
                }
                csv.endLine();
            }
        }
    }

    /** Writes the counts of a frame. */
    void raw(SampleRow row) throws IOException {
        for (int index = 0; index < columns.size(); index++) {
            cell().append(row.raw(index));
        }
        endLine();
    }

    /** Writes a frame in SI units. */
    void sample(SampleRow row) throws IOException {
        for (int index = 0; index < columns.size(); index++) {
            cell();
            double value = row.sample(index);
            if (Double.isNaN(value)) {
                continue;
            }
            Column column = columns.get(index);
            switch (column.kind()) {
                case INTEGER -> line.append((long) value);
                case WORD -> line.append(column.words().get((int) value));
                default -> line.append((float) value);
            }
        }
        endLine();
    }

    private StringBuilder cell() {
        if (lineBegun) {
            line.append(',');
        }
        lineBegun = true;
        return line;
    }

    private void endLine() throws IOException {
        writer.append(line).append("\r\n");
        line.setLength(0);
        lineBegun = false;
    }

    /** A text as it may stand in a cell. */
    static String safe(String text) {
        String harmless = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
