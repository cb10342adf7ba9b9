package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.rollscope.evaluation.Figure.Target;
import org.rollscope.evaluation.Figure.Unit;

/**
 * All figures of accuracy, with their targets.
 *
 * <p><b>Source.</b> Targets: domain study 9.7 and the issue of the judge.
 */
public final class Figures {
    /** What must be held, in the order in which it is told. */
    public static final List<Figure> TARGETS = targets();
    /** What is only told. */
    public static final List<Figure> OTHERS = others();

    private static final double MS_PER_MINUTE = 60_000;
    private static final double MS_PER_HOUR = 3_600_000;

    private Figures() {}

    private static List<Figure> targets() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(
                "tile_pressure_within_15_percent_ratio",
                "pressure of a tile within 15 %, 10 to 120 kPa",
                Unit.RATIO,
                atLeast(0.95),
                sums -> sums.ratio(Tally.TILE_RIGHT, Tally.TILE)));
        figures.add(figure(
                "force_within_10_percent_ratio",
                "total force within 10 %, 50 to 450 N",
                Unit.RATIO,
                atLeast(0.95),
                sums -> sums.ratio(Tally.FORCE_RIGHT, Tally.FORCE_FRAME)));
        figures.add(figure(
                "roll_angle_rms_rad",
                "roll angle, rms",
                Unit.ANGLE,
                atMost(Math.toRadians(2)),
                sums -> Math.sqrt(sums.ratio(Tally.ANGLE_SQUARE_RAD2, Tally.ANGLE_FRAME))));
        figures.add(figure(
                "speed_within_5_percent_ratio",
                "speed of a second within 5 %, over 10 mm/s",
                Unit.RATIO,
                atLeast(0.95),
                sums -> sums.ratio(Tally.SPEED_SECOND_RIGHT, Tally.SPEED_SECOND)));
        figures.add(figure(
                "motion_right_ratio",
                "moving or still right within 0.2 s",
                Unit.RATIO,
                atLeast(0.99),
                sums -> sums.ratio(Tally.MOTION_RIGHT, Tally.MOTION_FRAME)));
        figures.add(figure("hold_f1_ratio", "holds within 0.5 s, F1", Unit.RATIO, atLeast(0.98), f1(EventKind.HOLD)));
        figures.add(figure(
                "overpressure_recall_ratio",
                "overpressure, recall",
                Unit.RATIO,
                atLeast(0.95),
                recall(EventKind.OVERPRESSURE)));
        figures.add(figure(
                "overpressure_false_per_10_min_count",
                "overpressure, false in 10 min of contact",
                Unit.RATE,
                atMost(1),
                falseIn(EventKind.OVERPRESSURE, 10)));
        figures.add(figure(
                "release_recall_ratio",
                "release within 5 s of its onset, sensitivity",
                Unit.RATIO,
                atLeast(0.85),
                recall(EventKind.RELEASE)));
        figures.add(figure(
                "release_false_per_hold_count",
                "release, false per hold",
                Unit.RATE,
                atMost(0.05),
                sums -> divided(
                        sums.of(EventKind.RELEASE).falseCount(),
                        sums.of(EventKind.HOLD).truthCount())));
        figures.add(figure(
                "guarding_auc_ratio", "guarding, area under the curve", Unit.RATIO, atLeast(0.85), sums -> sums.of(
                                Spread.GUARDED_SCORE)
                        .chanceAbove(sums.of(Spread.QUIET_SCORE))));
        figures.add(figure(
                "guarding_false_per_5_min_count",
                "guarding, false in 5 min of contact",
                Unit.RATE,
                atMost(1),
                falseIn(EventKind.GUARDING, 5)));
        return List.copyOf(figures);
    }

    private static List<Figure> others() {
        List<Figure> figures = new ArrayList<>();
        figures.add(told("sessions_count", "sessions", Unit.COUNT, sums -> sums.of(Tally.SESSION)));
        figures.add(
                told("hours_count", "hours of session", Unit.RATE, sums -> sums.of(Tally.SESSION_MS) / MS_PER_HOUR));
        figures.add(
                percentile("tile_pressure_error_p95_ratio", "pressure of a tile, error p95", Spread.TILE_ERROR, 0.95));
        figures.add(percentile("force_error_p95_ratio", "total force, error p95", Spread.FORCE_ERROR, 0.95));
        figures.add(told(
                "force_bias_ratio",
                "total force, bias",
                Unit.PERCENT,
                sums -> sums.ratio(Tally.FORCE_FOUND_N, Tally.FORCE_TRUE_N) - 1));
        figures.add(percentile(
                "mean_pressure_error_p50_ratio", "mean pressure, error p50", Spread.MEAN_PRESSURE_ERROR, 0.5));
        figures.add(percentile(
                "mean_pressure_error_p95_ratio", "mean pressure, error p95", Spread.MEAN_PRESSURE_ERROR, 0.95));
        figures.add(told(
                "speed_of_a_frame_within_5_percent_ratio",
                "speed of a frame within 5 %, over 10 mm/s",
                Unit.RATIO,
                sums -> sums.ratio(Tally.SPEED_RIGHT, Tally.SPEED_FRAME)));
        figures.add(percentile("speed_error_p50_ratio", "speed of a frame, error p50", Spread.SPEED_ERROR, 0.5));
        figures.add(percentile("speed_error_p95_ratio", "speed of a frame, error p95", Spread.SPEED_ERROR, 0.95));
        figures.add(told(
                "speed_bias_ratio",
                "speed, bias",
                Unit.PERCENT,
                sums -> sums.ratio(Tally.SPEED_FOUND, Tally.SPEED_TRUE) - 1));
        figures.add(told(
                "motion_right_now_ratio",
                "moving or still right at once",
                Unit.RATIO,
                sums -> sums.ratio(Tally.MOTION_RIGHT_NOW, Tally.MOTION_FRAME)));
        figures.add(told(
                "stroke_count_right_ratio",
                "sessions whose stroke count is right within 1 in 20",
                Unit.RATIO,
                sums -> sums.ratio(Tally.STROKE_SESSION_RIGHT, Tally.STROKE_SESSION)));
        figures.add(told(
                "release_recall_of_outlasted_ratio",
                "release, sensitivity where the hold goes on for 5 s",
                Unit.RATIO,
                sums -> sums.ratio(Tally.OUTLASTED_RELEASE_FOUND, Tally.OUTLASTED_RELEASE)));
        return List.copyOf(figures);
    }

    /** What is told of one kind of event: counts, precision, recall, F1, false alarms and timing. */
    public static List<Figure> of(EventKind kind) {
        String word = kind.word();
        List<Figure> figures = new ArrayList<>();
        figures.add(told(
                word + "_truth_count", "true", Unit.COUNT, sums -> sums.of(kind).truthCount()));
        figures.add(told(word + "_found_count", "found", Unit.COUNT, sums -> sums.of(kind)
                .foundCount()));
        figures.add(told(word + "_false_count", "false", Unit.COUNT, sums -> sums.of(kind)
                .falseCount()));
        figures.add(told(word + "_precision_ratio", "precision", Unit.RATIO, precision(kind)));
        figures.add(told(word + "_recall_ratio", "recall", Unit.RATIO, recall(kind)));
        figures.add(told(word + "_f1_ratio", "F1", Unit.RATIO, f1(kind)));
        figures.add(told(word + "_false_per_10_min_count", "false in 10 min", Unit.RATE, falseIn(kind, 10)));
        figures.add(told(word + "_boundary_error_ms", "mean error", Unit.MS, sums -> sums.of(kind)
                .meanBoundaryErrorMs()));
        for (Timing timing : Timing.values()) {
            Spread spread = Spread.of(kind, timing);
            String timingWord = timing.name().toLowerCase(java.util.Locale.ROOT);
            for (int percent : new int[] {50, 90, 99}) {
                figures.add(told(
                        word + "_" + timingWord + "_error_p" + percent + "_ms",
                        timingWord + " p" + percent,
                        Unit.MS,
                        sums -> sums.of(spread).percentile(percent / 100.0)));
            }
        }
        return figures;
    }

    /** Events of a kind that were found where there was none, in minutes of true contact. */
    static ToDoubleFunction<Sums> falseIn(EventKind kind, double minutes) {
        return sums -> divided(sums.of(kind).falseCount() * minutes, sums.of(Tally.CONTACT_MS) / MS_PER_MINUTE);
    }

    private static ToDoubleFunction<Sums> recall(EventKind kind) {
        return sums ->
                sums.of(kind).truthCount() == 0 ? Double.NaN : sums.of(kind).recallRatio();
    }

    private static ToDoubleFunction<Sums> precision(EventKind kind) {
        return sums ->
                sums.of(kind).foundCount() == 0 ? Double.NaN : sums.of(kind).precisionRatio();
    }

    private static ToDoubleFunction<Sums> f1(EventKind kind) {
        return sums -> sums.of(kind).truthCount() + sums.of(kind).foundCount() == 0
                ? Double.NaN
                : sums.of(kind).f1Ratio();
    }

    private static double divided(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }

    private static Figure percentile(String key, String words, Spread spread, double ratio) {
        return told(key, words, Unit.PERCENT, sums -> sums.of(spread).percentile(ratio));
    }

    private static Figure told(String key, String words, Unit unit, ToDoubleFunction<Sums> formula) {
        return figure(key, words, unit, null, formula);
    }

    private static Figure figure(
            String key, String words, Unit unit, @Nullable Target target, ToDoubleFunction<Sums> formula) {
        return new Figure(key, words, unit, target, new Figure.Formula(formula));
    }

    private static Target atLeast(double limit) {
        return new Target(limit, true);
    }

    private static Target atMost(double limit) {
        return new Target(limit, false);
    }
}
