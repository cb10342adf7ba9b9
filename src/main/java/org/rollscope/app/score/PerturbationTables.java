package org.rollscope.app.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.evaluation.Figure;
import org.rollscope.evaluation.Perturbation;

/** How figures move with each physical constant, as rows of cells, as a part of a document and as JSON. */
final class PerturbationTables {
    private static final String WORDS = """
            ## With other physics

            The same sessions in worlds where one physical constant is 30 % smaller or larger, and detectors and settings stay as they are.
            Differences to the usual world; LOST where a target holds there and is missed here. Few sessions: small moves are chance,
            and a constant also draws other people.

            """;

    private final List<Perturbation> perturbations;

    PerturbationTables(List<Perturbation> perturbations) {
        this.perturbations = perturbations;
    }

    /** What the numbered columns are, with their value in the usual world. */
    List<List<String>> figures() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "column", "target", "usual world"));
        int column = 1;
        for (Perturbation.Move move : perturbations.get(0).moves()) {
            Figure figure = move.usual().figure();
            rows.add(List.of(
                    figure.words(),
                    "" + column++,
                    AccuracyWords.target(figure),
                    AccuracyWords.value(figure, move.usual().interval().value())));
        }
        return rows;
    }

    /** A row for each world. */
    List<List<String>> moves() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("constant", "times"));
        for (int column = 1; column <= perturbations.get(0).moves().size(); column++) {
            head.add("" + column);
        }
        head.add("lost");
        rows.add(head);
        for (Perturbation perturbation : perturbations) {
            List<String> row = new ArrayList<>(List.of(
                    perturbation.constant().word(), String.format(Locale.ROOT, "%.1f", perturbation.factorRatio())));
            perturbation.moves().forEach(move -> row.add(cell(move)));
            long lostCount = perturbation.moves().stream()
                    .filter(Perturbation.Move::isLost)
                    .count();
            row.add(lostCount == 0 ? "" : "" + lostCount);
            rows.add(row);
        }
        return rows;
    }

    private static String cell(Perturbation.Move move) {
        double difference = move.difference();
        if (Double.isNaN(difference)) {
            return "-";
        }
        String sign = difference > 0 ? "+" : "";
        String text =
                difference == 0 ? "0" : sign + AccuracyWords.value(move.usual().figure(), difference);
        return move.isLost() ? text + " LOST" : text;
    }

    /** A part of a Markdown document. */
    String markdown() {
        return WORDS + AccuracyTables.markdown(figures()) + "\n" + AccuracyTables.markdown(moves());
    }

    /** For a terminal. */
    String aligned() {
        return "with other physics: differences to the usual world\n"
                + AccuracyTables.aligned(figures())
                + "\n"
                + AccuracyTables.aligned(moves());
    }

    /** All of it as JSON. */
    ArrayNode document() {
        ArrayNode worlds = JsonOutput.array();
        for (Perturbation perturbation : perturbations) {
            ObjectNode world = worlds.addObject()
                    .put("constant", perturbation.constant().word())
                    .put("factor_ratio", perturbation.factorRatio());
            ObjectNode figures = world.putObject("figures");
            for (Perturbation.Move move : perturbation.moves()) {
                ObjectNode figure = figures.putObject(move.usual().figure().key());
                double difference = move.difference();
                figure.put("difference", Double.isNaN(difference) ? null : (Double) difference);
                figure.put("lost", move.isLost());
            }
        }
        return worlds;
    }
}
