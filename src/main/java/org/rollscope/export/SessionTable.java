package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventType;
import org.rollscope.session.Metric;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/** The sessions of an export as a table, one row each, with what each amounted to. */
final class SessionTable {
    static final String TOOL_WORDS =
            "What pressed: roller, lacrosse_ball, tennis_ball, massage_ball or stick. Pressures and doses of different tools"
                    + " do not compare.";

    private static final List<Column> HEAD = List.of(
            Column.text("session_id", "Name of the session; begins with its start by the wall clock."),
            Column.text("participant_id", "Pseudonym of the athlete in this export."),
            Column.text("started_at", "First frame by the wall clock of the host, UTC."),
            Column.text("muscle", "Muscle that was rolled."),
            Column.text("side", "Side of the body."),
            Column.text("roller_id", "Name of the roller."),
            Column.text("board_serial", "Serial number of its board."),
            Column.text("tool", TOOL_WORDS),
            Column.text(
                    "clock", "Whose clock stamped the frames: board, or host where the host read the sensors itself."),
            Column.integer("rate_hz", "Hz", "Frames a second."),
            Column.integer("pad_count", "", "Pads."),
            Column.precise("floor_kpa", "kPa", "Lower end of the band in force."),
            Column.precise("amber_kpa", "kPa", "From here to the ceiling the band is amber."),
            Column.precise("ceiling_kpa", "kPa", "Upper end of the band in force."),
            Column.text("ceiling_source", "Where the ceiling comes from."),
            Column.text("calibration_id", "Calibration that was used."),
            Column.text("software_version", "Version that recorded it."),
            Column.text("settings_hash", "Names the settings that the events were decided with."),
            Column.integer("frame_count", "", "Frames that are here."),
            Column.integer("lost_frame_count", "", "Frames that the board counted and that did not come."),
            Column.integer("duration_ms", "ms", "First to last frame, outages included."),
            Column.integer("contact_ms", "ms", "Time with a limb on the tool.")
                    .from("sum of end_us - start_us over events of type contact"),
            Column.integer("hold_ms", "ms", "Time in holds.").from("the same over type hold"),
            Column.integer("roll_ms", "ms", "Time rolling.").from("the same over type roll"),
            Column.integer("in_band_ms", "ms", "Contact with mean pressure from floor to ceiling.")
                    .from(
                            "sum of steps with floor_kpa <= mean_pressure_kpa <= ceiling_kpa, state contact, rolling or hold"),
            Column.integer("over_ceiling_ms", "ms", "Contact with mean pressure over the ceiling.")
                    .from("sum of steps with mean_pressure_kpa > ceiling_kpa, same states"),
            Column.integer("hold_count", "", "Holds."),
            Column.integer("stroke_count", "", "Strokes of at least 20 mm."),
            Column.integer("overpressure_count", "", "Warnings of overpressure."),
            Column.precise("mean_pressure_kpa", "kPa", "Mean over contact time.")
                    .from("pressure_time_kpa_s / time in contact"),
            Column.precise("peak_pressure_kpa", "kPa", "Highest pressure on one tile in contact.")
                    .from("maximum of peak_pressure_kpa, state contact, rolling or hold"),
            Column.precise("pressure_time_kpa_s", "kPa*s", "Integral of the mean pressure over contact time.")
                    .from("sum of mean_pressure_kpa * step, same states"),
            Column.precise("median_speed_mm_per_s", "mm/s", "Median speed while rolling. Empty for a stick.")
                    .from("median of |speed_mm_per_s| over frames with state rolling, in bins of 1 mm/s"));

    /** What only newer versions counted, and only on tools that tell it, by name; missing otherwise. */
    private static final List<Column> FIGURES = List.of(
            Column.precise(
                            SessionSummary.GUARDING_MS,
                            "ms",
                            "Time with suspected guarding. Empty for a ball and a stick: not looked for.")
                    .from("sum of end_us - start_us over events of type guarding"),
            Column.precise(
                            SessionSummary.GUARDING_COUNT,
                            "",
                            "Episodes of suspected guarding. Empty for a ball and a stick: not looked for.")
                    .from("count of events of type guarding"),
            Column.precise(
                            SessionSummary.RELEASE_COUNT,
                            "",
                            "Releases that were seen. Empty for a ball and a stick: not looked for.")
                    .from("count of events of type release"),
            Column.precise(
                            SessionSummary.P95_SPEED_MM_PER_S,
                            "mm/s",
                            "Speed while rolling that 95 % do not exceed. Empty for a stick.")
                    .from("95th percentile of |speed_mm_per_s| over frames with state rolling, in bins of 1 mm/s"),
            Column.precise(
                            SessionSummary.STROKES_PER_MIN_COUNT,
                            "1/min",
                            "Cadence: one-way strokes a minute. Empty for a stick.")
                    .from("stroke_count * 60000 / roll_ms"),
            Column.precise(
                            SessionSummary.MEDIAN_STROKE_LENGTH_MM,
                            "mm",
                            "Median length of a stroke. Empty for a stick.")
                    .from("median of |stroke_length_mm| over events of type stroke, in bins of 1 mm"),
            Column.precise(
                            SessionSummary.COVERAGE_MM,
                            "mm",
                            "Length along the limb with 2 s or more under pressure. Empty for a stick.")
                    .from("10 * count of floor(travel_mm / 10) whose steps add up to 2 s or more in contact"));

    private static final List<Column> COLUMNS = columns();

    private SessionTable() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(HEAD);
        columns.addAll(FIGURES);
        Metric.ofSessions().forEach(metric -> columns.add(Column.of(metric)));
        columns.add(Column.text("note", "What people say about the export."));
        return columns;
    }

    static SmallTable of(ExportJob job) {
        return of(job.sessions(), job.texts().note());
    }

    static SmallTable of(List<ExportedSession> sessions, String note) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ExportedSession session : sessions) {
            List<@Nullable Object> row = new ArrayList<>();
            identify(session.record(), row);
            row.add(session.frameCount());
            row.add(session.link().lostFrameCount());
            amount(session, row);
            for (Column figure : FIGURES) {
                double value = session.summary().figures().value(figure.key());
                row.add(Double.isNaN(value) ? null : value);
            }
            Metric.ofSessions().forEach(metric -> row.add(SpanTable.cell(metric, session.measures())));
            row.add(note.isEmpty() ? null : note);
            rows.add(row);
        }
        return new SmallTable(new Table("sessions", "One session, with what it amounted to.", COLUMNS), rows);
    }

    private static void identify(SessionRecord record, List<@Nullable Object> row) {
        row.add(record.sessionId());
        row.add(record.athleteId());
        row.add(record.startedAt().toString());
        row.add(record.muscle().word());
        row.add(record.side().word());
        row.add(record.rollerId());
        row.add(record.hello().boardSerial());
        row.add(record.tool());
        row.add(record.hello().clockWord());
        row.add((long) record.hello().rateHz());
        row.add((long) record.hello().padCount());
        row.add(record.band().floorKpa());
        row.add(record.band().amberKpa());
        row.add(record.band().ceilingKpa());
        row.add(record.band().source().word());
        row.add(record.calibrationId());
        row.add(record.softwareVersion());
        row.add(record.settingsHash());
    }

    private static void amount(ExportedSession session, List<@Nullable Object> row) {
        SessionSummary summary = session.summary();
        row.add(summary.durationMs());
        row.add(summary.contactMs());
        row.add(summary.holdMs());
        row.add(summary.rollMs());
        row.add(summary.inBandMs());
        row.add(summary.overCeilingMs());
        row.add((long) summary.holdCount());
        row.add((long) summary.strokeCount());
        row.add((long) summary.overpressureCount());
        row.add(summary.meanPressureKpa());
        row.add(summary.peakPressureKpa());
        row.add(summary.pressureTimeKpaS());
        row.add(session.record().tells(EventType.ROLL) ? summary.medianSpeedMmPerS() : null);
    }
}
