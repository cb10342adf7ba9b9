package org.rollscope.app.sessions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.evaluation.EventChanges;

/** Says what other settings make of a recorded session. */
final class ComparisonOutput {
    private ComparisonOutput() {}

    static void print(PrintWriter out, String sessionId, String before, String after, EventChanges changes) {
        out.printf("session %s: %s against %s%n", sessionId, before, after);
        out.printf("%-13s %6s %6s %9s %12s%n", "event", "same", "moved", "appeared", "disappeared");
        for (EventType type : EventType.values()) {
            long[] counts = new long[EventChanges.Kind.values().length];
            long sumCount = 0;
            int at = 0;
            for (EventChanges.Kind kind : EventChanges.Kind.values()) {
                counts[at] = changes.count(type, kind);
                sumCount += counts[at++];
            }
            if (sumCount > 0) {
                out.printf("%-13s %6d %6d %9d %12d%n", type.word(), counts[0], counts[1], counts[2], counts[3]);
            }
        }
        for (EventChanges.Change change : changes.changes()) {
            if (change.kind() != EventChanges.Kind.SAME) {
                out.printf(
                        Locale.ROOT,
                        "%-12s %-13s %s -> %s%n",
                        change.kind().word(),
                        change.event().type().word(),
                        span(change.before()),
                        span(change.after()));
            }
        }
        out.println();
    }

    private static String span(@Nullable RollerEvent event) {
        return event == null
                ? "none"
                : String.format(Locale.ROOT, "%.2f..%.2f s", event.startUs() / 1e6, event.endUs() / 1e6);
    }

    static ObjectNode document(String sessionId, String before, String after, EventChanges changes) {
        ObjectNode document = JsonOutput.object()
                .put("schema", "rollscope.comparison/1")
                .put("session_id", sessionId)
                .put("before", before)
                .put("after", after);
        ObjectNode types = document.putObject("types");
        for (EventType type : EventType.values()) {
            ObjectNode counts = types.putObject(type.word());
            for (EventChanges.Kind kind : EventChanges.Kind.values()) {
                counts.put(kind.word() + "_count", changes.count(type, kind));
            }
        }
        ArrayNode list = document.putArray("changes");
        for (EventChanges.Change change : changes.changes()) {
            if (change.kind() != EventChanges.Kind.SAME) {
                ObjectNode one = list.addObject()
                        .put("type", change.event().type().word())
                        .put("change", change.kind().word());
                one.set("before", times(change.before()));
                one.set("after", times(change.after()));
            }
        }
        return document;
    }

    private static @Nullable ObjectNode times(@Nullable RollerEvent event) {
        return event == null
                ? null
                : JsonOutput.object()
                        .put("start_ms", JsonOutput.ms(event.startUs()))
                        .put("end_ms", JsonOutput.ms(event.endUs()))
                        .put("declared_ms", JsonOutput.ms(event.declaredUs()));
    }
}
