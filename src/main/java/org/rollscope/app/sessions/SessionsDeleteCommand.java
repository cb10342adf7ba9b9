package org.rollscope.app.sessions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.export.ParquetCache;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a session, after a question, and keeps a copy that can be taken back. */
@Command(name = "delete", description = "Delete one session; a copy is kept that sessions restore takes back.")
final class SessionsDeleteCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "id of the session")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String sessionId;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--forever", description = "keep no copy; nobody can take the session back")
    private boolean forever;

    @Override
    public Integer call() throws ArchiveException, CommandFailure {
        StoredSession stored = found();
        ArchiveFiles files = ArchiveFiles.of(common.dataFolder());
        if (stored.closed() == null && files.isRecording(sessionId)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    "session " + sessionId + " is being recorded; end it first, or wait until it has ended");
        }
        confirm(stored);
        Path kept = forever ? null : files.keepDeleted(sessionId);
        forgetTables();
        files.delete(sessionId);
        if (forever) {
            new SessionNotes(common.dataFolder()).forgetSessions(List.of(sessionId));
        }
        say(stored, kept);
        return 0;
    }

    private void forgetTables() throws CommandFailure {
        try {
            ParquetCache.forget(common.dataFolder(), sessionId);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the session's tables for sql cannot be removed, it was not deleted: " + failed.getMessage(),
                    failed);
        }
    }

    private StoredSession found() throws ArchiveException, CommandFailure {
        try (SessionArchive archive = common.openArchive()) {
            return archive.session(sessionId)
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WORK_FAILED,
                            "there is no session '" + sessionId + "' in " + common.dataFolder()
                                    + "; sessions list shows all"));
        }
    }

    private void confirm(StoredSession stored) throws CommandFailure {
        if (yes) {
            return;
        }
        PrintWriter err = common.commandLine().getErr();
        err.println(SessionText.oneLine(stored));
        err.print(
                forever
                        ? "Delete it forever? There is no way back. [y/N] "
                        : "Delete it? A copy stays in " + common.dataFolder().resolve(ArchiveFiles.DELETED_FOLDER_NAME)
                                + ". [y/N] ");
        err.flush();
        String answer = answer();
        if (answer == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "nobody answered, nothing was deleted; --yes deletes without a question");
        }
        if (!answer.strip().equalsIgnoreCase("y")) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "nothing was deleted");
        }
    }

    private static @Nullable String answer() throws CommandFailure {
        try {
            return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        } catch (IOException failed) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, "no answer came; nothing was deleted", failed);
        }
    }

    private void say(StoredSession stored, @Nullable Path kept) {
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(JsonOutput.object()
                    .put("schema", "rollscope.session-deletion/1")
                    .put("session_id", sessionId)
                    .put("frame_count", stored.frameCount())
                    .put("kept_in", kept == null ? null : kept.toString())));
        } else {
            out.println("deleted " + SessionText.oneLine(stored));
            out.println(
                    kept == null
                            ? "no copy was kept"
                            : "a copy is in " + kept + "; take it back: rollscope sessions restore " + kept);
        }
        out.flush();
    }
}
