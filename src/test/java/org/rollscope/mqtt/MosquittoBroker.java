package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureFolders;

/** Debian's mosquitto as a process of its own, open to everybody on the loopback interface. */
public final class MosquittoBroker implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final Process process;
    private final int port;

    private MosquittoBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whether there is one on this machine. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Skips the test, saying why, where mosquitto is not installed. */
    public static void assumeInstalled() {
        assumeTrue(isInstalled(), "SKIPPED: mosquitto is not installed");
    }

    /** Starts one on a port and waits until it listens. */
    public static MosquittoBroker start(Path folder, int port) throws IOException, InterruptedException {
        return new MosquittoBroker(run(openFile(folder, port)), port);
    }

    /** Writes the configuration of one that is open to everybody on the loopback interface. */
    public static Path openFile(Path folder, int port) throws IOException {
        // its usual limit drops what a slow subscriber has not taken yet
        return Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n");
    }

    /** Writes the configuration of one with the generated files; only the port is another. */
    public static Path securedFile(SecureFolder secured, Path folder, int port) throws Exception {
        String text = Files.readString(SecureFolders.install(secured));
        // Started by root it would become a user who may not read a test's folder.
        return Files.writeString(
                folder.resolve("mosquitto.conf"), text.replace("listener 8883", "listener " + port) + "user root\n");
    }

    /**
     * Runs it with a configuration and waits until it says in its log, beside that file, that it is ready. Nobody knocks to find out: with
     * TLS, mosquitto 2.0.11 counts a visitor who leaves before the greeting off twice and then lets one more in than it may.
     */
    public static Process run(Path configuration) throws IOException, InterruptedException {
        Path log = configuration.resolveSibling("mosquitto.log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Recorder.eventually("mosquitto is ready", () -> isReady(process, log));
        return process;
    }

    private static boolean isReady(Process process, Path log) {
        try {
            String said = Files.readString(log);
            if (!process.isAlive()) {
                throw new IllegalStateException("mosquitto ended: " + said);
            }
            return said.contains(" running");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where it listens. */
    public String uri() {
        return "mqtt://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
