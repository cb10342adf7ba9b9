package org.rollscope.app.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.sessions.Recomputation;
import org.rollscope.app.sessions.RecordingFile;
import org.rollscope.app.sessions.RecordingImport;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.RollscopeSettings;
import org.rollscope.config.SettingsException;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.store.SqliteSessionArchive;

/**
 * Recordings that were opened to be looked at: each is taken into an archive of its own in a temporary folder, by the same way as an
 * import, so that all that can be done with a session can be done with it. The folders go with {@link #close}, and with the
 * program at the latest. <b>Threads.</b> Any.
 */
final class OpenedFiles implements AutoCloseable {
    private final Path configFolder;
    private final Map<String, Opened> bySessionId = new LinkedHashMap<>();

    /** None yet. */
    OpenedFiles(Path configFolder) {
        this.configFolder = configFolder;
    }

    /**
     * One of them.
     *
     * @param file where it was read from.
     * @param folder temporary data folder.
     */
    record Opened(Path file, Path folder) {}

    /** Takes one; gives the id of its session. */
    synchronized String open(Path file) throws CommandFailure, ArchiveException {
        if (!Files.isReadable(file)) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, file + " is not there or cannot be read");
        }
        RecordingFile recording = RecordingFile.look(file);
        RollerCalibration calibration =
                Recomputation.parsed(file.resolveSibling("calibration.json"), DocumentJson::readCalibration);
        Subject subject = Recomputation.parsed(file.resolveSibling("session.json"), Subject::ofJson);
        try {
            RollscopeSettings settings = LoadedSettings.load(configFolder).core();
            Instant startedAt = Files.getLastModifiedTime(file)
                    .toInstant()
                    .minus(recording.durationUs(), ChronoUnit.MICROS)
                    .truncatedTo(ChronoUnit.MILLIS);
            RecordingImport wanted = new RecordingImport(
                    recording,
                    startedAt,
                    calibration,
                    subject,
                    new DocumentJson.AnalysisSettings(settings.features(), settings.detection()),
                    new SystemHostClock());
            Path folder = Files.createTempDirectory("rollscope-review-");
            String sessionId;
            try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
                sessionId = wanted.into(archive);
            }
            if (bySessionId.isEmpty()) {
                // a window that is closed ends the program before the library's thread is through
                Runtime.getRuntime().addShutdownHook(new Thread(this::close, "opened-files"));
            }
            Opened before = bySessionId.put(sessionId, new Opened(file, folder));
            if (before != null) {
                remove(before.folder());
            }
            return sessionId;
        } catch (SettingsException wrong) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, file + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    synchronized List<String> sessionIds() {
        return List.copyOf(bySessionId.keySet());
    }

    @Nullable
    synchronized Opened of(String sessionId) {
        return bySessionId.get(sessionId);
    }

    @Override
    public synchronized void close() {
        bySessionId.values().forEach(opened -> remove(opened.folder()));
        bySessionId.clear();
    }

    private static void remove(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            // the system empties its temporary folder
        }
    }
}
