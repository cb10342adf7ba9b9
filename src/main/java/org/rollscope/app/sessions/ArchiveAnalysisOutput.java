package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.app.shell.ProgressLine;

/** Says what came of each session of an archive, and of all together. */
final class ArchiveAnalysisOutput implements ArchiveAnalysis.Listener {
    private final PrintWriter out;
    private final ProgressLine progress;
    private final @Nullable ObjectNode document;
    private final ArrayNode rows = JsonOutput.JSON.createArrayNode();
    private final String beforeName;
    private final String afterName;
    private final Map<ArchiveAnalysis.Kind, Integer> counts = new EnumMap<>(ArchiveAnalysis.Kind.class);
    private long frameCount;

    /**
     * Nothing is said yet.
     *
     * @param out where lines or the document go.
     * @param progress taken away before each line.
     * @param json whether one document is wanted.
     * @param beforeName of the settings that decide.
     * @param afterName of those that are compared.
     */
    ArchiveAnalysisOutput(PrintWriter out, ProgressLine progress, boolean json, String beforeName, String afterName) {
        this.out = out;
        this.progress = progress;
        this.document = json ? JsonOutput.object().put("schema", "rollscope.archive-analysis/1") : null;
        this.beforeName = beforeName;
        this.afterName = afterName;
    }

    @Override
    public void done(ArchiveAnalysis.Result result) {
        counts.merge(result.kind(), 1, Integer::sum);
        frameCount += result.frameCount();
        if (document == null) {
            progress.clear();
            print(result);
            out.flush();
        } else {
            rows.add(row(result));
        }
        progress.advance();
    }

    private void print(ArchiveAnalysis.Result result) {
        boolean compared = result.changes() != null;
        if (!compared || result.kind() == ArchiveAnalysis.Kind.DIFFERENT) {
            String words = result.reason().isEmpty() ? result.eventCount() + " events" : result.reason();
            out.printf("%-10s %s: %s%n", result.kind().word(), result.sessionId(), words);
        }
        if (result.changes() != null) {
            ComparisonOutput.print(out, result.sessionId(), beforeName, afterName, result.changes());
        }
    }

    private ObjectNode row(ArchiveAnalysis.Result result) {
        ObjectNode row = JsonOutput.object()
                .put("session_id", result.sessionId())
                .put("outcome", result.kind().word())
                .put("frame_count", result.frameCount())
                .put("event_count", result.eventCount())
                .put("reason", result.reason());
        if (result.changes() != null) {
            row.set(
                    "comparison",
                    ComparisonOutput.document(result.sessionId(), beforeName, afterName, result.changes()));
        }
        return row;
    }

    /**
     * Says what came of all.
     *
     * @return whether all could be computed and none differs.
     */
    boolean end(long wallNs) {
        progress.end();
        int sessionCount = counts.values().stream().mapToInt(Integer::intValue).sum();
        double wallS = wallNs / 1e9;
        if (document == null) {
            out.printf(
                    Locale.ROOT,
                    "%d sessions, %d frames in %.1f s: %d the same bit for bit, %d cut off and the same as far as stored,"
                            + " %d different, %d failed%n",
                    sessionCount,
                    frameCount,
                    wallS,
                    count(ArchiveAnalysis.Kind.SAME),
                    count(ArchiveAnalysis.Kind.CUT_OFF),
                    count(ArchiveAnalysis.Kind.DIFFERENT),
                    count(ArchiveAnalysis.Kind.FAILED));
        } else {
            document.put("session_count", sessionCount).put("frame_count", frameCount);
            for (ArchiveAnalysis.Kind kind : ArchiveAnalysis.Kind.values()) {
                document.put(kind.word() + "_count", count(kind));
            }
            document.set("sessions", rows);
            out.println(JsonOutput.text(document));
        }
        out.flush();
        return count(ArchiveAnalysis.Kind.DIFFERENT) + count(ArchiveAnalysis.Kind.FAILED) == 0;
    }

    private int count(ArchiveAnalysis.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
