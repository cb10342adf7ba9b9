package org.rollscope.app.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.session.ArchiveException;
import org.rollscope.store.SqliteFleetArchive;
import org.rollscope.telemetry.FleetArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Folds the files of several recorders into one. */
@Command(
        name = "merge",
        description =
                "Add what the files of other recorders have to the fleet.db of the data folder; nothing is overwritten.")
final class CollectMergeCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "fleet.db of another recorder; it may be running")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws ArchiveException {
        PrintWriter out = common.commandLine().getOut();
        try (SqliteFleetArchive archive = SqliteFleetArchive.openToMerge(common.dataFolder())) {
            ObjectNode document = JsonOutput.object().put("schema", "rollscope.collect-merge/1");
            ArrayNode rows = document.putArray("files");
            for (Path file : files) {
                FleetArchive.Kept kept = archive.merge(file);
                rows.add(JsonOutput.object()
                        .put("file", file.toString())
                        .put("new_event_count", kept.eventCount())
                        .put("new_summary_count", kept.summaryCount())
                        .put("known_count", kept.knownCount()));
                if (!common.json()) {
                    out.println(file + ": " + CollectCommand.both(kept) + " new, " + kept.knownCount() + " known");
                    out.flush();
                }
            }
            FleetArchive.Kept total = archive.total();
            if (common.json()) {
                document.put("file", archive.file().toString())
                        .put("event_count", total.eventCount())
                        .put("summary_count", total.summaryCount());
                out.println(JsonOutput.text(document));
            } else {
                out.println(archive.file() + " holds " + CollectCommand.both(total));
            }
            out.flush();
            return 0;
        }
    }
}
