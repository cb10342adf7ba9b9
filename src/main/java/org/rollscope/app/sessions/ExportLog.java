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
import java.util.stream.Collectors;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.JsonOutput;

/**
 * Where exports and reports were written to, so that who wants to be forgotten can be forgotten there too.
 *
 * <p>One line of JSON each, in the data folder. <b>Errors.</b> A {@link CommandFailure} that names the file. <b>Threads.</b> One process
 * at a time appends a line, which is one write.
 */
public final class ExportLog {
    static final String FILE_NAME = "exports.jsonl";

    private final Path file;

    /** The log of a data folder; it appears with its first line. */
    public ExportLog(Path dataFolder) {
        this.file = dataFolder.resolve(FILE_NAME);
    }

    /**
     * Something that was written.
     *
     * @param target folder or file, absolute.
     * @param sessionIds what is in it.
     */
    public record Written(Path target, List<String> sessionIds) {
        /** Copies the list. */
        public Written {
            sessionIds = List.copyOf(sessionIds);
        }
    }

    /** Notes what was written. */
    public void note(Path target, Collection<String> sessionIds) throws CommandFailure {
        Written written = new Written(target.toAbsolutePath().normalize(), List.copyOf(sessionIds));
        try {
            Files.writeString(file, line(written), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw failed("written", failed);
        }
    }

    private static String line(Written written) {
        ObjectNode line = JsonOutput.JSON.createObjectNode();
        line.put("target", written.target().toString());
        ArrayNode ids = line.putArray("session_ids");
        written.sessionIds().forEach(ids::add);
        return line + "\n";
    }

    /** All that was written and not forgotten since; a line that was cut off by a power cut is left out. */
    public List<Written> all() throws CommandFailure {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Written> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Written written = parsed(line);
                if (!written.sessionIds().isEmpty()) {
                    all.add(written);
                }
            }
        } catch (IOException failed) {
            throw failed("read", failed);
        }
        return all;
    }

    private static Written parsed(String line) {
        try {
            JsonNode document = JsonOutput.JSON.readTree(line);
            List<String> ids = new ArrayList<>();
            document.path("session_ids").forEach(id -> ids.add(id.asText()));
            return new Written(Path.of(document.path("target").asText()), ids);
        } catch (JsonProcessingException cut) {
            return new Written(Path.of(""), List.of());
        }
    }

    /** Replaces the log by these lines, whole or not at all. */
    public void replace(List<Written> kept) throws CommandFailure {
        try {
            if (kept.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path partial = file.resolveSibling(FILE_NAME + ".part");
            Files.writeString(partial, kept.stream().map(ExportLog::line).collect(Collectors.joining()));
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
