package org.rollscope.app.sessions;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.ProgressLine;
import org.rollscope.app.shell.SoftwareVersion;
import org.rollscope.export.DuckDb;
import org.rollscope.export.ExportException;
import org.rollscope.export.ParquetCache;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the archive in SQL. */
@Command(
        name = "sql",
        description = "Ask all recorded sessions in SQL, with DuckDB over Parquet files in the data folder.",
        footer = {
            "",
            "Tables: sessions, events, spans (what each hold, stroke and other event amounted to), samples and raw (a row for each",
            "frame). All but sessions have a column session_id. Columns: rollscope sql \"describe samples\"",
            "",
            "How much each muscle got, by week:",
            "  rollscope sql \"select date_trunc('week', started_at::timestamp) as week, muscle, side,",
            "    sum(pressure_time_kpa_s) as dose_kpa_s from sessions group by all order by all\"",
            "How long it takes until tissue lets go, in holds near the ceiling:",
            "  rollscope sql \"select count(*), median(release_after_ms) from spans where type = 'hold' and ceiling_share_ratio > 0.8\"",
            "Seconds over 40 kPa of each session, as CSV:",
            "  rollscope sql --format csv \"select session_id, count(*) / any_value(rate_hz) as seconds from samples",
            "    join sessions using (session_id) where samples.mean_pressure_kpa > 40 group by session_id\"",
            "",
            "DuckDB is not shipped: its jar is larger than all of this. The first question writes each session as Parquet, later ones only",
            "what is new. Queries read these files and nothing else."
        })
public final class SqlCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(paramLabel = "QUERY", description = "one SELECT")
    private String query = "";

    @Option(names = "--format", paramLabel = "F", description = "table, csv or json", defaultValue = "table")
    private String format = "table";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "rows that are shown at most, 0 for all (default 1000)",
            defaultValue = "1000")
    private long limitCount;

    @Option(
            names = "--duckdb",
            paramLabel = "JAR",
            description = "DuckDB's JDBC driver; else looked for in lib of the data folder")
    private @Nullable Path jar;

    @Override
    public Integer call() throws CommandFailure, ArchiveException {
        QueryOutput output = output();
        if (limitCount < 0) {
            throw new CommandFailure(CommandFailure.WRONG_USAGE, "--limit must be 0 or more, was " + limitCount);
        }
        try {
            DuckDb.Engine duckDb = find();
            Path cache = ParquetCache.folder(common.dataFolder());
            boolean more;
            // Held until the answer is there: nobody may take away files that are being read.
            try (ParquetCache files = ParquetCache.open(common.dataFolder())) {
                refresh(files);
                if (files.isEmpty()) {
                    throw new CommandFailure(
                            CommandFailure.WORK_FAILED, "there is no session to ask in " + common.dataFolder());
                }
                try (DuckDb engine = DuckDb.open(duckDb, cache)) {
                    more = engine.ask(query, limitCount, output);
                }
            }
            output.end(more);
            if (more) {
                say("only the first " + limitCount + " rows are shown; --limit 0 shows all");
            }
            return 0;
        } catch (ExportException refused) {
            throw new CommandFailure(CommandFailure.WORK_FAILED, String.valueOf(refused.getMessage()), refused);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    ParquetCache.folder(common.dataFolder()) + " cannot be written: " + failed.getMessage(),
                    failed);
        }
    }

    private QueryOutput output() throws CommandFailure {
        PrintWriter out = common.commandLine().getOut();
        return switch (common.json() ? "json" : format.toLowerCase(Locale.ROOT)) {
            case "table" -> new QueryOutput.TextTable(out);
            case "csv" -> new QueryOutput.Csv(out);
            case "json" -> new QueryOutput.Json(out);
            default ->
                throw new CommandFailure(
                        CommandFailure.WRONG_USAGE,
                        "there is no format '" + format + "'; --format is table, csv or json");
        };
    }

    private DuckDb.Engine find() throws CommandFailure, ExportException {
        Path place = common.dataFolder().resolve("lib");
        List<Path> places = new ArrayList<>(List.of(place));
        String home = System.getProperty("rollscope.home");
        if (home != null) {
            places.add(Path.of(home, "lib"));
        }
        return DuckDb.find(jar, places)
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "this needs DuckDB, which is not shipped: put duckdb_jdbc-" + DuckDb.VERSION
                                + ".jar (80 MB, from https://repo1.maven.org/maven2/org/duckdb/duckdb_jdbc/"
                                + DuckDb.VERSION + "/) into " + place + ", or name it with --duckdb JAR"));
    }

    /** Writes what is new or has changed, and removes what is no more. */
    private void refresh(ParquetCache files) throws ArchiveException, CommandFailure, IOException {
        ArchiveFiles recordings = ArchiveFiles.of(common.dataFolder());
        try (SessionArchive archive = common.openArchive()) {
            List<String> sessionIds = archive.sessionIds();
            files.keepOnly(sessionIds);
            ProgressLine progress =
                    new ProgressLine(common.commandLine().getErr(), "sessions as Parquet", sessionIds.size(), 2);
            boolean written = false;
            for (String sessionId : sessionIds) {
                try {
                    written |= refresh(files, archive, recordings, sessionId);
                } catch (ArchiveException | CommandFailure | IllegalArgumentException damaged) {
                    files.drop(sessionId);
                    progress.clear();
                    say("session " + sessionId + " is left out: " + damaged.getMessage());
                }
                // Nothing to tell as long as all is there already.
                progress.advance(written);
            }
            progress.end();
        }
    }

    private boolean refresh(ParquetCache files, SessionArchive archive, ArchiveFiles recordings, String sessionId)
            throws ArchiveException, CommandFailure, IOException {
        StoredSession stored = archive.session(sessionId).orElse(null);
        if (stored == null) {
            return false;
        }
        if (stored.closed() == null && recordings.isRecording(sessionId)) {
            files.drop(sessionId);
            say("session " + sessionId + " is left out: it is being recorded");
            return false;
        }
        String mark = mark(stored);
        if (files.has(sessionId, mark)) {
            return false;
        }
        files.put(ArchivedSession.of(archive, stored, stored.record().athleteId()), SoftwareVersion.current(), mark);
        return true;
    }

    /** All that a session's files are made from, but the frames, of which a session only gets more. */
    private static String mark(StoredSession stored) {
        return String.join(
                "\n",
                SoftwareVersion.current(),
                stored.record().toString(),
                String.valueOf(stored.closed()),
                Long.toString(stored.frameCount()),
                Integer.toHexString(stored.events().hashCode()),
                Integer.toHexString(stored.outages().hashCode()),
                Integer.toHexString(stored.documents().hashCode()));
    }

    private void say(String words) {
        PrintWriter err = common.commandLine().getErr();
        err.println("rollscope: " + words);
        err.flush();
    }
}
