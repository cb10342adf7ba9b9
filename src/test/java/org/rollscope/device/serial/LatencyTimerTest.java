package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyTimerTest {
    @TempDir
    private Path folder;

    private LatencyTimer timer;
    private Path port;

    private void plugIn(String timerText) throws IOException {
        timer = LatencyFolder.make(folder.resolve("sys"), "ttyUSB0", timerText);
        port = Files.createFile(folder.resolve("ttyUSB0"));
    }

    @Test
    void slowConverterIsWarnedAboutWithItsEffectAndTheRemedy() throws IOException {
        plugIn("16\n");
        assertEquals(OptionalInt.of(16), timer.ms(port.toString()));
        String warning = timer.warning(port.toString());
        assertNotNull(warning);
        assertTrue(warning.startsWith(port + ": "), warning);
        assertTrue(warning.contains("up to 16 ms"), warning);
        assertTrue(
                warning.contains("tee " + folder.resolve("sys/bus/usb-serial/devices/ttyUSB0/latency_timer")), warning);
        assertTrue(Files.exists(Path.of("config/deploy/99-rollscope.rules")));
        assertTrue(warning.contains("config/deploy/99-rollscope.rules"), warning);
        assertEquals(1, warning.lines().count());
    }

    @Test
    void stableNameLeadsToTheSameTimer() throws IOException {
        plugIn("16\n");
        Path link = Files.createSymbolicLink(folder.resolve("usb-FTDI-if00"), port);
        assertEquals(OptionalInt.of(16), timer.ms(link.toString()));
    }

    @Test
    void quickConverterAndOneWithoutATimerAreFine() throws IOException {
        plugIn("2\n");
        assertNull(timer.warning(port.toString()));
        assertEquals(OptionalInt.empty(), timer.ms("/dev/ttyACM9"));
        assertNull(timer.warning("/dev/ttyACM9"));
    }

    @Test
    void timerThatSaysNoNumberIsNone() throws IOException {
        plugIn("?\n");
        assertEquals(OptionalInt.empty(), timer.ms(port.toString()));
    }
}
