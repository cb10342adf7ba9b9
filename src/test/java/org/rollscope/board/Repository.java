package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.rollscope.app.BuiltProgram;

/** Where things lie in the repository, and how its programs are started. */
final class Repository {
    static final Path HOME = BuiltProgram.HOME;

    private static final Path BOARD = HOME.resolve("hardware/simulated-board/run");

    private Repository() {}

    static boolean hasProgram(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Skips a test that needs the real firmware where it cannot be built. */
    static void assumeSimulatedBoard() {
        for (String program : List.of("avr-gcc", "gcc", "make")) {
            assumeTrue(
                    hasProgram(program),
                    program + " is missing; install gcc, gcc-avr, avr-libc, libsimavr-dev and make");
        }
        assumeTrue(
                Stream.of("/usr/include", "/usr/local/include")
                        .anyMatch(folder -> Files.exists(Path.of(folder, "simavr", "sim_avr.h"))),
                "simavr is missing; install libsimavr-dev");
    }

    static ProcessBuilder board(String... arguments) {
        return program(BOARD.toString(), arguments);
    }

    private static ProcessBuilder program(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs to the end and gives the standard output; anything but success fails the test. */
    static String output(ProcessBuilder program) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("rollscope", ".err");
        try {
            Process process = program.redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes());
            int status = process.waitFor();
            assertTrue(status == 0, program.command() + " ended with " + status + ": " + Files.readString(errors));
            return output;
        } finally {
            Files.delete(errors);
        }
    }
}
