package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import org.rollscope.store.SqliteSessionArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes recordings and sessions from elsewhere into the archive. */
@Command(
        name = "import",
        description = "Take recordings (.rsw) and the sessions of other archives into this one.",
        footer = {
            "",
            "rollscope import monday.rsw --started-at 2026-11-02T18:30:00+01:00",
            "rollscope import /media/stick/rollscope --rename athlete-1=anna",
            "",
            "A recording needs calibration.json and session.json beside it, or named by",
            "options. What is there already is left as it is. Archives of older versions",
            "are read; none of the files is changed."
        })
public final class ImportCommand implements Callable<Integer> {
    private static final String RECORDING_SUFFIX = ".rsw";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "a .rsw file, an archive or a backup of one, or a data folder")
    private List<Path> sources = List.of();

    @Option(
            names = "--started-at",
            paramLabel = "TIME",
            description = "when a recording began, as 2026-11-02T18:30:00+01:00 (default: by the time of its file)")
    private @Nullable String startedAt;

    @Option(names = "--calibration", paramLabel = "F", description = "calibration of a recording")
    private @Nullable Path calibrationFile;

    @Option(names = "--session", paramLabel = "F", description = "session.json of a recording: who rolled what")
    private @Nullable Path subjectFile;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "athletes of another archive have other names here; may stand several times")
    private Map<String, String> renamed = new LinkedHashMap<>();

    private final List<String> importedIds = new ArrayList<>();
    private final List<String> presentIds = new ArrayList<>();

    @Override
    public Integer call() throws CommandFailure, SettingsException, ArchiveException {
        refuseOddNames();
        for (Path source : sources) {
            if (source.toString().endsWith(RECORDING_SUFFIX)) {
                takeRecording(source);
            } else {
                takeArchive(source);
            }
        }
        summarise();
        return 0;
    }

    private void refuseOddNames() throws CommandFailure {
        for (String name : renamed.values()) {
            if (!name.matches("[a-z0-9-]{1,32}")) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "--rename: '" + name + "' is no name of an athlete; names are 1 to 32 of a-z, 0-9 and -");
            }
        }
    }

    private void takeArchive(Path source) throws CommandFailure, ArchiveException {
        Path file = Files.isDirectory(source) ? source.resolve(SqliteSessionArchive.FILE_NAME) : source;
        if (!Files.isReadable(file)) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    file + " is not there or cannot be read; a source is a .rsw file, an archive, or a data folder");
        }
        ArchiveFiles.Restoration done = ArchiveFiles.of(common.dataFolder()).restore(file, renamed);
        importedIds.addAll(done.restoredIds());
        presentIds.addAll(done.presentIds());
        done.restoredIds().forEach(id -> say("imported " + id + " from " + file));
        done.presentIds().forEach(id -> say("left as it is, there already: " + id));
    }

    private void takeRecording(Path file) throws CommandFailure, SettingsException, ArchiveException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " is not there or cannot be read");
        }
        RecordingFile recording = RecordingFile.look(file);
        RollerCalibration calibration = Recomputation.parsed(
                calibrationFile == null ? file.resolveSibling("calibration.json") : calibrationFile,
                DocumentJson::readCalibration);
        Subject subject = Recomputation.parsed(
                subjectFile == null ? file.resolveSibling("session.json") : subjectFile, Subject::ofJson);
        RollscopeSettings settings = LoadedSettings.load(common.configFolder()).core();
        RecordingImport wanted = new RecordingImport(
                recording,
                start(recording),
                calibration,
                subject,
                new DocumentJson.AnalysisSettings(settings.features(), settings.detection()),
                new SystemHostClock());
        take(wanted);
    }

    private void take(RecordingImport wanted) throws CommandFailure, ArchiveException {
        Path file = wanted.recording().file();
        String sessionId;
        try (SessionArchive archive = common.openArchive()) {
            Optional<StoredSession> present = wanted.present(archive);
            if (present.isPresent()) {
                presentIds.add(present.get().record().sessionId());
                say("left as it is, there already: " + present.get().record().sessionId());
                return;
            }
            sessionId = wanted.into(archive);
        }
        try (SessionArchive archive = common.openArchive()) {
            long keptCount =
                    archive.session(sessionId).map(StoredSession::frameCount).orElse(0L);
            if (keptCount != wanted.recording().frameCount()) {
                throw new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "of " + wanted.recording().frameCount() + " frames of " + file + " only " + keptCount
                                + " could be kept; look at the disk of " + common.dataFolder() + ", then: rollscope"
                                + " sessions delete " + sessionId + ", and import again");
            }
        }
        importedIds.add(sessionId);
        say("imported " + sessionId + " from " + file + ": "
                + wanted.recording().frameCount() + " frames, began " + wanted.startedAt()
                + (startedAt == null ? " by the time of the file" : ""));
    }

    /** The file was written to until the last frame, if nobody copied it since. */
    private Instant start(RecordingFile recording) throws CommandFailure {
        String given = startedAt;
        if (given != null) {
            try {
                return OffsetDateTime.parse(given).toInstant();
            } catch (DateTimeException wrong) {
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "--started-at: '" + given + "' is no time with an offset, as 2026-11-02T18:30:00+01:00 or"
                                + " 2026-11-02T17:30:00Z",
                        wrong);
            }
        }
        try {
            return Files.getLastModifiedTime(recording.file())
                    .toInstant()
                    .minus(recording.durationUs(), ChronoUnit.MICROS)
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the time of " + recording.file() + " cannot be read; give it with --started-at",
                    unreadable);
        }
    }

    private void say(String line) {
        if (!common.json()) {
            PrintWriter out = common.commandLine().getOut();
            out.println(line);
            out.flush();
        }
    }

    private void summarise() {
        say(importedIds.size() + (importedIds.size() == 1 ? " session" : " sessions") + " imported, "
                + presentIds.size() + " were there already");
        if (common.json()) {
            ObjectNode document = JsonOutput.object().put("schema", "rollscope.import/1");
            ArrayNode imported = document.putArray("imported_session_ids");
            importedIds.forEach(imported::add);
            ArrayNode present = document.putArray("present_session_ids");
            presentIds.forEach(present::add);
            PrintWriter out = common.commandLine().getOut();
            out.println(JsonOutput.text(document));
            out.flush();
        }
    }
}
