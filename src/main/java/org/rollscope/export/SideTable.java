package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.SideTotals;

/** Left and right of every muscle as a table, one row for each athlete, muscle and tool; both sides stand there with the index. */
final class SideTable {
    private static final List<Column> COLUMNS = columns();

    private SideTable() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("participant_id", "Pseudonym of the athlete in this export."),
                Column.text("muscle", "Muscle that was rolled; those in the middle of the body have no sides."),
                Column.text("tool", SessionTable.TOOL_WORDS)));
        for (String side : List.of("left", "right")) {
            columns.add(Column.integer(side + "_session_count", "", "Sessions of the " + side + " side."));
            for (String time : List.of("contact_ms", "hold_ms", "roll_ms", "in_band_ms", "over_ceiling_ms")) {
                columns.add(Column.integer(side + "_" + time, "ms", "Of the " + side + " side: " + time + ".")
                        .from("sum of " + time + " over sessions"));
            }
            columns.add(Column.integer(side + "_hold_count", "", "Holds of the " + side + " side.")
                    .from("sum of hold_count over sessions"));
            columns.add(Column.precise(side + "_pressure_time_kpa_s", "kPa*s", "Dose of the " + side + " side.")
                    .from("sum of pressure_time_kpa_s over sessions"));
        }
        columns.add(
                Column.precise(
                                "dose_index_ratio",
                                "1",
                                "How different the doses are, -2 to 2; no finding about a person.")
                        .from(
                                "(right - left) / ((right + left) / 2) of pressure_time_kpa_s (Robinson 1987); empty unless both sides were rolled"));
        columns.add(Column.precise("pointed_out", "", "1 where the doses differ by more than 0.15: information only.")
                .from("|dose_index_ratio| > 0.15"));
        return columns;
    }

    /** The sides of some sessions. */
    static SmallTable of(List<ExportedSession> sessions) {
        List<SideTotals.Rolled> rolled = sessions.stream()
                .map(session -> new SideTotals.Rolled(session.record(), session.summary()))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SideTotals totals : SideTotals.of(rolled)) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(totals.athleteId());
            row.add(totals.muscle().word());
            row.add(totals.tool());
            for (SideTotals.Total side : List.of(totals.left(), totals.right())) {
                row.add((long) side.sessionCount());
                row.add(side.contactMs());
                row.add(side.holdMs());
                row.add(side.rollMs());
                row.add(side.inBandMs());
                row.add(side.overCeilingMs());
                row.add((long) side.holdCount());
                row.add(side.doseKpaS());
            }
            double indexRatio = totals.indexRatio();
            row.add(Double.isNaN(indexRatio) ? null : indexRatio);
            row.add(Double.isNaN(indexRatio) ? null : (Object) (totals.isPointedOut() ? 1.0 : 0.0));
            rows.add(row);
        }
        return new SmallTable(
                new Table("sides", "Left and right of one muscle of one athlete under one tool.", COLUMNS), rows);
    }
}
