package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stops a process in the middle of whatever it does, and lets it go on. */
final class Freezing {
    private Freezing() {}

    static void freeze(Process process) throws Exception {
        signal(process, "STOP");
        Await.until("the process stands still", () -> state(process) == 'T');
    }

    static void thaw(Process process) throws Exception {
        signal(process, "CONT");
    }

    /** What {@code /proc} says it does, T where it stands still: the letter behind the name, which may hold blanks and brackets. */
    static char state(Process process) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return line.charAt(line.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void signal(Process process, String name) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }
}
