package org.rollscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.SecureFolder;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.mqtt.BrokerKind;
import org.rollscope.mqtt.MosquittoBroker;

/** A broker as a process of its own, always on the same port, so that it can be ended, killed and frozen. */
final class BrokerProcess implements AutoCloseable {
    private static final long LONGEST_END_S = 20;

    private final BrokerKind kind;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /** Not started yet; skips the test where it is not installed. */
    BrokerProcess(BrokerKind kind, Path folder) throws Exception {
        if (kind == BrokerKind.MOSQUITTO) {
            MosquittoBroker.assumeInstalled();
        }
        this.kind = kind;
        this.folder = folder;
        this.port = LoopbackPort.freeFrom("0.0.0.0", 0);
    }

    /** Starts it for everybody on this machine. */
    void start() throws Exception {
        process = kind == BrokerKind.MOSQUITTO
                ? MosquittoBroker.run(MosquittoBroker.openFile(folder, port))
                : embedded(List.of());
    }

    /** Starts it with users and certificates. */
    void start(SecureFolder secured) throws Exception {
        process = kind == BrokerKind.MOSQUITTO
                ? MosquittoBroker.run(MosquittoBroker.securedFile(secured, folder, port))
                : embedded(List.of(secured.path().toString()));
    }

    private Process embedded(List<String> more) throws Exception {
        List<String> command = new ArrayList<>(List.of(BuiltProgram.JAVA.toString()));
        command.addAll(BuiltProgram.SMALL);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedBrokerProgram.class.getName(),
                Integer.toString(port)));
        command.addAll(more);
        Path log = folder.resolve("embedded-broker.log");
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Await.until("the embedded broker", () -> isReady(started, log));
        return started;
    }

    private static boolean isReady(Process started, Path log) {
        try {
            String said = Files.readString(log);
            assertTrue(started.isAlive(), "the broker ended: " + said);
            return said.contains(EmbeddedBrokerProgram.READY);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Process running() {
        Process present = process;
        assertTrue(present != null && present.isAlive(), "the broker does not run");
        return present;
    }

    /** Ends it in order. */
    void end() throws InterruptedException {
        Process ending = running();
        ending.destroy();
        assertTrue(ending.waitFor(LONGEST_END_S, TimeUnit.SECONDS), "the broker did not end");
    }

    /** Ends it without a word to anybody. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    void freeze() throws Exception {
        Freezing.freeze(running());
    }

    void thaw() throws Exception {
        Freezing.thaw(running());
    }

    /** Where it listens when anybody may come. */
    String uri() {
        return "mqtt://" + words();
    }

    /** Where it listens when it has users and certificates. */
    String securedUri() {
        return "mqtts://" + words();
    }

    /** Where it listens, as people are told. */
    String words() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        Process present = process;
        if (present != null) {
            present.destroyForcibly().waitFor();
        }
    }
}
