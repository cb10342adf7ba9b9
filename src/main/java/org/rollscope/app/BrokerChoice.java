package org.rollscope.app;

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

/**
 * The broker that a service speaks to: its own, started beside the acquisition, or an outside one.
 *
 * <p>With an outside broker no class of the embedded one is loaded. <b>Threads.</b> The embedded broker starts on a thread
 * of its own.
 */
final class BrokerChoice implements AutoCloseable {
    private static final long CLOSE_WAIT_MS = 5000;

    private final LatePublisher publisher;
    private final String rollerId;
    private final HostClock clock;
    private @Nullable Thread starter;
    private volatile @Nullable Runnable stopEmbedded;

    BrokerChoice(LatePublisher publisher, String rollerId, HostClock clock) {
        this.publisher = publisher;
        this.rollerId = rollerId;
        this.clock = clock;
    }

    /** Speaks to an outside broker. */
    void useOutside(MqttSettings settings) {
        publisher.attach(new PahoMetricsPublisher(settings, rollerId, clock));
    }

    /**
     * Starts the embedded broker.
     *
     * @param settings where; the next free port is used when theirs is taken.
     * @param ready told the address.
     * @param failed told the reason in words.
     */
    void useEmbedded(BrokerSettings settings, Consumer<String> ready, Consumer<String> failed) {
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
            publisher.attach(new PahoMetricsPublisher(ownLogin(broker.uri(), settings.secured()), rollerId, clock));
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

    /** The service is a client of its own broker as any other, with its roller's login. */
    private MqttSettings ownLogin(String uri, @Nullable SecureFolder secured) {
        MqttSettings plain = MqttSettings.of(uri);
        return secured == null
                ? plain
                : plain.withCaFile(secured.caFile()).withLogin(rollerId, secured.passwordFile(rollerId));
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

    /** Login and trust from the settings. */
    static MqttSettings outside(String uri, ConnectionSettings settings) {
        MqttSettings plain = MqttSettings.of(uri);
        MqttSettings trusting = settings.caFile().isEmpty() ? plain : plain.withCaFile(Path.of(settings.caFile()));
        return settings.userName().isEmpty()
                ? trusting
                : trusting.withLogin(settings.userName(), Path.of(settings.passwordFile()));
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
