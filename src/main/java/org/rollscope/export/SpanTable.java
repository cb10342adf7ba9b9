package org.rollscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.session.Measures;
import org.rollscope.session.Metric;
import org.rollscope.session.MetricsBuilder;

/** What each hold, stroke and other event with a length amounted to, as a table; the definitions of the metrics stand in its columns. */
public final class SpanTable {
    private static final List<Column> COLUMNS = columns();

    private SpanTable() {}

    /** The table of what was measured. */
    public static SmallTable of(List<MetricsBuilder.Measured> spans) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MetricsBuilder.Measured span : spans) {
            rows.add(row(span));
        }
        return new SmallTable(new Table("spans", "One event with a length, and what it amounted to.", COLUMNS), rows);
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.word(
                        "type",
                        "Kind of event.",
                        Arrays.stream(EventType.values()).map(EventType::word).toList()),
                Column.integer(
                        "start_us", "us", "Onset. The frames of a span are those from its onset to before its end."),
                Column.integer("end_us", "us", "End.")));
        Metric.ofSpans().forEach(metric -> columns.add(Column.of(metric)));
        return columns;
    }

    private static List<@Nullable Object> row(MetricsBuilder.Measured span) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(span.event().type().word());
        row.add(span.event().startUs());
        row.add(span.event().endUs());
        Metric.ofSpans().forEach(metric -> row.add(cell(metric, span.measures())));
        return row;
    }

    /** A value as it stands in a table; null where it could not be measured. */
    public static @Nullable Object cell(Metric metric, Measures measures) {
        double value = measures.value(metric);
        if (Double.isNaN(value)) {
            return null;
        }
        return metric.isWhole() ? (Object) Math.round(value) : (Object) value;
    }
}
