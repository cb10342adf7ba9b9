package org.rollscope.device.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How long a USB serial converter collects bytes before it hands them over; FTDI's do, by themselves for 16 ms.
 *
 * <p><b>Source.</b> The limit of 2 ms is chosen by us: it adds no more than a fifth of a frame at 100 Hz.
 *
 * @param systemFolder {@code /sys}.
 */
public record LatencyTimer(Path systemFolder) {
    /** Longest time that is not warned about. */
    public static final int LONGEST_MS = 2;

    /** The timer of a port; empty where it has none. */
    public OptionalInt ms(String path) {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(file(path)).strip()));
        } catch (IOException | NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    /** What people should know of the timer of a port and do about it; null when all is well. */
    public @Nullable String warning(String path) {
        OptionalInt timerMs = ms(path);
        if (timerMs.isEmpty() || timerMs.getAsInt() <= LONGEST_MS) {
            return null;
        }
        return path + ": its converter holds frames back for up to " + timerMs.getAsInt()
                + " ms (USB latency timer), so alarms come that much later; now: echo 1 | sudo tee " + file(path)
                + ", for good: config/deploy/99-rollscope.rules";
    }

    /** Behind whatever link the port is named by. */
    private Path file(String path) {
        Path name;
        try {
            name = Path.of(path).toRealPath().getFileName();
        } catch (IOException gone) {
            name = Path.of(path).getFileName();
        }
        return systemFolder
                .resolve("bus/usb-serial/devices")
                .resolve(String.valueOf(name))
                .resolve("latency_timer");
    }
}
