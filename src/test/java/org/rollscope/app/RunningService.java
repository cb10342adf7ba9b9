package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.CommandFailure;

/** The real service as a process on a data folder of its own, one run after the other. */
final class RunningService implements AutoCloseable {
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final long LONGEST_END_S = 30;

    private final Path folder;
    private final List<String> options;
    private int runCount;
    private @Nullable Process process;

    /**
     * Not started yet.
     *
     * @param folder for data and logs.
     * @param options besides the source and the data folder.
     */
    RunningService(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    void start(String source) throws IOException {
        List<String> words = new ArrayList<>(List.of("service", "--source", source, "--data", data().toString()));
        words.addAll(options);
        process = BuiltProgram.rollscope(words.toArray(String[]::new))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log(runCount++).toFile())
                .start();
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path log(int run) {
        return folder.resolve("service-" + run + ".err");
    }

    private Process running() {
        Process present = process;
        assertTrue(present != null && present.isAlive(), () -> "the service does not run: " + log());
        return present;
    }

    long processId() {
        return running().pid();
    }

    /** What the present run has said. */
    String log() {
        try {
            return Files.readString(log(runCount - 1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** State, log and what each thread does, for people who look for a mistake. */
    String describe() throws InterruptedException {
        return runCount == 0 ? ": no service" : ": " + state() + "\n" + log() + ProcessPicture.of(process);
    }

    void awaitLine(String part) throws InterruptedException {
        Await.until("'" + part + "' of the service", () -> {
            running();
            return log().contains(part);
        });
    }

    /** As {@code rollscope status --json} prints it; missing while there is none. */
    JsonNode state() {
        try {
            return StatusCommand.read(data());
        } catch (CommandFailure none) {
            return MissingNode.getInstance();
        }
    }

    /** Waits until the status tells of the broker in these words, and that a session is recorded all the same. */
    void awaitRecording(String brokerWords) throws InterruptedException {
        Await.until("'" + brokerWords + "' and a recording in the status", () -> {
            JsonNode state = state();
            return state.path("broker").asText().equals(brokerWords) && records(state);
        });
    }

    /** Waits until the status tells that a session is recorded, which it does every five seconds. */
    void awaitRecording() throws InterruptedException {
        Await.until("a recording in the status", () -> records(state()));
    }

    /** A session runs and the disk takes its frames. */
    private static boolean records(JsonNode state) {
        return state.path("delivering").asBoolean()
                && state.path("session_id").isTextual()
                && state.path("recording").path("recording").asBoolean();
    }

    boolean hasWaiting() {
        return state().path("outbox").path("waiting_message_count").asLong() > 0;
    }

    /** Whether the broker is there and has everything that was said before. */
    boolean isSettled() {
        JsonNode state = state();
        return state.path("broker").asText().startsWith("connected")
                && state.path("outbox").path("waiting_message_count").asLong(1) == 0;
    }

    void freeze() throws Exception {
        Freezing.freeze(running());
    }

    void thaw() throws Exception {
        Freezing.thaw(running());
    }

    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** SIGTERM: the session ends in order. */
    void end() throws InterruptedException {
        Process ending = running();
        ending.destroy();
        assertTrue(ending.waitFor(LONGEST_END_S, TimeUnit.SECONDS), () -> "the service did not end: " + log());
        assertEquals(ENDED_BY_SIGTERM, ending.exitValue(), this::log);
    }

    /** No run has said anything of a mistake or of something that was dropped. */
    void assertCleanLogs() throws IOException {
        for (int run = 0; run < runCount; run++) {
            String said = Files.readString(log(run));
            assertFalse(said.contains("\tat ") || said.contains("dropped"), said);
        }
    }

    @Override
    public void close() throws InterruptedException {
        Process present = process;
        if (present != null) {
            present.destroyForcibly().waitFor();
        }
    }
}
