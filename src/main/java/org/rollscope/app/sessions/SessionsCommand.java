package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CalibrationAge;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.MetricsBuilder;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, shows and checks recorded sessions. */
@Command(
        name = "sessions",
        description = "List, show, check, delete, copy and take back recorded sessions.",
        subcommands = {
            SessionsSidesCommand.class,
            SessionsDeleteCommand.class,
            SessionsPruneCommand.class,
            SessionsBackupCommand.class,
            SessionsRestoreCommand.class
        })
public final class SessionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter STARTED_AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Override
    public Integer call() {
        common.commandLine().usage(common.commandLine().getErr());
        return CommandFailure.WRONG_USAGE;
    }

    @Command(name = "list", description = "List all sessions in the order of their recording.")
    int list(@Mixin CommonOptions options) throws ArchiveException {
        PrintWriter out = common.commandLine().getOut();
        try (SessionArchive archive = options.openArchive()) {
            List<StoredSession> sessions = archive.sessions();
            if (options.json()) {
                ObjectNode document = JsonOutput.object().put("schema", "rollscope.sessions/1");
                var rows = document.putArray("sessions");
                sessions.forEach(stored -> rows.add(row(stored)));
                out.println(JsonOutput.text(document));
            } else if (sessions.isEmpty()) {
                out.println("no sessions in " + options.dataFolder() + "; rollscope demo records one");
            } else {
                out.printf(
                        "%-36s %-17s %-12s %-20s %9s %6s%n",
                        "session", "started, UTC", "athlete", "muscle", "frames", "time");
                ArchiveFiles files = ArchiveFiles.of(options.dataFolder());
                sessions.forEach(stored -> line(out, stored, files));
            }
        }
        out.flush();
        return 0;
    }

    private static ObjectNode row(StoredSession stored) {
        ObjectNode row = JsonOutput.object();
        SessionDocument.head(row, stored.record());
        StoredSession.Closed closed = stored.closed();
        row.put("frame_count", stored.frameCount())
                .put("complete", closed != null)
                .put("clock_step_ms", stored.clockStepMs());
        if (closed == null) {
            row.putNull("duration_ms");
        } else {
            row.put("duration_ms", closed.summary().durationMs());
        }
        return row;
    }

    private static void line(PrintWriter out, StoredSession stored, ArchiveFiles files) {
        StoredSession.Closed closed = stored.closed();
        out.printf(
                "%-36s %-17s %-12s %-20s %9d %6s%n",
                stored.record().sessionId(),
                STARTED_AT.format(stored.record().startedAt()),
                stored.record().athleteId(),
                stored.record().side().word() + " " + stored.record().muscle().word(),
                stored.frameCount(),
                closed != null
                        ? SessionText.clock(closed.summary().durationMs())
                        : files.isRecording(stored.record().sessionId()) ? "runs" : "cut");
    }

    @Command(name = "show", description = "Show one session with its events.")
    int show(
            @Mixin CommonOptions options,
            @Option(
                            names = "--metrics",
                            description = "also what the session and each hold and stroke amounted to, from its frames")
                    boolean metrics,
            @Parameters(paramLabel = "ID", description = "id of the session") String id)
            throws ArchiveException, CommandFailure {
        PrintWriter out = common.commandLine().getOut();
        try (SessionArchive archive = options.openArchive()) {
            StoredSession stored = archive.session(id)
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WORK_FAILED,
                            "there is no session '" + id + "' in " + options.dataFolder()
                                    + "; sessions list shows all"));
            StoredSession.Closed closed = stored.closed();
            LinkCounters link = closed == null ? new LinkCounters(stored.frameCount(), 0, 0, 0, 0) : closed.link();
            MetricsBuilder.Result measured =
                    metrics ? SessionMeasurement.of(archive, stored, stored.events(), link) : null;
            if (options.json()) {
                ObjectNode document = SessionDocument.of(
                        stored.record(),
                        link,
                        closed == null ? null : closed.summary(),
                        stored.events(),
                        stored.outages(),
                        stored.clockStepMs());
                if (measured != null) {
                    SessionMeasurement.put(document, measured);
                }
                out.println(JsonOutput.text(document));
            } else if (closed == null) {
                out.println("session " + id + " was cut off; its " + stored.frameCount()
                        + " frames are there: rollscope analyse " + id + " computes its events");
                SessionText.printOutages(out, stored.outages());
            } else {
                SessionText.print(out, stored.record(), link, closed.summary());
                out.println("calibration  " + CalibrationAge.line(stored));
                SessionText.printEvents(out, stored.events());
                SessionText.printOutages(out, stored.outages());
                SessionText.printClockStep(out, stored.clockStepMs());
                if (measured != null) {
                    SessionMeasurement.print(out, measured);
                }
            }
        }
        out.flush();
        return 0;
    }

    private static String counted(int problemCount) {
        return problemCount == 1 ? "1 problem" : problemCount + " problems";
    }

    @Command(name = "verify", description = "Check every block of every session.")
    int verify(@Mixin CommonOptions options) throws ArchiveException {
        PrintWriter out = common.commandLine().getOut();
        PrintWriter err = common.commandLine().getErr();
        try (SessionArchive archive = options.openArchive()) {
            SessionArchive.Verification found = archive.verify(count -> err.println(count + " blocks checked"));
            if (options.json()) {
                ObjectNode document = JsonOutput.object()
                        .put("schema", "rollscope.verification/1")
                        .put("session_count", found.sessionCount())
                        .put("block_count", found.blockCount())
                        .put("frame_count", found.frameCount());
                var problems = document.putArray("problems");
                found.problems().forEach(problems::add);
                out.println(JsonOutput.text(document));
            } else {
                found.problems().forEach(out::println);
                out.println(found.sessionCount() + " sessions, " + found.blockCount() + " blocks, "
                        + found.frameCount() + " frames, "
                        + (found.problems().isEmpty()
                                ? "all sound"
                                : counted(found.problems().size())));
            }
            out.flush();
            return found.problems().isEmpty() ? 0 : CommandFailure.WORK_FAILED;
        }
    }
}
