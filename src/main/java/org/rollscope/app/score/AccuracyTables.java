package org.rollscope.app.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.EventKind;
import org.rollscope.evaluation.Figure;
import org.rollscope.evaluation.Figures;
import org.rollscope.evaluation.Interval;

/** The tables of an accuracy, as rows of cells with the head first; printed in a terminal or in a document. */
final class AccuracyTables {
    private final Accuracy accuracy;

    AccuracyTables(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    /** What was asked for, and whether it holds. */
    List<List<String>> targets() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "target", "measured", "95 % interval", "verdict"));
        for (Accuracy.Reading reading : accuracy.targets()) {
            rows.add(List.of(
                    reading.figure().words(),
                    AccuracyWords.target(reading.figure()),
                    value(reading),
                    AccuracyWords.interval(reading.figure(), reading.interval()),
                    AccuracyWords.verdict(reading)));
        }
        return rows;
    }

    /** What is only told. */
    List<List<String>> others() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "measured", "95 % interval"));
        for (Figure figure : Figures.OTHERS) {
            accuracy.reading(figure.key())
                    .ifPresent(reading -> rows.add(List.of(
                            figure.words(), value(reading), AccuracyWords.interval(figure, reading.interval()))));
        }
        return rows;
    }

    /** One row for each kind of event. */
    List<List<String>> events() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("event"));
        Figures.of(EventKind.HOLD).forEach(figure -> head.add(figure.words()));
        rows.add(head);
        for (EventKind kind : EventKind.values()) {
            List<String> row = new ArrayList<>(List.of(kind.word()));
            for (Figure figure : Figures.of(kind)) {
                row.add(accuracy.reading(figure.key())
                        .map(reading ->
                                AccuracyWords.value(figure, reading.interval().value()))
                        .orElse("-"));
            }
            rows.add(row);
        }
        return rows;
    }

    /** For every way to group the sessions a table with a column for each group. */
    Map<String, List<List<String>>> groups() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        accuracy.groups().forEach((dimension, words) -> tables.put(dimension, group(words)));
        return tables;
    }

    private static List<List<String>> group(Map<String, List<Accuracy.Reading>> words) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("figure"));
        head.addAll(words.keySet());
        rows.add(head);
        for (int figureIndex = 0; figureIndex < Figures.TARGETS.size(); figureIndex++) {
            List<String> row =
                    new ArrayList<>(List.of(Figures.TARGETS.get(figureIndex).words()));
            for (List<Accuracy.Reading> readings : words.values()) {
                row.add(cell(readings.get(figureIndex)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Accuracy.Reading reading) {
        Interval interval = reading.interval();
        if (!interval.isKnown()) {
            return "-";
        }
        String text = value(reading) + " (" + AccuracyWords.interval(reading.figure(), interval) + ")";
        return reading.isMissed() ? text + " missed" : text;
    }

    private static String value(Accuracy.Reading reading) {
        return AccuracyWords.value(reading.figure(), reading.interval().value());
    }

    /** Rows with aligned columns, the first to the left and the others to the right. */
    static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Rows as a table of a Markdown document. */
    static String markdown(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int rowIndex = 0; rowIndex < rows.size(); rowIndex++) {
            text.append("| ").append(String.join(" | ", rows.get(rowIndex))).append(" |\n");
            if (rowIndex == 0) {
                text.append("|").append(" --- |".repeat(rows.get(0).size())).append('\n');
            }
        }
        return text.toString();
    }
}
