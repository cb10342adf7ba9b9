package org.rollscope.mqtt;

import java.nio.file.Path;
import org.rollscope.access.BrokerLimits;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;

/**
 * A running broker without login.
 *
 * @param uri where it listens.
 * @param end stops it.
 */
record OpenBroker(String uri, AutoCloseable end) implements AutoCloseable {
    /** Skips the test where mosquitto is asked for and not installed. */
    static OpenBroker start(BrokerKind kind, Path folder) throws Exception {
        if (kind == BrokerKind.EMBEDDED) {
            EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0));
            return new OpenBroker(broker.uri(), broker);
        }
        MosquittoBroker.assumeInstalled();
        MosquittoBroker broker = MosquittoBroker.start(folder, LoopbackPort.freeFrom("127.0.0.1", 0));
        return new OpenBroker(broker.uri(), broker);
    }

    /** Keeps as much for a subscriber as a busy machine may leave lying: what is dropped for a slow one is another test's. */
    static BrokerSettings roomy() {
        BrokerLimits usual = BrokerLimits.USUAL;
        BrokerLimits roomy = new BrokerLimits(
                usual.packetLimitBytes(), usual.topicLimitBytes(), usual.connectionLimitCount(), 100_000, 256 << 20);
        return new BrokerSettings("127.0.0.1", 0, roomy, null);
    }

    @Override
    public void close() throws Exception {
        end.close();
    }
}
