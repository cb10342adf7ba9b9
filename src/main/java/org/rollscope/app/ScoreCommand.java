package org.rollscope.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.evaluation.EventScore;
import org.rollscope.evaluation.EventScorer;
import org.rollscope.evaluation.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the detectors against the truth of simulated sessions. */
@Command(
        name = "score",
        description = "Score the detectors against the truth of simulated sessions.",
        footer = {
            "",
            "Holds, rolls, strokes and contacts count as found when both boundaries are within 0.5 s, the contract's",
            "tolerance; overpressure when an alarm touches the true event."
        })
final class ScoreCommand implements Callable<Integer> {
    private static final long TOLERANCE_MS = 500;
    private static final List<String> TYPES = List.of("contact", "hold", "roll", "stroke", "overpressure");

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "folders that rollscope simulate wrote")
    private List<Path> folders = List.of();

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        RollscopeSettings settings = LoadedSettings.load(common.configFolder()).core();
        var analysisSettings = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        Map<String, EventScore> scores = new LinkedHashMap<>();
        TYPES.forEach(type -> scores.put(type, EventScore.NONE));
        long durationMs = 0;
        for (Path folder : folders) {
            durationMs += score(folder, analysisSettings, scores);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(scores, durationMs)));
        } else {
            print(out, scores, durationMs);
        }
        out.flush();
        return 0;
    }

    private static long score(Path folder, DocumentJson.AnalysisSettings settings, Map<String, EventScore> scores)
            throws CommandFailure {
        JsonNode truth;
        try {
            truth = JsonOutput.JSON.readTree(Files.readString(folder.resolve("truth.json")));
        } catch (IOException missing) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, folder + " holds no readable truth.json", missing);
        }
        Recomputation found = Recomputation.of(
                folder.resolve("session.rsw"),
                folder.resolve("calibration.json"),
                folder.resolve("session.json"),
                settings);
        EventScorer scorer = new EventScorer(TOLERANCE_MS);
        for (String type : TYPES) {
            List<Span> real = truthSpans(truth, type);
            List<Span> seen = foundSpans(found.events(), type);
            EventScore score = type.equals("overpressure") ? scorer.alarms(real, seen) : scorer.boundaries(real, seen);
            scores.merge(type, score, EventScore::plus);
        }
        return found.summary().durationMs();
    }

    private static List<Span> truthSpans(JsonNode truth, String type) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode event : truth.path("events")) {
            if (event.path("type").asText().equals(type)) {
                spans.add(new Span(
                        event.path("start_ms").asLong(), event.path("end_ms").asLong()));
            }
        }
        return spans;
    }

    private static List<Span> foundSpans(List<RollerEvent> events, String type) {
        List<Span> spans = new ArrayList<>();
        for (RollerEvent event : events) {
            if (event.phase() != EventPhase.OPEN && event.type().word().equals(type)) {
                spans.add(new Span(event.startUs() / 1000, event.endUs() / 1000));
            }
        }
        return spans;
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode document(
            Map<String, EventScore> scores, long durationMs) {
        var document = JsonOutput.object().put("schema", "rollscope.score/1").put("duration_ms", durationMs);
        var types = document.putObject("types");
        scores.forEach((type, score) -> types.putObject(type)
                .put("truth_count", score.truthCount())
                .put("found_count", score.foundCount())
                .put("false_count", score.falseCount())
                .put("precision_ratio", score.precisionRatio())
                .put("recall_ratio", score.recallRatio())
                .put("f1_ratio", score.f1Ratio())
                .put("boundary_error_ms", score.meanBoundaryErrorMs()));
        return document;
    }

    private static void print(PrintWriter out, Map<String, EventScore> scores, long durationMs) {
        out.printf(
                "%-13s %6s %6s %6s %10s %7s %6s %9s%n",
                "event", "true", "found", "false", "precision", "recall", "F1", "error");
        scores.forEach((type, score) -> out.printf(
                Locale.ROOT,
                "%-13s %6d %6d %6d %10.3f %7.3f %6.3f %6.0f ms%n",
                type,
                score.truthCount(),
                score.foundCount(),
                score.falseCount(),
                score.precisionRatio(),
                score.recallRatio(),
                score.f1Ratio(),
                score.meanBoundaryErrorMs()));
        double minutes = durationMs / 60_000.0;
        double falsePer10Min = minutes == 0
                ? 0
                : scores.getOrDefault("overpressure", EventScore.NONE).falseCount() * 10 / minutes;
        out.printf(Locale.ROOT, "%.1f minutes; %.2f false overpressure alarms in 10 minutes%n", minutes, falsePer10Min);
    }
}
