package org.rollscope.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.broker.BrokerException;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.store.SqliteKeptMessages;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker that a service speaks to: its own, started beside the acquisition, or an outside one.
 *
 * <p>With an outside broker no class of the embedded one is loaded. <b>Threads.</b> The embedded broker starts on a thread
 * of its own.
 */
final class BrokerChoice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerChoice.class);
    private static final long CLOSE_WAIT_MS = 5000;

    private final PahoMetricsPublisher publisher;
    private @Nullable Thread starter;
    private volatile @Nullable Runnable stopEmbedded;

    BrokerChoice(PahoMetricsPublisher publisher) {
        this.publisher = publisher;
    }

    /** Speaks to an outside broker. */
    void useOutside(String uri) {
        publisher.connectTo(uri);
    }

    /**
     * Starts the embedded broker.
     *
     * @param port wanted; the next free one is used when it is taken.
     * @param ready told the address.
     * @param failed told the reason in words.
     */
    void useEmbedded(int port, Consumer<String> ready, Consumer<String> failed) {
        Thread thread = new Thread(() -> startEmbedded(port, ready, failed), "broker-starter");
        thread.setDaemon(true);
        starter = thread;
        thread.start();
    }

    private void startEmbedded(int port, Consumer<String> ready, Consumer<String> failed) {
        try {
            EmbeddedBroker broker = EmbeddedBroker.startFrom(BrokerSettings.onLoopback(port));
            stopEmbedded = broker::close;
            publisher.connectTo(broker.uri());
            ready.accept(broker.uri());
        } catch (BrokerException refused) {
            failed.accept(String.valueOf(refused.getMessage()));
        }
    }

    /** Waits until the embedded broker is up or has failed. */
    void awaitStarted() {
        Thread thread = starter;
        try {
            if (thread != null) {
                thread.join(CLOSE_WAIT_MS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Login, trust and limits from the settings. */
    static MqttSettings outside(String uri, ConnectionSettings settings) {
        MqttSettings plain = MqttSettings.of(uri).withKeptLimitCount(settings.outboxLimitCount());
        MqttSettings trusting = settings.caFile().isEmpty() ? plain : plain.withCaFile(Path.of(settings.caFile()));
        return settings.userName().isEmpty()
                ? trusting
                : trusting.withLogin(settings.userName(), Path.of(settings.passwordFile()));
    }

    /** For the broker inside the service, whose port is not known before it is up. */
    static MqttSettings embedded(ConnectionSettings settings) {
        return MqttSettings.of("mqtt://127.0.0.1:" + settings.embeddedPort())
                .withKeptLimitCount(settings.outboxLimitCount());
    }

    /** Events and summaries wait on disk, in the data folder; in memory only, said, where that cannot be. */
    static @Nullable KeptMessages kept(Path dataFolder, String rollerId, HostClock clock) {
        try {
            return SqliteKeptMessages.open(dataFolder, rollerId, clock);
        } catch (KeptMessagesException refused) {
            LOG.warn("{}; events and summaries wait in memory only until the next start", refused.getMessage());
            return null;
        }
    }

    @Override
    public void close() {
        awaitStarted();
        publisher.close();
        Runnable stop = stopEmbedded;
        if (stop != null) {
            stop.run();
        }
    }
}
