package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.ProgressLine;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.evaluation.EventChanges;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Recomputes all events from raw frames. */
@Command(
        name = "analyse",
        description = "Recompute all events of recorded sessions from their raw frames.",
        footer = {
            "",
            "A session of the archive is decided with the calibration and settings that were recorded with it,",
            "a .rsw file with calibration.json and session.json beside it and the settings of now.",
            "--all computes every session of the archive on all cores and exits with 1 when one differs or is damaged.",
            "--settings and --compare take the profile of that name and the features from the settings folder instead."
        })
public final class AnalyseCommand implements Callable<Integer> {
    private static final int MOST_JOBS_COUNT = 256;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "FILE|ID", description = "a .rsw file or the id of a session")
    private List<String> targets = List.of();

    @Option(names = "--all", description = "all sessions of the archive: are the events the stored ones, bit for bit?")
    private boolean all;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "with --all: sessions at a time; as many as cores if left out")
    private @Nullable Integer jobCount;

    @Option(names = "--calibration", paramLabel = "F", description = "calibration for a .rsw file")
    private @Nullable Path calibrationFile;

    @Option(names = "--session", paramLabel = "F", description = "session.json for a .rsw file")
    private @Nullable Path subjectFile;

    @Option(
            names = "--settings",
            paramLabel = "NAME",
            description = "decide with this profile of config/detection and the features of the settings of now")
    private @Nullable String profile;

    @Option(
            names = "--compare",
            paramLabel = "NAME",
            description = "show what this profile makes of the events: same, moved, appeared, disappeared")
    private @Nullable String comparedProfile;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        if (all == !targets.isEmpty()) {
            throw new CommandLine.ParameterException(
                    common.commandLine(),
                    "name .rsw files or sessions, or say --all; rollscope sessions list shows them");
        }
        if (all) {
            return analyseArchive();
        }
        PrintWriter out = common.commandLine().getOut();
        List<Recomputation> results = recompute(profile);
        if (comparedProfile != null) {
            compare(out, results, recompute(comparedProfile), comparedProfile);
        } else if (common.json()) {
            out.println(JsonOutput.text(document(results)));
        } else {
            for (Recomputation result : results) {
                SessionText.print(out, result.record(), result.link(), result.summary());
                SessionText.printEvents(out, result.events());
                SessionText.printOutages(out, result.outages());
                SessionText.printClockStep(out, result.clockStepMs());
            }
        }
        out.flush();
        return 0;
    }

    private int analyseArchive() throws CommandFailure, SettingsException, ArchiveException {
        int jobs = jobCount == null ? Runtime.getRuntime().availableProcessors() : jobCount;
        if (jobs < 1 || jobs > MOST_JOBS_COUNT) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "--jobs must be 1 to " + MOST_JOBS_COUNT + ", was " + jobs);
        }
        if (profile != null && comparedProfile == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "--all holds what was recorded against itself; to see what " + profile + " makes of it: --compare "
                            + profile);
        }
        List<String> sessionIds;
        try (SessionArchive archive = common.openArchive()) {
            sessionIds = archive.sessionIds();
        }
        if (sessionIds.isEmpty()) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "there is no session in " + common.dataFolder());
        }
        var comparison = new ArchiveAnalysis.Comparison(
                profile == null ? null : settings(profile), comparedProfile == null ? null : settings(comparedProfile));
        ProgressLine progress = new ProgressLine(common.commandLine().getErr(), "sessions", sessionIds.size(), 2);
        ArchiveAnalysisOutput output = new ArchiveAnalysisOutput(
                common.commandLine().getOut(),
                progress,
                common.json(),
                profile == null ? "as recorded" : profile,
                String.valueOf(comparedProfile));
        long startNs = System.nanoTime();
        new ArchiveAnalysis(common.dataFolder(), jobs, comparison).run(sessionIds, output);
        return output.end(System.nanoTime() - startNs) ? 0 : CommandFailure.WORK_FAILED;
    }

    private List<Recomputation> recompute(@Nullable String profileName)
            throws CommandFailure, SettingsException, ArchiveException {
        List<Recomputation> results = new ArrayList<>();
        for (String target : targets) {
            results.add(
                    target.endsWith(".rsw")
                            ? fromFile(Path.of(target), profileName)
                            : fromArchive(target, profileName));
        }
        return results;
    }

    private void compare(PrintWriter out, List<Recomputation> before, List<Recomputation> after, String afterName) {
        ObjectNode list = JsonOutput.object().put("schema", "rollscope.comparison-list/1");
        ArrayNode comparisons = list.putArray("comparisons");
        for (int index = 0; index < before.size(); index++) {
            String sessionId = before.get(index).record().sessionId();
            String beforeName =
                    profile != null ? profile : targets.get(index).endsWith(".rsw") ? "settings of now" : "as recorded";
            EventChanges changes =
                    EventChanges.of(before.get(index).events(), after.get(index).events());
            comparisons.add(ComparisonOutput.document(sessionId, beforeName, afterName, changes));
            if (!common.json()) {
                ComparisonOutput.print(out, sessionId, beforeName, afterName, changes);
            }
        }
        if (common.json()) {
            out.println(JsonOutput.text(comparisons.size() == 1 ? (ObjectNode) comparisons.get(0) : list));
        }
    }

    /** One session is the document itself; several are a list of documents. */
    private static ObjectNode document(List<Recomputation> results) {
        var documents = results.stream()
                .map(result -> SessionDocument.of(
                        result.record(),
                        result.link(),
                        result.summary(),
                        result.events(),
                        result.outages(),
                        result.clockStepMs()))
                .toList();
        if (documents.size() == 1) {
            return documents.get(0);
        }
        var list = JsonOutput.object().put("schema", "rollscope.session-list/1");
        list.putArray("sessions").addAll(documents);
        return list;
    }

    private DocumentJson.AnalysisSettings settings(@Nullable String profileName) throws SettingsException {
        RollscopeSettings settings =
                LoadedSettings.load(common.configFolder(), profileName).core();
        return new DocumentJson.AnalysisSettings(settings.features(), settings.detection());
    }

    private Recomputation fromFile(Path file, @Nullable String profileName) throws CommandFailure, SettingsException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " is not there or cannot be read");
        }
        Path calibration = calibrationFile == null ? file.resolveSibling("calibration.json") : calibrationFile;
        Path subject = subjectFile == null ? file.resolveSibling("session.json") : subjectFile;
        return Recomputation.of(file, calibration, subject, settings(profileName));
    }

    private Recomputation fromArchive(String sessionId, @Nullable String profileName)
            throws CommandFailure, ArchiveException, SettingsException {
        try (SessionArchive archive = common.openArchive()) {
            Optional<StoredSession> stored = archive.session(sessionId);
            if (stored.isEmpty()) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "there is no session '" + sessionId + "' in " + common.dataFolder()
                                + "; sessions list shows all");
            }
            return Recomputation.of(archive, stored.get(), profileName == null ? null : settings(profileName));
        }
    }
}
