package org.rollscope.app.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.checkup.PortReport;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.device.serial.BoardQuestion;
import org.rollscope.frame.BoardHello;

/** The serial port on which the board says what it runs. <b>Threads.</b> One. */
final class BoardPort {
    private static final int ANSWER_TRY_COUNT = 4;
    private static final long BETWEEN_TRIES_MS = 1000;

    private final Machine machine;
    private final @Nullable String port;
    private final int baud;

    /**
     * Asks nobody yet.
     *
     * @param port path; null for the one with a roller.
     * @param baud line rate.
     */
    BoardPort(Machine machine, @Nullable String port, int baud) {
        this.machine = machine;
        this.port = port;
        this.baud = baud;
    }

    /** A running service that has a board would lose it. */
    void requireNoService(Path dataFolder) throws CommandFailure {
        JsonNode state;
        try {
            state = StatusCommand.read(dataFolder);
        } catch (CommandFailure none) {
            return;
        }
        String source = state.path("source").asText();
        if (source.startsWith("serial:") || source.startsWith("/dev/")) {
            throw inTheWay("the service reads " + source);
        }
    }

    private static CommandFailure inTheWay(String what) {
        return new CommandFailure(
                CommandFailure.UNREACHABLE,
                what + "; stop it first: sudo systemctl stop rollscope, and start it again afterwards");
    }

    /** The only roller that answers. */
    Found.Roller roller() throws CommandFailure {
        List<Found.Roller> rollers = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (PortReport report : asked()) {
            BoardQuestion.Answer answer = report.answer();
            BoardHello hello = answer == null ? null : answer.hello();
            String path = report.listing().path();
            if (hello != null) {
                rollers.add(new Found.Roller(path, hello, path.equals(port)));
            } else if (!report.access().heldBy().isEmpty()) {
                throw inTheWay(path + " is open in " + report.access().heldBy());
            } else if (answer != null) {
                silent.add(path + ": " + answer.failure());
            }
        }
        if (rollers.size() > 1) {
            throw new CommandFailure(
                    CommandFailure.WRONG_USAGE,
                    "rollers answer on " + rollers.get(0).path() + " and "
                            + rollers.get(1).path() + "; name the one with the programmer with --port");
        }
        if (rollers.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "no roller answers"
                            + (silent.isEmpty()
                                    ? ", and no USB serial port is there"
                                    : " (" + String.join("; ", silent) + ")")
                            + "; for a chip without firmware: rollscope flash --new");
        }
        return rollers.get(0);
    }

    /** The ports that may be the board's, with who is on them. */
    private List<PortReport> asked() {
        String named = port;
        return machine.ports(named == null ? List.of() : List.of(named), baud).stream()
                .filter(report -> named == null
                        ? !report.listing().usbId().isEmpty()
                        : report.listing().path().equals(named))
                .toList();
    }

    /**
     * What the board says that it runs after it was written; it starts anew meanwhile.
     *
     * @param back how to get back what was on it.
     */
    String versionAfterwards(String back) throws CommandFailure {
        for (int tryCount = 0; tryCount < ANSWER_TRY_COUNT; tryCount++) {
            machine.pause(BETWEEN_TRIES_MS);
            try {
                return roller().hello().firmwareVersion();
            } catch (CommandFailure silent) {
                // it may still be starting
            }
        }
        throw new CommandFailure(
                CommandFailure.WORK_FAILED,
                "it was written and read back, but the board does not answer on its port; is its USB plugged in here?"
                        + back);
    }
}
