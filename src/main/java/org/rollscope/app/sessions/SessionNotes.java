package org.rollscope.app.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;
import org.rollscope.export.ExportedSession;

/**
 * What people wrote about moments of recorded sessions, beside the archive: {@code annotations.jsonl} in the data folder, a line of JSON each.
 *
 * <p>The archive holds what was measured and never changes; a note can be written and taken away at any time. A line that was cut off
 * by a power cut is left out. <b>Errors.</b> A {@link CommandFailure} that names the file. <b>Threads.</b> One process at a time; adding is one
 * write, taking away replaces the file whole.
 */
public final class SessionNotes {
    public static final String FILE_NAME = "annotations.jsonl";

    private final Path file;

    /** The notes of a data folder; the file appears with the first. */
    public SessionNotes(Path dataFolder) {
        this.file = dataFolder.resolve(FILE_NAME);
    }

    /**
     * A note with whose it is.
     *
     * @param sessionId on which session.
     * @param athleteId whose session: who forgets the athlete forgets the note.
     * @param noteId names it among the notes of the session.
     * @param startUs moment or begin.
     * @param endUs the moment or end.
     * @param text what was written.
     * @param writtenAt when, ISO 8601.
     */
    public record Kept(
            String sessionId,
            String athleteId,
            String noteId,
            long startUs,
            long endUs,
            String text,
            String writtenAt) {}

    /** Notes on a session by their time. */
    public List<Kept> of(String sessionId) throws CommandFailure {
        return all().stream()
                .filter(note -> note.sessionId().equals(sessionId))
                .sorted(java.util.Comparator.comparingLong(Kept::startUs).thenComparing(Kept::noteId))
                .toList();
    }

    /** Keeps one more. */
    public void add(Kept note) throws CommandFailure {
        try {
            Files.writeString(file, line(note), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw failed("written", failed);
        }
    }

    /** Takes one away. */
    public void remove(String sessionId, String noteId) throws CommandFailure {
        removeIf(note -> note.sessionId().equals(sessionId) && note.noteId().equals(noteId));
    }

    /** Takes away all of an athlete, on deleted sessions too. */
    public void forgetAthlete(String athleteId) throws CommandFailure {
        removeIf(note -> note.athleteId().equals(athleteId));
    }

    /** Takes away all on sessions that are gone for ever. */
    public void forgetSessions(Collection<String> sessionIds) throws CommandFailure {
        Set<String> gone = Set.copyOf(sessionIds);
        removeIf(note -> gone.contains(note.sessionId()));
    }

    /** A session with its notes in its document, where there are any; times as those of its events. */
    public ExportedSession with(ExportedSession session) throws CommandFailure {
        List<Kept> notes = of(session.sessionId());
        if (notes.isEmpty()) {
            return session;
        }
        try {
            ObjectNode document =
                    (ObjectNode) JsonOutput.JSON.readTree(session.documents().session());
            ArrayNode list = document.putArray("annotations");
            notes.forEach(note -> list.addObject()
                    .put("start_ms", JsonOutput.ms(note.startUs()))
                    .put("end_ms", JsonOutput.ms(note.endUs()))
                    .put("text", note.text())
                    .put("written_at", note.writtenAt()));
            return session.withDocument(JsonOutput.text(document) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the document of a session is JSON", impossible);
        }
    }

    private List<Kept> all() throws CommandFailure {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Kept> all = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                parse(line, all);
            }
            return all;
        } catch (IOException failed) {
            throw failed("read", failed);
        }
    }

    private static void parse(String line, List<Kept> into) {
        try {
            JsonNode node = JsonOutput.JSON.readTree(line);
            if (node.path("session_id").isTextual() && node.path("text").isTextual()) {
                into.add(new Kept(
                        node.path("session_id").asText(),
                        node.path("athlete_id").asText(),
                        node.path("annotation_id").asText(),
                        node.path("start_us").asLong(),
                        node.path("end_us").asLong(),
                        node.path("text").asText(),
                        node.path("written_at").asText()));
            }
        } catch (JsonProcessingException cut) {
            // a power cut
        }
    }

    private static String line(Kept note) {
        return JsonOutput.JSON
                        .createObjectNode()
                        .put("session_id", note.sessionId())
                        .put("athlete_id", note.athleteId())
                        .put("annotation_id", note.noteId())
                        .put("start_us", note.startUs())
                        .put("end_us", note.endUs())
                        .put("text", note.text())
                        .put("written_at", note.writtenAt())
                + "\n";
    }

    private void removeIf(Predicate<Kept> gone) throws CommandFailure {
        List<Kept> all = all();
        List<Kept> rest = all.stream().filter(gone.negate()).toList();
        if (rest.size() == all.size()) {
            return;
        }
        Path partial = file.resolveSibling(FILE_NAME + ".part");
        try {
            Files.writeString(partial, rest.stream().map(SessionNotes::line).collect(Collectors.joining()));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw failed("written", failed);
        }
    }

    private CommandFailure failed(String what, IOException why) {
        return new CommandFailure(
                CommandFailure.UNREACHABLE, file + " cannot be " + what + ": " + why.getMessage(), why);
    }
}
