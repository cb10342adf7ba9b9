package org.rollscope.app.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.CommandFailure;

/** The service as systemd runs it, where it does. <b>Threads.</b> One. */
final class ServiceUnit {
    static final String NAME = "rollscope.service";

    private static final long LOOK_MS = 500;
    /** A service on a Raspberry Pi has frames within about ten seconds; chosen by us. */
    private static final long PATIENCE_MS = 30_000;

    private final Machine machine;

    ServiceUnit(Machine machine) {
        this.machine = machine;
    }

    boolean isInstalled() {
        return machine.tools().has("systemctl")
                && machine.tools().run("systemctl", "cat", NAME).isDone();
    }

    void restart() throws IOException {
        HostTools.Ran ran = machine.tools().run("systemctl", "restart", NAME);
        if (!ran.isDone()) {
            throw new IOException("systemctl restart " + NAME + " failed: " + ran.lastLine() + "; systemctl status "
                    + NAME + " shows why");
        }
    }

    /**
     * Waits until the service says that frames come.
     *
     * @param since when it was started: what an earlier one left behind does not count.
     * @return its last state; null when it says nothing.
     */
    @Nullable
    JsonNode awaitFrames(Path dataFolder, Instant since) {
        JsonNode last = null;
        for (long waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_MS) {
            try {
                JsonNode state = StatusCommand.read(dataFolder);
                if (!Instant.parse(state.path("started_at").asText()).isBefore(since)) {
                    last = state;
                }
            } catch (CommandFailure | DateTimeParseException notYet) {
                // it is starting
            }
            if (last != null && last.path("delivering").asBoolean()) {
                return last;
            }
            machine.pause(LOOK_MS);
        }
        return last;
    }
}
