package org.rollscope.app.install;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.checkup.Finding;
import org.rollscope.app.checkup.PortReport;
import org.rollscope.app.service.StatusCommand;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.device.serial.BoardQuestion;
import org.rollscope.device.serial.SerialSettings;
import org.rollscope.frame.BoardHello;

/**
 * What a setup found out by itself.
 *
 * @param ports serial ports, asked where they may be.
 * @param rollers of them those on which a roller answers.
 * @param model of the Raspberry Pi; empty for another machine.
 * @param busLines lines that its boot settings lack.
 * @param chips what the doctor says of the chips on its buses; empty where a bus is missing.
 * @param running state of the service that runs; null for none.
 */
record Found(
        List<PortReport> ports,
        List<Roller> rollers,
        String model,
        List<String> busLines,
        List<Finding> chips,
        @Nullable JsonNode running) {
    /**
     * A roller on a serial port.
     *
     * @param path of the port.
     * @param hello what it says of itself.
     * @param isNamed whether the port had to be named, because no enumeration shows it.
     */
    record Roller(String path, BoardHello hello, boolean isNamed) {}

    /** Looks. */
    static Found on(Machine machine, LoadedSettings settings, Path dataFolder, List<String> alsoPorts) {
        JsonNode running = running(dataFolder);
        List<PortReport> ports = machine.ports(alsoPorts, SerialSettings.DEFAULT_BAUD);
        List<Roller> rollers = new ArrayList<>();
        for (PortReport port : ports) {
            BoardQuestion.Answer answer = port.answer();
            BoardHello hello = answer == null ? null : answer.hello();
            if (hello != null) {
                String path = port.listing().path();
                rollers.add(new Roller(path, hello, alsoPorts.contains(path)));
            }
        }
        List<String> busLines = List.copyOf(new BootSettings(machine).lackingLines(settings.pi()));
        Long serviceId =
                running == null ? null : (Long) running.path("process_id").asLong();
        return new Found(
                ports,
                rollers,
                BootSettings.model(machine.root()),
                busLines,
                busLines.isEmpty() ? machine.chips(settings.pi(), serviceId) : List.of(),
                running);
    }

    private static @Nullable JsonNode running(Path dataFolder) {
        try {
            return StatusCommand.read(dataFolder);
        } catch (CommandFailure none) {
            return null;
        }
    }

    /** Whether all chips of a roller that is wired straight to this machine answer. */
    boolean hasPiRoller() {
        return !chips.isEmpty() && chips.stream().allMatch(chip -> chip.level() == Finding.Level.OK);
    }

    /** Whether a roller may hang on this machine's own buses. */
    boolean hasBuses() {
        return !model.isEmpty() || busLines.isEmpty();
    }

    /** One line a thing. */
    List<String> lines(Machine machine) {
        List<String> lines = new ArrayList<>();
        rollers.forEach(roller -> lines.add("roller on " + roller.path() + ": " + roller.hello()));
        for (PortReport port : ports) {
            BoardQuestion.Answer answer = port.answer();
            // A machine's own wired ports are nobody's concern.
            boolean worthSaying =
                    !port.listing().usbId().isEmpty() || !port.access().present();
            if (answer != null && answer.hello() == null && worthSaying) {
                lines.add("port " + port.listing().path() + ": " + answer.failure());
            }
        }
        if (!model.isEmpty()) {
            lines.add(model);
            busLines.forEach(line -> lines.add("a bus of a roller wired to the pins is off: " + line + " is lacking"));
        }
        if (hasBuses()) {
            chips.forEach(chip -> lines.add(chip.check() + ": " + chip.words()));
        }
        JsonNode state = running;
        if (state != null) {
            lines.add("a service runs: source " + state.path("source").asText() + ", "
                    + state.path("link").asText());
        }
        if (machine.tools().has("mosquitto")) {
            lines.add("mosquitto is installed; the service uses its own broker unless --broker names that one");
        }
        if (rollers.isEmpty() && !hasPiRoller() && state == null) {
            lines.add("no roller");
        }
        return lines;
    }
}
