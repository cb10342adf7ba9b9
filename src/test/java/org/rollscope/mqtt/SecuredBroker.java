package org.rollscope.mqtt;

import java.util.concurrent.TimeUnit;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
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
    static SecuredBroker start(BrokerKind kind, SecureFolder folder) throws Exception {
        return start(kind, folder, BrokerLimits.USUAL);
    }

    /** The folder was made with the same limits. */
    static SecuredBroker start(BrokerKind kind, SecureFolder folder, BrokerLimits limits) throws Exception {
        return kind == BrokerKind.EMBEDDED ? embedded(folder, limits) : mosquitto(folder);
    }

    private static SecuredBroker embedded(SecureFolder folder, BrokerLimits limits) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings("0.0.0.0", 0, limits, folder));
        return new SecuredBroker(broker.port(), broker);
    }

    private static SecuredBroker mosquitto(SecureFolder folder) throws Exception {
        MosquittoBroker.assumeInstalled();
        int port = LoopbackPort.freeFrom("0.0.0.0", 0);
        Process process = MosquittoBroker.run(MosquittoBroker.securedFile(folder, folder.path(), port));
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
