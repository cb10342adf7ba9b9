package org.rollscope.app.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.evaluation.Span;
import org.rollscope.evaluation.TruthFrame;

/** Reads what {@code simulate} wrote about what is true. */
final class TruthRows {
    /** Columns before those of the pads. */
    private static final int FIRST_PAD_INDEX = 10;

    private TruthRows() {}

    /** The frames of a {@code truth-frames.csv}. */
    static List<TruthFrame> read(Path file, int padCount) throws CommandFailure {
        List<TruthFrame> frames = new ArrayList<>();
        try (BufferedReader rows = Files.newBufferedReader(file)) {
            String row = rows.readLine();
            for (row = rows.readLine(); row != null; row = rows.readLine()) {
                frames.add(frame(row.split(",", -1), padCount));
            }
        } catch (IOException missing) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " cannot be read", missing);
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + ": line " + (frames.size() + 2) + " is not one that rollscope simulate wrote for " + padCount
                            + " pads; simulate the session anew",
                    damaged);
        }
        return frames;
    }

    private static TruthFrame frame(String[] cells, int padCount) {
        if (cells.length != FIRST_PAD_INDEX + padCount) {
            throw new IllegalArgumentException("a row has " + cells.length + " cells");
        }
        double[] padForceN = new double[padCount];
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            padForceN[padIndex] = Double.parseDouble(cells[FIRST_PAD_INDEX + padIndex]);
        }
        TruthFrame frame = new TruthFrame(padCount);
        frame.state(Long.parseLong(cells[0]) / 1000, cells[9].equals("1"), cells[1].equals("handling"));
        frame.load(Double.parseDouble(cells[2]), Double.parseDouble(cells[4]), padForceN);
        frame.motion(Double.parseDouble(cells[6]), Double.parseDouble(cells[7]));
        return frame;
    }

    /** The events of a {@code truth.json}, by type. */
    static Map<String, List<Span>> spans(JsonNode truth) {
        Map<String, List<Span>> spans = new TreeMap<>();
        for (JsonNode event : truth.path("events")) {
            spans.computeIfAbsent(event.path("type").asText(), type -> new ArrayList<>())
                    .add(new Span(
                            event.path("start_ms").asLong(),
                            event.path("end_ms").asLong()));
        }
        return spans;
    }
}
