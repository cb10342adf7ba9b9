package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/** The sessions of an export as a table, one row each, with what each amounted to. */
final class SessionTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("session_id", "Name of the session; begins with its start by the wall clock."),
            Column.text("participant_id", "Pseudonym of the athlete in this export."),
            Column.text("started_at", "First frame by the wall clock of the host, UTC."),
            Column.text("muscle", "Muscle that was rolled."),
            Column.text("side", "Side of the body."),
            Column.text("roller_id", "Name of the roller."),
            Column.text("board_serial", "Serial number of its board."),
            Column.integer("rate_hz", "Hz", "Frames a second."),
            Column.integer("pad_count", "", "Pads."),
            Column.precise("floor_kpa", "kPa", "Lower end of the band in force."),
            Column.precise("ceiling_kpa", "kPa", "Upper end of the band in force."),
            Column.text("ceiling_source", "Where the ceiling comes from."),
            Column.text("calibration_id", "Calibration that was used."),
            Column.text("software_version", "Version that recorded it."),
            Column.text("settings_hash", "Names the settings that the events were decided with."),
            Column.integer("frame_count", "", "Frames that are here."),
            Column.integer("lost_frame_count", "", "Frames that the board counted and that did not come."),
            Column.integer("duration_ms", "ms", "First to last frame, outages included."),
            Column.integer("contact_ms", "ms", "Time with a limb on the roller."),
            Column.integer("hold_ms", "ms", "Time in holds."),
            Column.integer("roll_ms", "ms", "Time rolling."),
            Column.integer("in_band_ms", "ms", "Contact with mean pressure from floor to ceiling."),
            Column.integer("over_ceiling_ms", "ms", "Contact with mean pressure over the ceiling."),
            Column.integer("hold_count", "", "Holds."),
            Column.integer("stroke_count", "", "Strokes of at least 20 mm."),
            Column.integer("overpressure_count", "", "Warnings of overpressure."),
            Column.precise("mean_pressure_kpa", "kPa", "Mean over contact time."),
            Column.precise("peak_pressure_kpa", "kPa", "Highest pressure on one tile in contact."),
            Column.precise("pressure_time_kpa_s", "kPa*s", "Integral of the mean pressure over contact time."),
            Column.precise("median_speed_mm_per_s", "mm/s", "Median speed while rolling."),
            Column.text("note", "What people say about the export."));

    private SessionTable() {}

    static SmallTable of(ExportJob job) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ExportedSession session : job.sessions()) {
            List<@Nullable Object> row = new ArrayList<>();
            identify(session.record(), row);
            row.add(session.frameCount());
            row.add(session.link().lostFrameCount());
            amount(session.summary(), row);
            row.add(job.texts().note().isEmpty() ? null : job.texts().note());
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
        row.add((long) record.hello().rateHz());
        row.add((long) record.hello().padCount());
        row.add(record.band().floorKpa());
        row.add(record.band().ceilingKpa());
        row.add(record.band().source().word());
        row.add(record.calibrationId());
        row.add(record.softwareVersion());
        row.add(record.settingsHash());
    }

    private static void amount(SessionSummary summary, List<@Nullable Object> row) {
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
        row.add(summary.medianSpeedMmPerS());
    }
}
