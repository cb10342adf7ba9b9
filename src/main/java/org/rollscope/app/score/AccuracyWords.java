package org.rollscope.app.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.EventKind;
import org.rollscope.evaluation.Figure;
import org.rollscope.evaluation.Interval;

/** Says an accuracy as people and programs read it. */
final class AccuracyWords {
    private AccuracyWords() {}

    /** A value as people read it. */
    static String value(Figure figure, double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return switch (figure.unit()) {
            case RATIO -> String.format(Locale.ROOT, "%.3f", value);
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case MS -> String.format(Locale.ROOT, "%.0f ms", value);
            case ANGLE -> String.format(Locale.ROOT, "%.2f deg", Math.toDegrees(value));
            case RATE -> String.format(Locale.ROOT, "%.2f", value);
            case COUNT -> String.format(Locale.ROOT, "%.0f", value);
        };
    }

    /** An interval as people read it. */
    static String interval(Figure figure, Interval interval) {
        return Double.isNaN(interval.low())
                ? "-"
                : value(figure, interval.low()) + " to " + value(figure, interval.high());
    }

    /** A target as people read it; empty without one. */
    static String target(Figure figure) {
        Figure.Target target = figure.target();
        return target == null ? "" : (target.atLeast() ? "at least " : "at most ") + value(figure, target.limit());
    }

    /** Whether a target is reached. */
    static String verdict(Accuracy.Reading reading) {
        if (reading.figure().target() == null) {
            return "";
        }
        if (!reading.interval().isKnown()) {
            return "not measured";
        }
        return reading.isMissed() ? "missed" : "holds";
    }

    /** The document of {@code score --json}. */
    static ObjectNode score(Accuracy accuracy) {
        ObjectNode document = JsonOutput.object().put("schema", "rollscope.score/1");
        document.put("duration_ms", Math.round(value(accuracy, "hours_count") * 3_600_000));
        ObjectNode types = document.putObject("types");
        for (EventKind kind : EventKind.values()) {
            String word = kind.word();
            ObjectNode type = types.putObject(word);
            for (String count : List.of("truth_count", "found_count", "false_count")) {
                type.put(count, Math.round(value(accuracy, word + "_" + count)));
            }
            // Nothing to find and nothing found is no mistake.
            for (String ratio : List.of("precision_ratio", "recall_ratio", "f1_ratio")) {
                double measured = value(accuracy, word + "_" + ratio);
                type.put(ratio, Double.isNaN(measured) ? 1 : measured);
            }
            double errorMs = value(accuracy, word + "_boundary_error_ms");
            type.put("boundary_error_ms", Double.isNaN(errorMs) ? 0 : errorMs);
        }
        document.set("accuracy", document(accuracy));
        return document;
    }

    private static double value(Accuracy accuracy, String key) {
        return accuracy.reading(key).map(reading -> reading.interval().value()).orElse(Double.NaN);
    }

    /** All of it as JSON. */
    static ObjectNode document(Accuracy accuracy) {
        ObjectNode document = JsonOutput.object();
        put(document.putObject("figures"), accuracy.readings());
        ObjectNode groups = document.putObject("groups");
        for (Map.Entry<String, Map<String, List<Accuracy.Reading>>> dimension :
                accuracy.groups().entrySet()) {
            ObjectNode words = groups.putObject(dimension.getKey());
            dimension.getValue().forEach((word, readings) -> put(words.putObject(word), readings));
        }
        return document;
    }

    private static void put(ObjectNode node, List<Accuracy.Reading> readings) {
        for (Accuracy.Reading reading : readings) {
            Interval interval = reading.interval();
            ObjectNode one = node.putObject(reading.figure().key());
            one.put("value", known(interval.value()));
            one.put("low", known(interval.low()));
            one.put("high", known(interval.high()));
            Figure.Target target = reading.figure().target();
            if (target != null) {
                one.put(target.atLeast() ? "at_least" : "at_most", target.limit());
                one.put("verdict", verdict(reading));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
