package org.rollscope.mqtt;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears all rollers of an MQTT 5 broker, subscribes anew on every connection and finds its way back by itself.
 *
 * <p>A message may come twice; retained ones do so on every connection. A listener that is slower than the rollers loses the oldest figures and frames, counted. <b>Errors.</b> In words to the listener,
 * once per change. <b>Threads.</b> The listener is called from one daemon thread; {@link #start} may be called once.
 */
public final class PahoMetricsFeed implements MetricsFeed {
    private static final Logger LOG = LoggerFactory.getLogger(PahoMetricsFeed.class);
    private static final int INBOX_LIMIT_COUNT = 2000;
    private static final long LOOK_MS = 500;
    private static final long SECOND_SUBSCRIPTION_MS = 1000;

    private final MetricsCodec codec = new MetricsCodec();
    private final Inbox inbox = new Inbox(INBOX_LIMIT_COUNT);
    private final Semaphore wake = new Semaphore(0);
    private final BrokerSupervisor supervisor;
    private volatile Thread teller = new Thread();
    private volatile boolean closing;

    /**
     * A feed that is not yet started.
     *
     * @param settings the broker.
     * @param clock for pauses.
     */
    public PahoMetricsFeed(MqttSettings settings, HostClock clock) {
        Greeting greeting = Greeting.passing("rollscope-feed-" + UUID.randomUUID());
        this.supervisor = new BrokerSupervisor(settings, greeting, clock, new Subscriber());
    }

    @Override
    public void start(Listener listener) {
        Thread thread = new Thread(() -> tellAll(listener), "rollscope-mqtt-feed");
        thread.setDaemon(true);
        teller = thread;
        inbox.add(new Inbox.Changed(false, supervisor.words()));
        thread.start();
        supervisor.start();
    }

    /** Payloads that were dropped because the listener was too slow. */
    public long droppedPayloadCount() {
        return inbox.droppedCount();
    }

    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        wake.release();
        supervisor.close();
        teller.interrupt();
        if (Thread.currentThread() != teller) {
            try {
                teller.join(BrokerSupervisor.GOODBYE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tellAll(Listener listener) {
        try {
            while (!closing) {
                Inbox.Item item = inbox.take();
                try {
                    tell(listener, item);
                } catch (RuntimeException e) {
                    LOG.warn("the listener failed", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Listener listener, Inbox.Item item) {
        if (item instanceof Inbox.Changed changed) {
            listener.connection(changed.connected(), changed.words());
        } else if (item instanceof Inbox.Arrived arrived) {
            tellPayload(listener, arrived);
        }
    }

    private void tellPayload(Listener listener, Inbox.Arrived arrived) {
        TopicPath path = TopicPath.parse(arrived.topicPath());
        if (path == null) {
            listener.unreadable(arrived.topicPath(), TopicPath.WRONG);
            return;
        }
        Topic topic = path.topic();
        // A broker clears a retained message with an empty one; other topics below the root are not for us.
        if (topic == null || arrived.payload().length == 0) {
            return;
        }
        Decoded decoded = codec.decode(topic, arrived.payload());
        if (decoded instanceof Decoded.Message message) {
            listener.message(path.rollerId(), message.message());
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            listener.unreadable(arrived.topicPath(), unreadable.reason());
        }
    }

    /** What happens on a standing connection; runs on the supervisor's thread. */
    private final class Subscriber implements BrokerSupervisor.Guest {
        @Override
        public void serve(PahoConnection connection) throws MqttException, InterruptedException {
            connection.subscribe(Topic.ROOT + "/+/+", 1);
            // A message that the broker takes at the very moment of a subscription can slip between "sent to
            // subscribers" and
            // "kept for later ones" (seen with Artemis 2.55). Asking once more brings every retained message again.
            waitForLoss(connection, SECOND_SUBSCRIPTION_MS);
            if (!connection.isLost() && !closing) {
                connection.subscribe(Topic.ROOT + "/+/+", 1);
            }
            while (!connection.isLost() && !closing) {
                waitForLoss(connection, LOOK_MS);
            }
            if (closing) {
                connection.sayGoodbye();
            }
        }

        private void waitForLoss(PahoConnection connection, long timeoutMs) throws InterruptedException {
            if (!connection.isLost() && !closing && wake.tryAcquire(timeoutMs, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        }

        @Override
        public void state(boolean connected, String words) {
            inbox.add(new Inbox.Changed(connected, words));
        }

        @Override
        public boolean isClosing() {
            return closing;
        }

        @Override
        public void arrived(String topicPath, byte[] payload) {
            inbox.add(new Inbox.Arrived(topicPath, payload));
        }

        @Override
        public void lost() {
            wake.release();
        }
    }
}
