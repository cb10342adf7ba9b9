package org.rollscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.detect.Activity;
import org.rollscope.frame.BoardHello;

/**
 * The two tables with a row for each frame: what the board sent, and what it means.
 *
 * @param raw counts as they were recorded.
 * @param samples the same frames in SI units, with what is computed from them.
 */
public record SampleTables(Table raw, Table samples) {
    /** The words of column {@code state}, in their order. */
    static final List<Activity> STATES = List.of(Activity.values());

    private static final String[] AXES = {"x", "y", "z"};

    /** The tables of a roller. */
    public static SampleTables of(BoardHello hello) {
        return new SampleTables(raw(hello), samples(hello));
    }

    /** Name of a pad's column before its unit, "pad_01" for the first. */
    static String padKey(int padIndex) {
        return String.format(Locale.ROOT, "pad_%02d", padIndex + 1);
    }

    private static Table raw(BoardHello hello) {
        List<Column> columns = new ArrayList<>(List.of(
                time(),
                Column.integer("boot_index", "", "Restarts of the board before the frame."),
                Column.integer(
                        "sequence", "", "Ticks of the board since its start; a hole is a frame that did not come."),
                Column.integer("device_time_us", "us", "The board's clock since its start, at the start of the scan."),
                Column.integer("lost_before_count", "", "Ticks without a frame directly before this one."),
                Column.integer("frame_flags", "", "As sent: bit 0 the IMU answered, bit 1 a tick before was missed.")));
        for (String axis : AXES) {
            columns.add(Column.integer("accel_" + axis + "_counts", "", "Accelerometer, 32768 at full scale."));
        }
        for (String axis : AXES) {
            columns.add(Column.integer("gyro_" + axis + "_counts", "", "Gyroscope, 32768 at full scale."));
        }
        for (int padIndex = 0; padIndex < hello.padCount(); padIndex++) {
            columns.add(Column.integer(padKey(padIndex) + "_counts", "", "Converter reading of the pad."));
        }
        return new Table("raw", "One frame as the board sent it, in converter counts.", columns);
    }

    private static Table samples(BoardHello hello) {
        List<Column> columns = new ArrayList<>(
                List.of(time(), Column.integer("sequence", "", "Ticks of the board since its start, as in raw.")));
        for (String axis : AXES) {
            columns.add(Column.real(
                    "accel_" + axis + "_m_per_s2", "m/s^2", "Specific force along the roller's axis " + axis + "."));
        }
        for (String axis : AXES) {
            columns.add(Column.real(
                    "gyro_" + axis + "_rad_per_s", "rad/s", "Turn rate about the roller's axis " + axis + "."));
        }
        columns.addAll(List.of(
                Column.real(
                        "total_force_n",
                        "N",
                        "Force of the limb, smoothed: of a roller the tiles that look up, of a ball what presses along one line, of a stick the"
                                + " sum of all tiles as vectors."),
                Column.real(
                        "floor_force_n",
                        "N",
                        "Force against floor or wall: the tiles that look there, smoothed. Empty for a stick: nothing lies under it."),
                Column.real(
                        "mean_pressure_kpa",
                        "kPa",
                        "Of a roller and a stick the force of the limb over the area of its contact; of a ball the mean over the skin that touches."),
                Column.real("peak_pressure_kpa", "kPa", "Highest pressure on one tile of the limb's side."),
                Column.real("contact_area_mm2", "mm^2", "Area of the limb's contact."),
                Column.real(
                        "roll_angle_rad",
                        "rad",
                        "Roll angle, growing without end; 0 at the first frame. Empty for a ball and a stick."),
                Column.real(
                        "travel_mm",
                        "mm",
                        "Way of the contact along the limb since the first frame. Empty for a stick: it does not roll."),
                Column.real(
                        "speed_mm_per_s",
                        "mm/s",
                        "Speed of the contact along the limb; the sign is the direction. Empty for a stick."),
                Column.real(
                        "pressure_slope_kpa_per_s",
                        "kPa/s",
                        "Rise of the mean pressure: slope of the straight line through its last values, 0.25 s unless the settings say otherwise."),
                Column.real(
                        "guarding_score_ratio",
                        "1",
                        "How much speaks for guarding, 0 to 1; a signal pattern, no diagnosis. Empty for a ball and a stick: not looked for."),
                Column.word(
                        "state",
                        "What is going on.",
                        STATES.stream().map(Activity::word).toList()),
                Column.integer("overpressure", "", "1 while a warning of overpressure stands."),
                Column.integer("quality_flags", "", "What is doubtful: bits as in the data dictionary; 0 is good.")));
        for (int padIndex = 0; padIndex < hello.padCount(); padIndex++) {
            columns.add(Column.real(padKey(padIndex) + "_kpa", "kPa", "Pressure on the tile."));
        }
        return new Table("samples", "One frame in SI units, with what is computed from it.", columns);
    }

    private static Column time() {
        return Column.integer("time_us", "us", "Session time: the board's clock, 0 at the session's first frame.");
    }
}
