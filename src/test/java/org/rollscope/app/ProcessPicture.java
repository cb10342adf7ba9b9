package org.rollscope.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a process of ours does at this moment, in words, for people who look for a mistake. */
final class ProcessPicture {
    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    /** A process that stands still never answers. */
    private static final long PATIENCE_S = 15;

    private ProcessPicture() {}

    /** Whether it stands still, and what each of its threads does. */
    static String of(@Nullable Process process) throws InterruptedException {
        if (process == null || !process.isAlive()) {
            return "it does not run\n";
        }
        String words = "process " + process.pid() + ", state " + Freezing.state(process) + " (T: stands still)\n";
        File answer = null;
        try {
            answer = File.createTempFile("rollscope-threads", ".txt");
            Process asking = new ProcessBuilder(JCMD.toString(), Long.toString(process.pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .redirectOutput(answer)
                    .start();
            boolean answered = asking.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            asking.destroyForcibly();
            return words + (answered ? "" : "it does not answer: ") + Files.readString(answer.toPath());
        } catch (IOException unasked) {
            return words + "threads unknown: " + unasked + "\n";
        } finally {
            if (answer != null) {
                answer.delete();
            }
        }
    }
}
