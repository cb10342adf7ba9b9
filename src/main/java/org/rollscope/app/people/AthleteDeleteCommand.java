package org.rollscope.app.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.sessions.ExportLog;
import org.rollscope.app.sessions.SessionNotes;
import org.rollscope.app.sessions.WrittenExports;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.config.AthleteFolder;
import org.rollscope.config.ProgrammeFolder;
import org.rollscope.config.SettingsException;
import org.rollscope.config.TeamFolder;
import org.rollscope.export.ParquetCache;
import org.rollscope.programme.team.SharingLog;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes everything of a person: profile, answers, plans, sessions, kept copies and exports; there is no way back. */
@Command(
        name = "delete",
        description = "Delete an athlete with all sessions, kept copies and exports in the data folder, for ever.",
        footer = {
            "",
            "Exports and reports are found where they were written. What was moved or copied since, and",
            "backups, are not: delete those yourself."
        })
final class AthleteDeleteCommand implements Callable<Integer> {
    private static final String EXPORTS = "exports";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "athlete")
    private String athleteId = "";

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(
            names = "--shared-exports",
            paramLabel = "delete|keep",
            description = "what to do with exports that hold sessions of others too")
    private @Nullable SharedExports sharedExports;

    /** What becomes of exports that hold sessions of others too. */
    private enum SharedExports {
        DELETE,
        KEEP
    }

    @Override
    public Integer call() throws CommandFailure, ArchiveException {
        AthleteFolder folder = new AthleteFolder(common.dataFolder());
        ProgrammeFolder programme = new ProgrammeFolder(common.dataFolder());
        boolean known = athleteId.matches("[a-z0-9-]{1,32}")
                && (Files.exists(folder.file(athleteId)) || Files.exists(programme.folder(athleteId)));
        ArchiveFiles files = ArchiveFiles.of(common.dataFolder());
        List<String> sessionIds = sessionIds(files);
        if (!known && sessionIds.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "there is no athlete '" + athleteId + "' in " + common.dataFolder() + ", and no session of one");
        }
        WrittenExports exports = new WrittenExports(new ExportLog(common.dataFolder()), sessionIds);
        askAboutShared(exports.shared());
        confirm(sessionIds.size());
        try {
            WrittenExports.Deletion elsewhere = exports.delete(sharedExports == SharedExports.DELETE);
            int exportCount = elsewhere.deletedCount();
            for (String sessionId : sessionIds) {
                exportCount += deleteExports(sessionId);
                ParquetCache.forget(common.dataFolder(), sessionId);
                files.delete(sessionId);
            }
            new SessionNotes(common.dataFolder()).forgetAthlete(athleteId);
            int copyCount = files.forgetDeleted(athleteId);
            List<String> shared = takeBack(programme);
            boolean answers = programme.delete(athleteId);
            boolean profile = folder.delete(athleteId);
            say(profile, answers, sessionIds.size(), copyCount, exportCount);
            PrintWriter err = common.commandLine().getErr();
            elsewhere.leftover().forEach(err::println);
            shared.forEach(err::println);
            err.flush();
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "not everything could be deleted: " + failed.getMessage() + "; run the command again",
                    failed);
        }
        return 0;
    }

    private List<String> sessionIds(ArchiveFiles files) throws ArchiveException, CommandFailure {
        try (SessionArchive archive = common.openArchive()) {
            List<StoredSession> theirs = archive.sessions().stream()
                    .filter(stored -> stored.record().athleteId().equals(athleteId))
                    .toList();
            for (StoredSession stored : theirs) {
                if (stored.closed() == null && files.isRecording(stored.record().sessionId())) {
                    throw new CommandFailure(
                            CommandFailure.WORK_FAILED,
                            "session " + stored.record().sessionId()
                                    + " is being recorded; end it first, nothing was deleted");
                }
            }
            return theirs.stream().map(stored -> stored.record().sessionId()).toList();
        }
    }

    private void askAboutShared(List<Path> shared) throws CommandFailure {
        if (!shared.isEmpty() && sharedExports == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "these exports hold sessions of others too: "
                            + shared.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + "; say --shared-exports delete or keep, nothing was deleted");
        }
    }

    /** Removes what was shared with a coach from the folders to which it went; says of each what became of it. */
    private List<String> takeBack(ProgrammeFolder programme) {
        List<String> said = new ArrayList<>();
        try {
            if (!ProgrammeFolder.isAthleteId(athleteId)) {
                return said;
            }
            for (SharingLog.Place place : programme.sharing(athleteId).places()) {
                Path folder = Path.of(place.folder());
                try {
                    said.add(
                            Files.isDirectory(folder)
                                    ? new TeamFolder(folder).takeBack(athleteId) + " shared files removed from "
                                            + folder
                                    : "plans were shared in " + folder
                                            + ", which cannot be reached: delete them there");
                } catch (IOException failed) {
                    said.add("plans were shared in " + folder + " and cannot be deleted there: " + failed.getMessage());
                }
            }
        } catch (SettingsException damaged) {
            said.add("nobody knows where plans were shared: " + damaged.getMessage());
        }
        return said;
    }

    /** Deletes what lies in the exports folder under a session's name. */
    private int deleteExports(String sessionId) throws IOException {
        Path exports = common.dataFolder().resolve(EXPORTS);
        if (!Files.isDirectory(exports)) {
            return 0;
        }
        int deletedCount = 0;
        try (Stream<Path> entries = Files.list(exports)) {
            for (Path entry : entries.filter(one -> one.getFileName().toString().contains(sessionId))
                    .toList()) {
                try (Stream<Path> inside = Files.walk(entry)) {
                    for (Path part : inside.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(part);
                    }
                }
                deletedCount++;
            }
        }
        return deletedCount;
    }

    private void confirm(int sessionCount) throws CommandFailure {
        if (yes) {
            return;
        }
        PrintWriter err = common.commandLine().getErr();
        err.print("Delete athlete '" + athleteId + "' with " + sessionCount
                + " sessions for ever? There is no way back. [y/N] ");
        err.flush();
        String answer;
        try {
            answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        } catch (IOException failed) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "no answer came; nothing was deleted", failed);
        }
        if (answer == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "nobody answered, nothing was deleted; --yes deletes without a question");
        }
        if (!answer.strip().equalsIgnoreCase("y")) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "nothing was deleted");
        }
    }

    private void say(boolean profile, boolean answers, int sessionCount, int copyCount, int exportCount) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(JsonOutput.object()
                    .put("schema", "rollscope.athlete-deletion/1")
                    .put("athlete_id", athleteId)
                    .put("profile", profile)
                    .put("answers_and_plans", answers)
                    .put("session_count", sessionCount)
                    .put("copy_count", copyCount)
                    .put("export_count", exportCount)));
        } else {
            out.println("deleted athlete " + athleteId + ": " + (profile ? "the profile" : "no profile") + ", "
                    + (answers ? "answers and plans, " : "")
                    + sessionCount + " sessions, " + copyCount + " kept copies, " + exportCount + " exports");
        }
        out.flush();
    }
}
