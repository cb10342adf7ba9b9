package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rollscope.mqtt.BrokerKind;

/**
 * What the archive of a data folder holds, to be compared with what a listener was told.
 *
 * @param sessions their documents, in order; of one that was cut off the events are computed from its frames.
 * @param wholeIds sessions that ended in order.
 */
record Recorded(List<JsonNode> sessions, Set<String> wholeIds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A stroke that a kill cut off this shortly before may never have been known. */
    private static final double UNKNOWN_MS = 50;

    /** Checks the archive and reads it; standard output is captured meanwhile. */
    static Recorded in(Path data) throws IOException {
        Ran verified = Ran.of("sessions", "verify", "--data", data.toString());
        assertEquals(0, verified.exitCode(), verified.out() + verified.err());
        List<JsonNode> sessions = new ArrayList<>();
        Set<String> wholeIds = new TreeSet<>();
        for (JsonNode row :
                json("sessions", "list", "--json", "--data", data.toString()).required("sessions")) {
            String id = row.required("session_id").asText();
            if (row.required("complete").asBoolean()) {
                wholeIds.add(id);
                sessions.add(json("sessions", "show", id, "--json", "--data", data.toString()));
            } else {
                sessions.add(json("analyse", id, "--json", "--data", data.toString()));
            }
        }
        return new Recorded(sessions, wholeIds);
    }

    private static JsonNode json(String... words) throws IOException {
        Ran ran = Ran.of(words);
        assertEquals(0, ran.exitCode(), ran.err());
        return JSON.readTree(ran.out());
    }

    /** The name of an event; of one that goes on without an end. */
    static String name(String sessionId, String type, double startMs, double endMs) {
        return sessionId + " " + type + " " + Math.round(startMs) + ".."
                + (Double.isNaN(endMs) ? "" : Math.round(endMs));
    }

    /** All of them; contact, roll and hold that a kill cut off go on. */
    Set<String> events() {
        Set<String> events = new TreeSet<>();
        for (JsonNode session : sessions) {
            String sessionId = session.required("session_id").asText();
            double sessionEndMs =
                    session.required("summary").required("duration_ms").asDouble();
            for (JsonNode event : session.required("events")) {
                String type = event.required("type").asText();
                double endMs = event.required("end_ms").asDouble();
                // A stroke ends at its turn, but may be known only because the frames ended.
                double knownMs = Math.max(endMs, event.required("declared_ms").asDouble());
                boolean cutOff = !wholeIds.contains(sessionId) && knownMs > sessionEndMs - UNKNOWN_MS;
                if (!cutOff || Set.of("contact", "roll", "hold").contains(type)) {
                    double startMs = event.required("start_ms").asDouble();
                    events.add(name(sessionId, type, startMs, cutOff ? Double.NaN : endMs));
                }
            }
        }
        return events;
    }

    private long sum(String linkKey) {
        return sessions.stream()
                .mapToLong(session -> session.required("link").required(linkKey).asLong())
                .sum();
    }

    /** Waits until every event and summary has arrived, prints the counts, and fails when a frame is missing. */
    void mustHaveArrived(BrokerKind kind, String what, Heard heard) throws InterruptedException {
        Set<String> archived = events();
        Set<String> missing = new TreeSet<>();
        try {
            Await.until(what, () -> {
                missing.clear();
                missing.addAll(archived);
                missing.removeAll(heard.toldEvents());
                return missing.isEmpty() && heard.summaries().containsAll(wholeIds);
            });
        } finally {
            System.out.printf(
                    "%s, %s: %d sessions, %d events in the archive, %d of them arrived, %d of %d summaries, %d messages in"
                            + " all, %d duplicates; %d frames recorded, %d missed%n",
                    kind.word(),
                    what,
                    sessions.size(),
                    archived.size(),
                    archived.size() - missing.size(),
                    heard.summaries().size(),
                    wholeIds.size(),
                    heard.eventCount(),
                    heard.duplicateCount(),
                    sum("frame_count"),
                    sum("lost_frame_count"));
        }
        assertEquals(Set.of(), missing);
        assertEquals(wholeIds, heard.summaries());
        assertEquals(0, sum("lost_frame_count"));
        assertTrue(sum("frame_count") > 0, "nothing was recorded");
        assertNothingElseWasTold(archived, heard);
    }

    /**
     * Of sessions that ended in order, nothing is told that the archive does not have, but a silence that its frames do not show: they
     * only came late, to a service that a test made stand still.
     */
    private void assertNothingElseWasTold(Set<String> archived, Heard heard) {
        Set<String> strange = heard.toldEvents();
        strange.removeIf(event -> event.endsWith("..") || !wholeIds.contains(event.split(" ", 2)[0]));
        strange.removeIf(event -> event.contains(" signal_lost "));
        strange.removeAll(archived);
        assertEquals(Set.of(), strange);
    }
}
