package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.export.ReportEffect;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page about a session for athlete and coach. */
@Command(
        name = "report",
        description = "Write one page about a session, for athlete and coach.",
        footer = {
            "",
            "HTML needs nothing else: open it in a browser. PDF is PDF/A-2b, with its fonts inside: for print and for keeping.",
            "Of an athlete with more sessions it also shows whether the programme works, up to the day of this one."
        })
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "ID", description = "the session; sessions list names them")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String sessionId;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "file to write, FILE.pdf or FILE.html")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(names = "--note", paramLabel = "TEXT", description = "a word that stands on the page, as the exercise")
    private String note = "";

    @Option(names = "--force", description = "replace the file where it exists")
    private boolean force;

    @Override
    public Integer call() throws CommandFailure, ArchiveException {
        if (!SessionReport.isPdf(out) && !out.toString().endsWith(".html")) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--out must end in .pdf or .html, was " + out);
        }
        if (!force && Files.exists(out)) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED, out + " exists; --force replaces it, or choose another --out");
        }
        try (SessionArchive archive = common.openArchive()) {
            StoredSession stored = archive.session(sessionId)
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WORK_FAILED,
                            "there is no session '" + sessionId + "' in " + common.dataFolder()
                                    + "; sessions list shows all"));
            Optional<ReportEffect> effect =
                    new SessionEffect(common.dataFolder(), common.configFolder()).of(archive, stored);
            SessionReport.write(SessionReport.page(archive, stored, effect, note), out, force);
            new ExportLog(common.dataFolder()).note(out, List.of(sessionId));
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, out + " cannot be written: " + failed.getMessage(), failed);
        }
        if (common.json()) {
            common.commandLine()
                    .getOut()
                    .println(JsonOutput.text(JsonOutput.object()
                            .put("schema", "rollscope.report/1")
                            .put("file", out.toString())));
        } else {
            common.commandLine().getOut().println("report on " + sessionId + " written to " + out);
        }
        common.commandLine().getOut().flush();
        return 0;
    }
}
