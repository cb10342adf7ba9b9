package org.rollscope.app.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.AccessException;
import org.rollscope.access.SecureFolder;
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
public final class BrokerChoice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerChoice.class);
    private static final long CLOSE_WAIT_MS = 5000;

    private final PahoMetricsPublisher publisher;
    private final String rollerId;
    private @Nullable Thread starter;
    private volatile @Nullable Runnable stopEmbedded;

    public BrokerChoice(PahoMetricsPublisher publisher, String rollerId) {
        this.publisher = publisher;
        this.rollerId = rollerId;
    }

    /** Speaks to an outside broker. */
    public void useOutside(String uri) {
        publisher.connectTo(uri);
    }

    /**
     * Starts the embedded broker.
     *
     * @param settings where; the next free port is used when theirs is taken.
     * @param ready told the address.
     * @param failed told the reason in words.
     */
    public void useEmbedded(BrokerSettings settings, Consumer<String> ready, Consumer<String> failed) {
        Thread thread = new Thread(() -> startEmbedded(settings, ready, failed), "broker-starter");
        thread.setDaemon(true);
        starter = thread;
        thread.start();
    }

    private void startEmbedded(BrokerSettings settings, Consumer<String> ready, Consumer<String> failed) {
        try {
            refuseUnknownRoller(settings.secured());
            EmbeddedBroker broker = EmbeddedBroker.startFrom(settings);
            stopEmbedded = broker::close;
            publisher.connectTo(broker.uri());
            ready.accept(broker.uri());
        } catch (AccessException | BrokerException refused) {
            failed.accept(String.valueOf(refused.getMessage()));
        }
    }

    private void refuseUnknownRoller(@Nullable SecureFolder secured) throws AccessException {
        if (secured != null && !secured.accounts().rollerIds().contains(rollerId)) {
            throw new AccessException(secured.path() + " has no user for the roller " + rollerId
                    + "; add it: rollscope secure --renew --roller " + rollerId);
        }
    }

    /** Waits until the embedded broker is up or has failed. */
    public void awaitStarted() {
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
    public static MqttSettings outside(String uri, ConnectionSettings settings) {
        MqttSettings plain = MqttSettings.of(uri).withKeptLimitCount(settings.outboxLimitCount());
        MqttSettings trusting = settings.caFile().isEmpty() ? plain : plain.withCaFile(Path.of(settings.caFile()));
        return settings.userName().isEmpty()
                ? trusting
                : trusting.withLogin(settings.userName(), Path.of(settings.passwordFile()));
    }

    /**
     * For the broker inside the service, whose port is not known before it is up. The service is a client of its own broker as
     * any other, with its roller's login.
     */
    public static MqttSettings embedded(ConnectionSettings settings, String rollerId) {
        MqttSettings plain = MqttSettings.of("mqtt://127.0.0.1:" + settings.embeddedPort())
                .withKeptLimitCount(settings.outboxLimitCount());
        SecureFolder secured = settings.secured();
        return secured == null
                ? plain
                : plain.withCaFile(secured.caFile()).withLogin(rollerId, secured.passwordFile(rollerId));
    }

    /** Events and summaries wait on disk, in the data folder; in memory only, said, where that cannot be. */
    public static @Nullable KeptMessages kept(Path dataFolder, String rollerId, HostClock clock) {
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
