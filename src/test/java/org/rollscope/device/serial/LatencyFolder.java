package org.rollscope.device.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of {@code /sys} in which converters keep their timers, made by hand. */
final class LatencyFolder {
    private LatencyFolder() {}

    static LatencyTimer make(Path systemFolder, String portName, String timerText) throws IOException {
        Path device = Files.createDirectories(
                systemFolder.resolve("bus/usb-serial/devices").resolve(portName));
        Files.writeString(device.resolve("latency_timer"), timerText);
        return new LatencyTimer(systemFolder);
    }
}
