package org.rollscope.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.detect.GuardingGrade;
import org.rollscope.detect.RollerEvent;

/** The events of a session as a table, one row each, with every figure that any kind of event has. */
final class EventTable {
    /** Figures of single kinds of events, with unit and meaning; others follow without. */
    private static final Map<String, List<String>> FIGURES = figures();

    private EventTable() {}

    private static Map<String, List<String>> figures() {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        figures.put("stroke_length_mm", List.of("mm", "Of a stroke: way along the limb, signed as the roll angle."));
        figures.put("excess_ratio", List.of("1", "Of overpressure: highest pressure over the ceiling."));
        figures.put("loading_rate_kpa_per_s", List.of("kPa/s", "Of abrupt loading: how fast the pressure rose."));
        figures.put("depth_ratio", List.of("1", "Of a release: by how much the tissue gave way."));
        figures.put("after_ms", List.of("ms", "Of a release and the like: time since the hold began."));
        figures.put("score_ratio", List.of("1", "Of suspected guarding: how much spoke for it."));
        for (String sign : List.of("stiffness", "tremor", "pressure", "loading", "flinch")) {
            figures.put(
                    Figures.REASON_PREFIX + sign + "_ratio",
                    List.of("1", "Of suspected guarding: share of the sign '" + sign + "' in the score."));
        }
        figures.put(RollerEvent.MARKER_NUMBER, List.of("", "Of a marker or a sync trigger: its number."));
        figures.put(
                RollerEvent.SYNC_ERROR_MS,
                List.of(
                        "ms",
                        "Of a sync trigger: its time is at most this wrong; network time of a sender is not in it."));
        figures.put(RollerEvent.PAIN_NRS, List.of("", "Of a word for pain: 0 to 10 on the numeric rating scale."));
        return figures;
    }

    /** The table of some events. */
    static SmallTable of(List<RollerEvent> events) {
        List<String> figureNames = new ArrayList<>(FIGURES.keySet());
        TreeSet<String> others = new TreeSet<>();
        events.forEach(event -> others.addAll(event.details().values().keySet()));
        others.removeAll(FIGURES.keySet());
        figureNames.addAll(others);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RollerEvent event : events) {
            rows.add(row(event, figureNames));
        }
        return new SmallTable(new Table("events", "One event; times are session time.", columns(figureNames)), rows);
    }

    private static List<Column> columns(List<String> figureNames) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.word(
                        "type",
                        "Kind of event.",
                        Arrays.stream(EventType.values()).map(EventType::word).toList()),
                Column.integer("start_us", "us", "Onset."),
                Column.integer("end_us", "us", "End; the onset of what has no length."),
                Column.integer("declared_us", "us", "When the detector could know of it."),
                Column.precise("mean_pressure_kpa", "kPa", "Mean of the samples' mean pressure over the event."),
                Column.precise("peak_pressure_kpa", "kPa", "Highest pressure on one tile during it."),
                Column.precise("ceiling_kpa", "kPa", "Ceiling in force."),
                Column.precise("confidence_ratio", "1", "How sure the detector is, 0 to 1."),
                Column.text("grade", "Of suspected guarding: suspected, or likely where more speaks for it.")));
        for (String name : figureNames) {
            List<String> known = FIGURES.getOrDefault(name, List.of("", "A figure of the event."));
            columns.add(Column.precise(name, known.get(0), known.get(1)));
        }
        return columns;
    }

    private static List<@Nullable Object> row(RollerEvent event, List<String> figureNames) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(event.type().word());
        row.add(event.startUs());
        row.add(event.endUs());
        row.add(event.declaredUs());
        row.add(event.evidence().meanPressureKpa());
        row.add(event.evidence().peakPressureKpa());
        row.add(event.evidence().ceilingKpa());
        row.add(event.evidence().confidenceRatio());
        row.add(
                event.type() == EventType.GUARDING
                        ? GuardingGrade.of(event.details()).word()
                        : null);
        for (String name : figureNames) {
            double value = event.details().value(name);
            row.add(Double.isNaN(value) ? null : value);
        }
        return row;
    }
}
