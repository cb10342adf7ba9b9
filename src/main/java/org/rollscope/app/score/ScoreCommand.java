package org.rollscope.app.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.source.ScenarioChoice;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.detect.EventType;
import org.rollscope.detect.ToolProfile;
import org.rollscope.evaluation.Accuracy;
import org.rollscope.evaluation.Bootstrap;
import org.rollscope.evaluation.EventKind;
import org.rollscope.evaluation.Observability;
import org.rollscope.evaluation.TrialOutcome;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.ToolKind;
import org.rollscope.simulation.PhysicalConstant;
import org.rollscope.simulation.Physics;
import org.rollscope.simulation.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

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
public final class ScoreCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

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

    @Option(
            names = "--tool",
            paramLabel = "T",
            description =
                    "roller, ball or stick: what sessions are simulated on (default: what each scenario says, a roller)")
    private @Nullable String tool;

    @Option(names = "--plain", description = "scenarios as they are: the roller of each, no confounder added")
    private boolean plain;

    @Option(
            names = "--seconds",
            paramLabel = "T",
            defaultValue = "180",
            description = "length of each session (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--observability",
            description =
                    "tell what a roller can tell at best, from the physics alone; with nothing to judge, only that")
    private boolean observability;

    @Option(
            names = "--perturb",
            description =
                    "also judge in worlds with each physical constant 30 %% smaller and larger, on the same seeds")
    private boolean perturbing;

    @Option(
            names = "--constants",
            paramLabel = "A,B",
            split = ",",
            description = "physical constants that --perturb changes (default all)")
    private List<String> constantWords = List.of();

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the whole report as a document")
    private @Nullable Path markdownFile;

    @Option(names = "--require", description = "exit with 1 when a target is missed, naming it")
    private boolean required;

    @Override
    public Integer call() throws CommandFailure, SettingsException {
        if (observability && simulateCount == null && folders.isEmpty()) {
            return tellObservability();
        }
        RollscopeSettings settings = LoadedSettings.load(common.configFolder()).core();
        var analysisSettings = new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
        TrialWorld world = perturbing ? TrialWorld.USUAL.keepingCalibrations() : TrialWorld.USUAL;
        List<PhysicalConstant> constants = constants();
        List<TrialOutcome> outcomes = outcomes(world, analysisSettings);
        Accuracy accuracy = new Accuracy(outcomes, Bootstrap.DEFAULT_DRAW_COUNT, judged(outcomes));
        PerturbationTables perturbed = constants.isEmpty()
                ? null
                : new PerturbationTables(new PerturbedWorlds(series(), analysisSettings, processorCount())
                        .visit(world, accuracy, constants, common.commandLine().getErr()));
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(document(accuracy, perturbed)));
        } else {
            print(out, accuracy, perturbed);
        }
        out.flush();
        if (markdownFile != null) {
            write(
                    markdownFile,
                    new AccuracyPage(accuracy, best(), perturbed)
                            .text(command(), seeds(), LocalDate.now(ZoneOffset.UTC)));
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

    /** What is perturbed; nothing unless asked for. */
    private List<PhysicalConstant> constants() throws CommandFailure {
        if (!perturbing && constantWords.isEmpty()) {
            return List.of();
        }
        if (!perturbing || simulateCount == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--constants needs --perturb, and --perturb needs --simulate N");
        }
        List<PhysicalConstant> all = List.of(PhysicalConstant.values());
        for (String word : constantWords) {
            if (all.stream().noneMatch(constant -> constant.word().equals(word))) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "no physical constant is called '" + word + "'; known are "
                                + all.stream().map(PhysicalConstant::word).collect(Collectors.joining(", ")));
            }
        }
        return constantWords.isEmpty()
                ? all
                : all.stream()
                        .filter(constant -> constantWords.contains(constant.word()))
                        .toList();
    }

    private List<TrialOutcome> outcomes(TrialWorld world, DocumentJson.AnalysisSettings settings)
            throws CommandFailure {
        if ((simulateCount == null) == folders.isEmpty()) {
            throw new ParameterException(
                    common.commandLine(),
                    "score needs either folders that 'simulate' wrote, or --simulate N, or --observability alone");
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
        return series().run(
                        world, settings, processorCount(), common.commandLine().getErr());
    }

    /** Kinds of events that exist on a tool of some session. */
    private static Set<EventKind> judged(List<TrialOutcome> outcomes) {
        Set<EventKind> judged = EnumSet.noneOf(EventKind.class);
        for (TrialOutcome outcome : outcomes) {
            String layout = outcome.groups().get("layout");
            PadGeometry geometry = PadGeometry.all().stream()
                    .filter(known -> known.name().equals(layout))
                    .findFirst()
                    .orElse(PadGeometry.REFERENCE);
            ToolProfile profile = ToolProfile.of(geometry.geometryId());
            for (EventKind kind : EventKind.values()) {
                if (profile.has(EventType.ofWord(kind.word()))) {
                    judged.add(kind);
                }
            }
        }
        return judged;
    }

    private @Nullable ToolKind tool() throws CommandFailure {
        String word = tool;
        if (word == null) {
            return null;
        }
        if (simulateCount == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "--tool needs --simulate N: a recorded session says itself what made it");
        }
        try {
            return ToolKind.ofWord(word);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--tool: " + unknown.getMessage(), unknown);
        }
    }

    private TrialSeries series() throws CommandFailure {
        List<String> words = scenarios.isEmpty()
                ? Scenario.all().stream().map(Scenario::word).toList()
                : scenarios;
        return new TrialSeries(tool(), words, simulateCount == null ? 0 : simulateCount, fromSeed, seconds, !plain);
    }

    private static int processorCount() {
        return Runtime.getRuntime().availableProcessors();
    }

    private ObjectNode document(Accuracy accuracy, @Nullable PerturbationTables perturbed) {
        ObjectNode document = AccuracyWords.score(accuracy);
        if (observability) {
            document.set("observability", best().document());
        }
        if (perturbed != null) {
            document.set("perturbed", perturbed.document());
        }
        return document;
    }

    private void print(PrintWriter out, Accuracy accuracy, @Nullable PerturbationTables perturbed) {
        if (observability) {
            out.println(best().aligned());
        }
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
        if (perturbed != null) {
            out.println(perturbed.aligned());
        }
    }

    /** What is to be known before any detector: no session, no settings. */
    private int tellObservability() throws CommandFailure {
        PrintWriter out = common.commandLine().getOut();
        out.println(common.json() ? JsonOutput.text(best().document()) : best().aligned());
        out.flush();
        if (markdownFile != null) {
            write(markdownFile, best().markdown());
        }
        return 0;
    }

    private static ObservabilityTables best() {
        return new ObservabilityTables(Observability.table(Physics.USUAL));
    }

    private String command() {
        return "./rollscope score --simulate " + simulateCount + " --from-seed " + fromSeed
                + (tool == null ? "" : " --tool " + tool)
                + (scenarios.isEmpty() ? "" : " --scenario " + String.join(",", scenarios)) + (plain ? " --plain" : "")
                + " --seconds " + seconds
                + (perturbing ? " --perturb" : "")
                + (constantWords.isEmpty() ? "" : " --constants " + String.join(",", constantWords))
                + " --markdown " + markdownFile;
    }

    private String seeds() {
        return simulateCount == null
                ? folders.size() + " recorded sessions"
                : String.format(Locale.ROOT, "seeds %d to %d", fromSeed, fromSeed + simulateCount - 1);
    }

    private static void write(Path file, String text) throws CommandFailure {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
