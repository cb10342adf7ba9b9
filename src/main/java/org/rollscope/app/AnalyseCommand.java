package org.rollscope.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes all events from raw frames. */
@Command(
        name = "analyse",
        description = "Recompute all events of recorded sessions from their raw frames.",
        footer = {
            "",
            "A session of the archive is decided with the calibration and settings that were recorded with it,",
            "a .rsw file with calibration.json and session.json beside it and the settings of now."
        })
final class AnalyseCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE|ID", description = "a .rsw file or the id of a session")
    private List<String> targets = List.of();

    @Option(names = "--calibration", paramLabel = "F", description = "calibration for a .rsw file")
    private @Nullable Path calibrationFile;

    @Option(names = "--session", paramLabel = "F", description = "session.json for a .rsw file")
    private @Nullable Path subjectFile;

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        List<Recomputation> results = new ArrayList<>();
        for (String target : targets) {
            results.add(target.endsWith(".rsw") ? fromFile(Path.of(target)) : fromArchive(target));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
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

    /** One session is the document itself; several are a list of documents. */
    private static com.fasterxml.jackson.databind.node.ObjectNode document(List<Recomputation> results) {
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

    private Recomputation fromFile(Path file) throws CommandFailure, SettingsException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " is not there or cannot be read");
        }
        RollscopeSettings settings = LoadedSettings.load(common.configFolder()).core();
        Path calibration = calibrationFile == null ? file.resolveSibling("calibration.json") : calibrationFile;
        Path subject = subjectFile == null ? file.resolveSibling("session.json") : subjectFile;
        return Recomputation.of(
                file,
                calibration,
                subject,
                new DocumentJson.AnalysisSettings(settings.features(), settings.detection()));
    }

    private Recomputation fromArchive(String sessionId) throws CommandFailure, ArchiveException {
        try (SessionArchive archive = common.openArchive()) {
            Optional<StoredSession> stored = archive.session(sessionId);
            if (stored.isEmpty()) {
                throw new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "there is no session '" + sessionId + "' in " + common.dataFolder()
                                + "; sessions list shows all");
            }
            return Recomputation.of(archive, stored.get());
        }
    }
}
