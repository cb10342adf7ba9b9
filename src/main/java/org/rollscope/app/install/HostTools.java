package org.rollscope.app.install;

import java.util.List;
import java.util.function.Consumer;

/** The programs of this machine, so that what is done with them can be tried without them. <b>Threads.</b> One. */
interface HostTools {
    /**
     * How a program ended.
     *
     * @param exitCode its exit code; {@link #NOT_STARTED} when it could not be started, {@link #TOO_LONG} when it did not end.
     * @param output what it said, both streams as they came.
     */
    record Ran(int exitCode, String output) {
        static final int NOT_STARTED = -1;
        static final int TOO_LONG = -2;

        boolean isDone() {
            return exitCode == 0;
        }

        /** The last line that says something, for people. */
        String lastLine() {
            return output.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("")
                    .strip();
        }
    }

    /** Whether a program is there. */
    boolean has(String program);

    /**
     * Runs a program to its end; it has no input.
     *
     * @param command program and arguments; no shell reads them.
     * @param heard is told what the program says as it comes, in parts of lines.
     */
    Ran run(List<String> command, Consumer<String> heard);

    /** Runs a program to its end in silence. */
    default Ran run(String... command) {
        return run(List.of(command), said -> {});
    }
}
