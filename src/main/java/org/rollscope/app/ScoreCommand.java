package org.rollscope.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.Bootstrap;
import org.rollscope.evaluation.EventKind;
import org.rollscope.evaluation.TrialOutcome;
import org.rollscope.simulation.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges measuring and detecting against the truth of simulated sessions. */
@Command(
        name = "score",
        description = "Judge measuring and detecting against the truth of simulated sessions.",
        footer = {
            "",
            "Either folders that 'simulate' wrote, or sessions simulated on the spot: round by round of the scenarios with",
            "another hardness, batch of pads, layout and confounder. Seeds under 1000 are for development: what is reported",
            "comes from seeds that nobody has tuned on.",
            "",
            "Holds, rolls, strokes and contacts count as found when both boundaries are within 0.5 s, the contract's",
            "tolerance; overpressure and guarding when an alarm touches the true event; a release when its onset is within",
            "5 s. The exit code is 0 also when a target is missed, unless --require is given."
        })
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "folders that rollscope simulate wrote")
    private List<Path> folders = List.of();

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description = "simulate so many sessions instead of reading folders")
    private @Nullable Integer simulateCount;

    @Option(
            names = "--from-seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "seed of the first session, each has the next (default ${DEFAULT-VALUE})")
    private long fromSeed;

    @Option(
            names = "--scenario",
            paramLabel = "A,B",
            split = ",",
            completionCandidates = ScenarioChoice.Names.class,
            description = "scenarios by turns (default all built-in ones): " + ScenarioChoice.HELP)
    private List<String> scenarios = List.of();

    @Option(names = "--plain", description = "scenarios as they are: the roller of each, no confounder added")
    private boolean plain;

    @Option(
            names = "--seconds",
            paramLabel = "T",
            defaultValue = "180",
            description = "length of each session (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the whole report as a document")
    private @Nullable Path markdownFile;

    @Option(names = "--require", description = "exit with 1 when a target is missed, naming it")
    private boolean required;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        RollscopeSettings settings = LoadedSettings.load(common.configFolder()).core();
        var analysisSettings = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        List<TrialOutcome> outcomes = outcomes(analysisSettings);
        Accuracy accuracy = new Accuracy(outcomes, Bootstrap.DEFAULT_DRAW_COUNT);
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(accuracy)));
        } else {
            print(out, accuracy);
        }
        out.flush();
        if (markdownFile != null) {
            write(markdownFile, accuracy);
        }
        if (required && !accuracy.missed().isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "missed: "
                            + accuracy.missed().stream()
                                    .map(reading -> reading.figure().words())
                                    .collect(Collectors.joining("; ")));
        }
        return 0;
    }

    private List<TrialOutcome> outcomes(DocumentJson.AnalysisSettings settings) throws CommandFailure {
        if ((simulateCount == null) == folders.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "score needs either folders that 'simulate' wrote or --simulate N");
        }
        if (simulateCount == null) {
            List<TrialOutcome> outcomes = new ArrayList<>();
            for (Path folder : folders) {
                outcomes.add(Trial.of(folder, settings));
            }
            return outcomes;
        }
        if (simulateCount < 1) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--simulate must be 1 or more, was " + simulateCount);
        }
        List<String> words = scenarios.isEmpty()
                ? Scenario.all().stream().map(Scenario::word).toList()
                : scenarios;
        return new TrialSeries(words, simulateCount, fromSeed, seconds, !plain)
                .run(
                        settings,
                        Runtime.getRuntime().availableProcessors(),
                        spec.commandLine().getErr());
    }

    private static ObjectNode document(Accuracy accuracy) {
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
                double value = value(accuracy, word + "_" + ratio);
                type.put(ratio, Double.isNaN(value) ? 1 : value);
            }
            double errorMs = value(accuracy, word + "_boundary_error_ms");
            type.put("boundary_error_ms", Double.isNaN(errorMs) ? 0 : errorMs);
        }
        document.set("accuracy", AccuracyWords.document(accuracy));
        return document;
    }

    private static double value(Accuracy accuracy, String key) {
        return accuracy.reading(key).map(reading -> reading.interval().value()).orElse(Double.NaN);
    }

    private static void print(PrintWriter out, Accuracy accuracy) {
        AccuracyTables tables = new AccuracyTables(accuracy);
        out.println(AccuracyTables.aligned(tables.targets()));
        out.println(AccuracyTables.aligned(tables.events()));
        out.println(AccuracyTables.aligned(tables.others()));
        tables.groups().forEach((dimension, rows) -> {
            if (rows.get(0).size() > 2) { // more than one group
                out.println("by " + dimension.replace('_', ' '));
                out.println(AccuracyTables.aligned(rows));
            }
        });
    }

    private void write(Path file, Accuracy accuracy) throws CommandFailure {
        String command = "./rollscope score --simulate " + simulateCount + " --from-seed " + fromSeed
                + (scenarios.isEmpty() ? "" : " --scenario " + String.join(",", scenarios)) + (plain ? " --plain" : "")
                + " --seconds " + seconds
                + " --markdown " + file;
        String seeds = simulateCount == null
                ? folders.size() + " recorded sessions"
                : String.format(Locale.ROOT, "seeds %d to %d", fromSeed, fromSeed + simulateCount - 1);
        try {
            Files.writeString(file, new AccuracyPage(accuracy).text(command, seeds, LocalDate.now(ZoneOffset.UTC)));
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
