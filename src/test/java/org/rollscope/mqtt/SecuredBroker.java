package org.rollscope.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureFolders;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;

/**
 * A running broker with users and certificates.
 *
 * @param port where it listens, on every interface.
 * @param end stops it.
 */
record SecuredBroker(int port, AutoCloseable end) implements AutoCloseable {
    /** Which program. */
    enum Kind {
        EMBEDDED,
        MOSQUITTO
    }

    static SecuredBroker start(Kind kind, SecureFolder folder) throws Exception {
        return start(kind, folder, BrokerLimits.USUAL);
    }

    /** The folder was made with the same limits. */
    static SecuredBroker start(Kind kind, SecureFolder folder, BrokerLimits limits) throws Exception {
        return kind == Kind.EMBEDDED ? embedded(folder, limits) : mosquitto(folder);
    }

    private static SecuredBroker embedded(SecureFolder folder, BrokerLimits limits) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings("0.0.0.0", 0, limits, folder));
        return new SecuredBroker(broker.port(), broker);
    }

    /** With the generated files; only the port is another. */
    private static SecuredBroker mosquitto(SecureFolder folder) throws Exception {
        MosquittoBroker.assumeInstalled();
        int port = LoopbackPort.freeFrom("0.0.0.0", 0);
        String text = Files.readString(SecureFolders.install(folder));
        Path file = folder.path().resolve("test.conf");
        // Started by root it would become a user who may not read a test's folder.
        Files.writeString(file, text.replace("listener 8883", "listener " + port) + "user root\n");
        Process process = MosquittoBroker.run(file);
        return new SecuredBroker(port, () -> process.destroyForcibly().waitFor(10, TimeUnit.SECONDS));
    }

    String uri() {
        return "mqtts://" + words();
    }

    String words() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
