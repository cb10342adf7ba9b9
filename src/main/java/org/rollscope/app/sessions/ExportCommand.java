package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.ProgressLine;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.export.ExportException;
import org.rollscope.export.ExportFormat;
import org.rollscope.export.ExportJob;
import org.rollscope.export.ExportTexts;
import org.rollscope.export.ExportedSession;
import org.rollscope.export.Exporter;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes recorded sessions as files for others. */
@Command(
        name = "export",
        description = "Write recorded sessions as files that another lab can open, check and recompute.",
        footer = {
            "",
            "Beside the data lie what each column is, calibration, settings, losses and SHA256SUMS. Athletes have pseudonyms,",
            "the same in every export from one data folder. The folder appears when all is written."
        })
public final class ExportCommand implements Callable<Integer> {
    /** Ten minutes at 100 Hz. */
    private static final long FEW_FRAMES_COUNT = 60_000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "sessions; sessions list names them")
    private List<String> sessionIds = List.of();

    @Option(names = "--all", description = "all sessions of the data folder")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "F",
            split = ",",
            required = true,
            completionCandidates = FormatWords.class,
            description = "one of ${COMPLETION-CANDIDATES}; several with commas")
    private List<String> formatWords = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to make")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--title", paramLabel = "TEXT", description = "title of the data set")
    private String title = "Foam rolling sessions";

    @Option(names = "--author", paramLabel = "NAME", description = "an author; may stand several times")
    private List<String> authors = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "a word on the data set")
    private String note = "";

    @Option(names = "--keep-athlete-ids", description = "athletes keep their ids")
    private boolean keepAthleteIds;

    @Option(
            names = "--without-notes",
            description = "leave out what the athletes of these sessions noted about soreness and range of motion")
    private boolean withoutNotes;

    @Override
    public Integer call() throws CommandFailure, ArchiveException {
        List<ExportFormat> formats = formats();
        if (all == !sessionIds.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE, "name the sessions, or say --all; rollscope sessions list shows them");
        }
        ProgressLine progress;
        int sessionCount;
        try (SessionArchive archive = common.openArchive()) {
            List<StoredSession> stored = stored(archive);
            AthleteNotes.Naming naming = naming();
            List<ExportedSession> sessions = sessions(archive, stored, naming);
            sessionCount = sessions.size();
            long frameCount =
                    sessions.stream().mapToLong(ExportedSession::frameCount).sum() * formats.size();
            progress = new ProgressLine(common.commandLine().getErr(), "frames", frameCount, FEW_FRAMES_COUNT);
            ExportTexts texts = new ExportTexts(title, authors, note);
            Exporter.export(
                    new ExportJob(
                            sessions,
                            withoutNotes ? List.of() : AthleteNotes.of(common.dataFolder(), stored, naming),
                            texts,
                            SoftwareVersion.current(),
                            progress::advance),
                    formats,
                    out);
            new ExportLog(common.dataFolder())
                    .note(out, sessions.stream().map(ExportedSession::sessionId).toList());
        } catch (ExportException refused) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, String.valueOf(refused.getMessage()), refused);
        }
        progress.end();
        say(sessionCount, formats);
        return 0;
    }

    private List<ExportFormat> formats() throws CommandFailure {
        List<ExportFormat> formats = new ArrayList<>();
        for (String word : new LinkedHashSet<>(formatWords)) {
            formats.add(Exporter.FORMATS.stream()
                    .filter(format -> format.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WRONG_USAGE,
                            "there is no format '" + word + "'; --format is one of " + words())));
        }
        return formats;
    }

    private static String words() {
        return Exporter.FORMATS.stream().map(ExportFormat::word).collect(Collectors.joining(", "));
    }

    private AthleteNotes.Naming naming() throws CommandFailure {
        return keepAthleteIds ? athleteId -> athleteId : Pseudonyms.of(common.dataFolder())::of;
    }

    private List<ExportedSession> sessions(
            SessionArchive archive, List<StoredSession> chosen, AthleteNotes.Naming naming)
            throws CommandFailure, ArchiveException {
        List<ExportedSession> sessions = new ArrayList<>();
        for (StoredSession stored : chosen) {
            sessions.add(new SessionNotes(common.dataFolder())
                    .with(ArchivedSession.of(
                            archive, stored, naming.of(stored.record().athleteId()))));
        }
        return sessions;
    }

    private List<StoredSession> stored(SessionArchive archive) throws CommandFailure, ArchiveException {
        List<StoredSession> found = new ArrayList<>(all ? archive.sessions() : List.of());
        for (String sessionId : new LinkedHashSet<>(sessionIds)) {
            found.add(archive.session(sessionId)
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WORK_FAILED,
                            "there is no session '" + sessionId + "' in " + common.dataFolder()
                                    + "; sessions list shows all")));
        }
        if (found.isEmpty()) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "there is no session in " + common.dataFolder());
        }
        return found;
    }

    private void say(int sessionCount, List<ExportFormat> formats) {
        PrintWriter console = common.commandLine().getOut();
        if (common.json()) {
            ObjectNode document = JsonOutput.object()
                    .put("schema", "rollscope.export/1")
                    .put("folder", out.toString())
                    .put("session_count", sessionCount);
            ArrayNode words = document.putArray("formats");
            formats.forEach(format -> words.add(format.word()));
            console.println(JsonOutput.text(document));
        } else {
            console.println(
                    (sessionCount == 1 ? "1 session" : sessionCount + " sessions") + " written to " + out + " as "
                            + formats.stream().map(ExportFormat::word).collect(Collectors.joining(", "))
                            + ", with what each column is and SHA256SUMS");
        }
        console.flush();
    }

    /** All formats, for the help. */
    private static final class FormatWords extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        FormatWords() {
            Exporter.FORMATS.forEach(format -> add(format.word()));
        }
    }
}
