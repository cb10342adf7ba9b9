package org.rollscope.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rollscope.feature.FeatureSettings;

/**
 * What is measured of a span (a hold, a stroke, a contact), of a whole session, or of both; the one place in which each is defined.
 *
 * <p>The frames of a span are those from its onset to before its end; those of a session the ones whose state is contact, rolling or hold. Times
 * add up the step from the frame before, where that is 0.2 s or less. A percentile is the nearest rank. Another lab gets the same numbers from
 * exported samples and events. <b>Units.</b> In the names. <b>Source.</b> domain study 8.1; where it leaves a choice, decision record 0026.
 */
public enum Metric {
    /** Frames. */
    FRAME_COUNT(Of.SPAN, "", "Frames of the span.", "count of frames with start_us <= time_us < end_us"),
    /** Mean pressure. */
    MEAN_PRESSURE_KPA(Of.SPAN, "kPa", "Mean pressure of the contact.", "mean of mean_pressure_kpa"),
    /** Pressure that is seldom exceeded. */
    P95_PRESSURE_KPA(
            Of.BOTH,
            "kPa",
            "Mean pressure that 95 % of the frames do not exceed.",
            "95th percentile of mean_pressure_kpa"),
    /** Highest mean pressure. */
    HIGHEST_PRESSURE_KPA(Of.BOTH, "kPa", "Highest mean pressure of the contact.", "maximum of mean_pressure_kpa"),
    /** Hottest tile. */
    PEAK_PRESSURE_KPA(Of.SPAN, "kPa", "Highest pressure on one tile.", "maximum of peak_pressure_kpa"),
    /** Hottest tile on average. */
    MEAN_PEAK_PRESSURE_KPA(Of.BOTH, "kPa", "Mean pressure on the hottest tile.", "mean of peak_pressure_kpa"),
    /** Hottest tile, seldom exceeded. */
    P95_PEAK_PRESSURE_KPA(
            Of.BOTH,
            "kPa",
            "Pressure on the hottest tile that 95 % of the frames do not exceed.",
            "95th percentile of peak_pressure_kpa"),
    /** Mean pressure at the first frame. */
    ONSET_PRESSURE_KPA(Of.SPAN, "kPa", "Mean pressure at the onset.", "mean_pressure_kpa of the first frame"),
    /** Dose. */
    PRESSURE_TIME_KPA_S(Of.SPAN, "kPa*s", "Pressure over time, the dose.", "sum of mean_pressure_kpa * step"),
    /** Impulse. */
    FORCE_TIME_N_S(Of.BOTH, "N*s", "Force over time, the impulse.", "sum of total_force_n * step"),
    /** Dose in holds. */
    HOLD_PRESSURE_TIME_KPA_S(
            Of.SESSION, "kPa*s", "Dose of all holds.", "sum of pressure_time_kpa_s over spans of type hold"),
    /** Dose of rolling. */
    ROLL_PRESSURE_TIME_KPA_S(
            Of.SESSION, "kPa*s", "Dose of all rolling.", "sum of pressure_time_kpa_s over spans of type roll"),
    /** Impulse in holds. */
    HOLD_FORCE_TIME_N_S(Of.SESSION, "N*s", "Impulse of all holds.", "sum of force_time_n_s over spans of type hold"),
    /** Impulse of rolling. */
    ROLL_FORCE_TIME_N_S(Of.SESSION, "N*s", "Impulse of all rolling.", "sum of force_time_n_s over spans of type roll"),
    /** Mean force. */
    MEAN_FORCE_N(Of.BOTH, "N", "Mean force of the limb.", "mean of total_force_n"),
    /** Mean area. */
    MEAN_CONTACT_AREA_MM2(Of.BOTH, "mm^2", "Mean area of the contact.", "mean of contact_area_mm2"),
    /** Share of the hottest tile in the load. */
    CONCENTRATION_RATIO(
            Of.BOTH,
            "1",
            "Share of the load that the hottest tile bears.",
            "mean of peak_pressure_kpa * tile_mm2 / (1000 * total_force_n) over frames with total_force_n >= 15;"
                    + " tile_mm2 is " + TileAreas.words()),
    /** How pointed the pressure is. */
    PEAK_TO_MEAN_RATIO(
            Of.BOTH,
            "1",
            "How much hotter the hottest tile is than the mean.",
            "mean of peak_pressure_kpa / mean_pressure_kpa over frames with total_force_n >= 15 and mean_pressure_kpa > 0"),
    /** Load relative to the athlete's ceiling. */
    CEILING_SHARE_RATIO(
            Of.BOTH, "1", "Mean pressure over the ceiling in force.", "mean of mean_pressure_kpa / ceiling_kpa"),
    /** Too little. */
    BELOW_FLOOR_MS(Of.BOTH, "ms", "Time below the floor.", "sum of steps with mean_pressure_kpa < floor_kpa"),
    /** As meant. */
    IN_BAND_MS(
            Of.SPAN,
            "ms",
            "Time in the band, amber part included.",
            "sum of steps with floor_kpa <= mean_pressure_kpa <= ceiling_kpa"),
    /** Nearly too much. */
    AMBER_MS(
            Of.BOTH,
            "ms",
            "Of in_band_ms the part over the amber line.",
            "sum of steps with amber_kpa < mean_pressure_kpa <= ceiling_kpa"),
    /** Too much. */
    OVER_CEILING_MS(Of.SPAN, "ms", "Time over the ceiling.", "sum of steps with mean_pressure_kpa > ceiling_kpa"),
    /** Way along the limb. */
    TRAVEL_MM(
            Of.SPAN,
            "mm",
            "Way of the contact along the limb from the first frame to the last, never negative. Empty for a stick.",
            "|travel_mm of the last frame - travel_mm of the first|"),
    /** Speed. */
    MEAN_SPEED_MM_PER_S(Of.SPAN, "mm/s", "Mean speed along the limb. Empty for a stick.", "mean of |speed_mm_per_s|"),
    /** Speed that is seldom exceeded. */
    SPAN_P95_SPEED_MM_PER_S(
            Of.SPAN,
            "mm/s",
            "Speed that 95 % of the frames do not exceed. Empty for a stick.",
            "95th percentile of |speed_mm_per_s|"),
    /** Steepest loading. */
    APPROACH_MAX_KPA_PER_S(
            Of.BOTH,
            "kPa/s",
            "Steepest rise of the mean pressure while a limb comes down; of a contact, or the steepest of all contacts.",
            "maximum of pressure_slope_kpa_per_s from the onset of the contact to the first frame with mean_pressure_kpa >="
                    + " 0.9 * the contact's mean_pressure_kpa"),
    /** Usual loading. */
    APPROACH_MEDIAN_KPA_PER_S(
            Of.BOTH,
            "kPa/s",
            "Median rise of the mean pressure while a limb comes down; of a contact, or the median over all contacts.",
            "median of the positive pressure_slope_kpa_per_s of the same frames"),
    /** Time to the release. */
    RELEASE_AFTER_MS(
            Of.SPAN,
            "ms",
            "Of a hold: from its onset to the first release in it.",
            "smallest (start_us of a release - start_us) / 1000 with start_us <= start_us of the release <= end_us"),
    /** How long holds last. */
    MEDIAN_HOLD_MS(Of.SESSION, "ms", "Median length of a hold.", "median of end_us - start_us over spans of type hold"),
    /** Holds of the prescribed length. */
    TARGET_HOLD_COUNT(
            Of.SESSION,
            "",
            "Holds of 20 to 90 s.",
            "count of spans of type hold with 20 s <= end_us - start_us <= 90 s"),
    /** Their share. */
    TARGET_HOLD_RATIO(Of.SESSION, "1", "Share of the holds that last 20 to 90 s.", "target_hold_count / hold_count"),
    /** Holds that released. */
    RELEASED_HOLD_COUNT(
            Of.SESSION,
            "",
            "Holds with a release. Empty for a ball and a stick: not looked for.",
            "count of spans of type hold with a release_after_ms"),
    /** How soon. */
    MEDIAN_RELEASE_AFTER_MS(
            Of.SESSION,
            "ms",
            "Median time to release of the holds that had one; those without are left out, so it is no time to wait.",
            "median of release_after_ms over spans of type hold"),
    /** Guarding burden. */
    GUARDING_RATIO(
            Of.SESSION,
            "1",
            "Guarding burden: share of the contact with suspected guarding. Empty for a ball and a stick: not looked for.",
            "sum of (end_us - start_us) over events of type guarding / the same over type contact"),
    /** How often. */
    GUARDING_PER_MIN_COUNT(
            Of.SESSION,
            "1/min",
            "Episodes of suspected guarding for each minute of contact. Empty for a ball and a stick: not looked for.",
            "count of events of type guarding * 60e6 / sum of (end_us - start_us) over type contact"),
    /** At which pressure. */
    GUARDING_ONSET_KPA(
            Of.SESSION,
            "kPa",
            "Median of the mean pressure at which suspected guarding began.",
            "median of onset_pressure_kpa over spans of type guarding"),
    /** Said how often. */
    PAIN_COUNT(Of.SESSION, "", "How often the athlete gave a number for the pain.", "count of events of type pain"),
    /** Worst. */
    WORST_PAIN_NRS(Of.SESSION, "", "Highest number for the pain, 0 to 10.", "maximum of pain_nrs"),
    /** Last. */
    LAST_PAIN_NRS(Of.SESSION, "", "Last number for the pain.", "pain_nrs of the last event of type pain"),
    /** Doubtful frames. */
    DOUBTFUL_RATIO(
            Of.BOTH,
            "1",
            "Share of the frames with a quality flag; of a session's frames all, in contact or not.",
            "count of frames with quality_flags != 0 / count of frames"),
    /** Frames at the end of the converter. */
    SATURATED_RATIO(
            Of.BOTH,
            "1",
            "Share of the frames with a pad at the end of its converter; of a session's frames all.",
            "count of frames with bit 0 of quality_flags / count of frames"),
    /** Frames that did not come. */
    LOST_RATIO(
            Of.SESSION,
            "1",
            "Share of the frames that the board counted and that did not come.",
            "lost_frame_count / (received frames + lost_frame_count)"),
    /** Floor's side against limb's side. */
    LOBE_AGREEMENT_RATIO(
            Of.SESSION,
            "1",
            "What the floor's side felt of what the limb's side felt; 1 is perfect, over 0.15 away the pads should be looked at.",
            "median of floor_force_n / (total_force_n + weight) over frames with total_force_n > 60, in bins of 0.01; weight is"
                    + " roller_weight_n of settings.json for a roller, " + FeatureSettings.BALL_WEIGHT_N
                    + " N for a ball"),
    /** Age of the calibration. */
    CALIBRATION_AGE_DAY_COUNT(
            Of.SESSION,
            "d",
            "Days from the calibration to the session.",
            "date of started_at (UTC) - date of the calibration");

    /** What a metric is measured of. */
    private enum Of {
        SPAN,
        SESSION,
        BOTH
    }

    private final Of of;
    private final String unit;
    private final String definition;
    private final String formula;

    Metric(Of of, String unit, String definition, String formula) {
        this.of = of;
        this.unit = unit;
        this.definition = definition;
        this.formula = formula;
    }

    /** Its name in tables and documents. */
    public String key() {
        return this == SPAN_P95_SPEED_MM_PER_S ? SessionSummary.P95_SPEED_MM_PER_S : name().toLowerCase(Locale.ROOT);
    }

    /** As SI writes it, "1" for a ratio, empty for counts. */
    public String unit() {
        return unit;
    }

    /** One sentence. */
    public String definition() {
        return definition;
    }

    /** How it comes from columns of the tables {@code samples}, {@code events}, {@code spans} and {@code sessions}. */
    public String formula() {
        return formula;
    }

    /** Whether it has a value always, and one without a fraction. */
    public boolean isWhole() {
        return switch (this) {
            case FRAME_COUNT, BELOW_FLOOR_MS, IN_BAND_MS, AMBER_MS, OVER_CEILING_MS, TARGET_HOLD_COUNT, PAIN_COUNT ->
                true;
            default -> false;
        };
    }

    /** Those of a span, in the order of columns. */
    public static List<Metric> ofSpans() {
        return Arrays.stream(values()).filter(metric -> metric.of != Of.SESSION).toList();
    }

    /** Those that a session has besides its summary, in the order of columns. */
    public static List<Metric> ofSessions() {
        return Arrays.stream(values()).filter(metric -> metric.of != Of.SPAN).toList();
    }
}
