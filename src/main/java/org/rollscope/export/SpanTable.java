package org.rollscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SpanMetrics;

/** What each hold, stroke and other event with a length amounted to, as a table; the definitions of the metrics stand in its columns. */
public final class SpanTable {
    private static final List<Column> COLUMNS = List.of(
            Column.word(
                    "type",
                    "Kind of event.",
                    Arrays.stream(EventType.values()).map(EventType::word).toList()),
            Column.integer("start_us", "us", "Onset. The frames of a span are those from its onset to before its end."),
            Column.integer("end_us", "us", "End."),
            Column.integer("frame_count", "", "Frames of the span."),
            Column.precise("mean_pressure_kpa", "kPa", "Mean over the frames of mean_pressure_kpa."),
            Column.precise(
                    "p95_pressure_kpa", "kPa", "Mean pressure that 95 % of the frames do not exceed, nearest rank."),
            Column.precise("peak_pressure_kpa", "kPa", "Highest peak_pressure_kpa of the frames."),
            Column.precise(
                    "pressure_time_kpa_s",
                    "kPa*s",
                    "Sum of mean_pressure_kpa times the time since the frame before; steps over 0.2 s add nothing."),
            Column.precise("force_time_n_s", "N*s", "The same of total_force_n."),
            Column.precise("mean_force_n", "N", "Mean over the frames of total_force_n."),
            Column.precise("mean_contact_area_mm2", "mm^2", "Mean over the frames of contact_area_mm2."),
            Column.precise("ceiling_share_ratio", "1", "mean_pressure_kpa of the span over the ceiling in force."),
            Column.integer("below_floor_ms", "ms", "Time with mean pressure below the floor."),
            Column.integer("in_band_ms", "ms", "Time with mean pressure from the floor to the amber line."),
            Column.integer("amber_ms", "ms", "Time with mean pressure from the amber line to the ceiling."),
            Column.integer("over_ceiling_ms", "ms", "Time with mean pressure over the ceiling."),
            Column.precise("doubtful_ratio", "1", "Share of the frames whose quality_flags are not 0."),
            Column.precise("release_after_ms", "ms", "Of a hold: from its onset to the first release in it."));

    private SpanTable() {}

    /** The table of what was measured. */
    public static SmallTable of(List<MetricsBuilder.Measured> spans) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MetricsBuilder.Measured span : spans) {
            rows.add(row(span));
        }
        return new SmallTable(new Table("spans", "One event with a length, and what it amounted to.", COLUMNS), rows);
    }

    private static List<@Nullable Object> row(MetricsBuilder.Measured span) {
        SpanMetrics metrics = span.metrics();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(span.event().type().word());
        row.add(span.event().startUs());
        row.add(span.event().endUs());
        row.add(metrics.frameCount());
        for (double value : new double[] {
            metrics.meanPressureKpa(),
            metrics.p95PressureKpa(),
            metrics.peakPressureKpa(),
            metrics.pressureTimeKpaS(),
            metrics.forceTimeNS(),
            metrics.meanForceN(),
            metrics.meanAreaMm2(),
            metrics.ceilingShareRatio()
        }) {
            row.add(known(value));
        }
        row.add(metrics.belowFloorMs());
        row.add(metrics.inBandMs());
        row.add(metrics.amberMs());
        row.add(metrics.overCeilingMs());
        row.add(metrics.doubtfulRatio());
        row.add(known(span.releaseAfterMs()));
        return row;
    }

    private static @Nullable Object known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
