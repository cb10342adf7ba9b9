package org.rollscope.app.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how the service that records into a data folder is. */
@Command(
        name = "status",
        description = "Say how the running service is: roller, recording, broker, restarts.",
        footer = {"", "Exit code 0: all is well; 1: something is not; 3: no service runs on this data folder."})
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommonOptions common;

    @Override
    public Integer call() throws CommandFailure {
        ObjectNode state = read(common.dataFolder());
        PrintWriter out = common.commandLine().getOut();
        if (common.json()) {
            out.println(JsonOutput.text(state));
        } else {
            print(out, state);
        }
        out.flush();
        return isWell(state) ? 0 : CommandFailure.WORK_FAILED;
    }

    /** The state of the service on a data folder; a file that a killed service left does not count. */
    public static ObjectNode read(Path folder) throws CommandFailure {
        Path file = folder.resolve(StateFile.FILE_NAME);
        try {
            if (!(JsonOutput.JSON.readTree(Files.readString(file)) instanceof ObjectNode state)) {
                throw new CommandFailure(CommandFailure.UNREACHABLE, file + " cannot be read: it holds no state");
            }
            boolean alive = ProcessHandle.of(state.path("process_id").asLong())
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            if (alive) {
                return state;
            }
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the service on " + folder + " was killed, last seen at "
                            + state.path("written_at").asText() + "; what it recorded is on disk");
        } catch (NoSuchFileException none) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "no service runs on " + folder + "; start one: rollscope service",
                    none);
        } catch (JacksonException damaged) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, file + " cannot be read: " + damaged.getOriginalMessage(), damaged);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Whether frames come, the disk takes them and what waits for the broker, and the broker is there. */
    public static boolean isWell(JsonNode state) {
        return state.path("delivering").asBoolean()
                && !state.path("recording").path("trouble").isTextual()
                && !state.path("outbox").path("trouble").isTextual()
                && state.path("broker").asText().startsWith("connected");
    }

    /** What waits for the broker, when something does or went wrong. */
    private static String outboxWords(JsonNode outbox) {
        String words = "";
        if (outbox.path("waiting_message_count").asLong() > 0) {
            words += "; " + outbox.path("waiting_message_count").asLong() + " events and summaries wait";
        }
        if (outbox.path("dropped_message_count").asLong() > 0) {
            words += "; DROPPED: " + outbox.path("dropped_message_count").asLong() + " of the oldest";
        }
        if (outbox.path("trouble").isTextual()) {
            words += "; TROUBLE: " + outbox.path("trouble").asText();
        }
        return words;
    }

    private static void print(PrintWriter out, JsonNode state) {
        out.println("source     " + state.path("source").asText());
        out.println("roller     "
                + (state.path("delivering").asBoolean() ? "" : "NO FRAMES: ")
                + state.path("link").asText()
                + (state.path("board_serial").asText().isEmpty()
                        ? ""
                        : ", board " + state.path("board_serial").asText()));
        JsonNode recording = state.path("recording");
        String session = state.path("session_id").isNull()
                ? "no session; " + state.path("session_count").asInt() + " since the start"
                : "session " + state.path("session_id").asText();
        out.println("recording  " + session
                + (recording.path("trouble").isTextual()
                        ? "; TROUBLE: " + recording.path("trouble").asText() + ", "
                                + recording.path("waiting_frame_count").asLong() + " frames wait"
                        : ""));
        if (state.path("lobe_agreement_ratio").isNumber()) {
            out.printf(
                    Locale.ROOT,
                    "sides      the floor's felt %.0f %% of the limb's in the last session%n",
                    100 * state.path("lobe_agreement_ratio").asDouble());
        }
        out.println("broker     " + state.path("broker").asText() + outboxWords(state.path("outbox")));
        JsonNode commands = state.path("commands");
        if (commands.path("received_count").asLong() > 0) {
            out.printf(
                    Locale.ROOT,
                    "commands   %d done, %d refused, %d too many at once, %d came twice, %d with nowhere to answer%n",
                    commands.path("done_count").asLong(),
                    commands.path("refused_count").asLong(),
                    commands.path("limited_count").asLong(),
                    commands.path("repeated_count").asLong(),
                    commands.path("unanswerable_count").asLong());
        }
        out.println("restarts   " + state.path("restart_count").asInt());
        if (!state.path("last_notice").asText().isEmpty()) {
            out.println("last word  " + state.path("last_notice").asText());
        }
    }
}
