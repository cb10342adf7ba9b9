package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.export.DuckDb;

/** Ways to print the rows of an answer. */
abstract class QueryOutput implements DuckDb.Rows {
    private final PrintWriter out;

    private QueryOutput(PrintWriter out) {
        this.out = out;
    }

    PrintWriter out() {
        return out;
    }

    /**
     * All rows were given.
     *
     * @param more whether there are more that were not.
     */
    void end(boolean more) {
        out.flush();
    }

    /** For people: columns side by side, numbers to the right, four decimals. */
    static final class TextTable extends QueryOutput {
        private final List<List<String>> lines = new ArrayList<>();
        private final List<Boolean> numeric = new ArrayList<>();

        TextTable(PrintWriter out) {
            super(out);
        }

        @Override
        public void columns(List<String> names) {
            lines.add(List.copyOf(names));
            names.forEach(name -> numeric.add(true));
        }

        @Override
        public void row(List<@Nullable Object> values) {
            List<String> line = new ArrayList<>();
            for (int index = 0; index < values.size(); index++) {
                Object value = values.get(index);
                numeric.set(index, numeric.get(index) && (value == null || value instanceof Number));
                line.add(text(value));
            }
            lines.add(line);
        }

        private static String text(@Nullable Object value) {
            if (value instanceof Double || value instanceof Float) {
                return String.format(Locale.ROOT, "%.4f", ((Number) value).doubleValue());
            }
            // A control character could move the cursor of a terminal.
            return value == null ? "" : value.toString().replaceAll("\\p{Cntrl}", " ");
        }

        @Override
        void end(boolean more) {
            for (List<String> line : lines) {
                StringBuilder text = new StringBuilder();
                for (int index = 0; index < line.size(); index++) {
                    String padding = " ".repeat(width(index) - line.get(index).length());
                    text.append(numeric.get(index) ? padding + line.get(index) : line.get(index) + padding)
                            .append("  ");
                }
                out().println(text.toString().stripTrailing());
            }
            super.end(more);
        }

        private int width(int column) {
            return lines.stream()
                    .mapToInt(line -> line.get(column).length())
                    .max()
                    .orElse(0);
        }
    }

    /** RFC 4180, with all decimals. */
    static final class Csv extends QueryOutput {
        Csv(PrintWriter out) {
            super(out);
        }

        @Override
        public void columns(List<String> names) {
            row(new ArrayList<>(names));
        }

        @Override
        public void row(List<@Nullable Object> values) {
            out().print(values.stream()
                    .map(value -> value == null ? "" : quoted(value.toString()))
                    .collect(Collectors.joining(",", "", "\r\n")));
        }

        private static String quoted(String text) {
            return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
        }
    }

    /** One document, schema rollscope.query/1. */
    static final class Json extends QueryOutput {
        private final ObjectNode document = JsonOutput.object().put("schema", "rollscope.query/1");
        private final ArrayNode rows = JsonOutput.array();

        Json(PrintWriter out) {
            super(out);
        }

        @Override
        public void columns(List<String> names) {
            ArrayNode list = document.putArray("columns");
            names.forEach(list::add);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            ArrayNode row = rows.addArray();
            for (Object value : values) {
                if (value instanceof Double number && !Double.isFinite(number)) {
                    row.addNull();
                } else if (value instanceof Float number && !Float.isFinite(number)) {
                    row.addNull();
                } else {
                    row.addPOJO(value);
                }
            }
        }

        @Override
        void end(boolean more) {
            document.put("row_count", rows.size()).put("more", more).set("rows", rows);
            out().println(JsonOutput.text(document));
            super.end(more);
        }
    }
}
