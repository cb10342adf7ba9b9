package org.rollscope.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs with a window on a virtual display of their own. */
final class Display {
    private static final Path VIRTUAL_DISPLAY = Path.of("/usr/bin/Xvfb");
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Display() {}

    /** Where programs leave what they have to show. */
    static Path folder() {
        return FOLDER;
    }

    /** Command line of a program of the tests in a virtual machine of its own. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /**
     * Runs a program and fails with its log when it does not end with 0. Its first argument is the folder for pictures.
     *
     * @param patienceS how long it may take.
     * @return what it said.
     */
    static String run(Class<?> main, String logName, long patienceS, String... more) throws Exception {
        assumeTrue(Files.isExecutable(VIRTUAL_DISPLAY), "Xvfb is not installed");
        Process display = new ProcessBuilder(
                        VIRTUAL_DISPLAY.toString(),
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1600x1000x24",
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader number =
                new BufferedReader(new InputStreamReader(display.getInputStream(), StandardCharsets.UTF_8))) {
            String displayNumber = number.readLine();
            assumeTrue(displayNumber != null, "Xvfb did not start");
            List<String> arguments = new ArrayList<>(List.of(FOLDER.toString()));
            arguments.addAll(List.of(more));
            ProcessBuilder program = new ProcessBuilder(java(main, arguments.toArray(String[]::new)));
            program.environment().put("DISPLAY", ":" + displayNumber.strip());
            Path log = Files.createDirectories(FOLDER).resolve(logName);
            Process running = program.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = running.waitFor(patienceS, TimeUnit.SECONDS);
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            String said = Files.readString(log);
            assertTrue(ended, () -> "it did not end: " + said);
            assertEquals(0, running.exitValue(), said);
            return said;
        } finally {
            display.destroy();
            display.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
