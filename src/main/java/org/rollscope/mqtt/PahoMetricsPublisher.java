package org.rollscope.mqtt;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.Outbox.Outgoing;
import org.rollscope.telemetry.Backlog;
import org.rollscope.telemetry.DiscoveryTopics;
import org.rollscope.telemetry.KeptMessages;
import org.rollscope.telemetry.KeptMessagesException;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.MetricsMessage.Status;
import org.rollscope.telemetry.MetricsPublisher;
import org.rollscope.telemetry.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one roller's messages to an MQTT 5 broker and finds its way back to it by itself.
 *
 * <p>After each connection it says {@code online}, and the newest device, session and summary again; the broker says
 * {@code offline} for it when it dies. Events and states wait for the broker and are sent until acknowledged, so that a
 * consumer may see one twice (same {@code seq}). <b>Errors.</b> In words in {@link #state()} and once per change in the log.
 * <b>Threads.</b> {@link #publish} from any; it hands to Paho's own sending thread and never waits for the broker.
 */
public final class PahoMetricsPublisher implements MetricsPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(PahoMetricsPublisher.class);
    private static final Pattern ROLLER_ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final long LOOK_MS = 2000;
    private static final long GOODBYE_LOOK_MS = 20;

    private final String rollerId;
    private final MqttSettings settings;
    private final HostClock clock;
    private final MetricsCodec codec = new MetricsCodec();
    private final Outbox outbox;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicLong oversizeCount = new AtomicLong();
    private final @Nullable OutboxKeeper keeper;
    private volatile @Nullable BrokerSupervisor supervisor;
    private volatile String words = "the broker is starting";
    private volatile long progressNs;
    private volatile boolean closing;
    private volatile boolean overflowTold;
    private volatile long droppedBeforeCount;
    private volatile @Nullable PahoConnection current;
    private volatile @Nullable CommandChannel commands;
    private volatile byte @Nullable [] homeAssistantCard;

    /**
     * Begins to connect at once, in a thread of its own; events and summaries wait in memory.
     *
     * @param settings the broker.
     * @param rollerId whose messages, {@code [a-z0-9-]{1,32}}; also the client's name, so that a second publisher of the same
     *     roller is noticed and an old connection's will comes before the new birth.
     * @param clock for {@code sent_at} and pauses.
     * @throws IllegalArgumentException for a roller id out of form.
     */
    public PahoMetricsPublisher(MqttSettings settings, String rollerId, HostClock clock) {
        this(settings, rollerId, clock, null);
        connectTo(settings.address());
    }

    /**
     * Takes messages, but speaks to no broker before {@link #connectTo}.
     *
     * @param settings how to speak to the broker, and how much may wait.
     * @param rollerId as above.
     * @param clock for {@code sent_at} and pauses.
     * @param kept where events and summaries wait, closed with this publisher; null for memory only. What lies there is sent.
     * @throws IllegalArgumentException for a roller id out of form.
     */
    public PahoMetricsPublisher(MqttSettings settings, String rollerId, HostClock clock, @Nullable KeptMessages kept) {
        if (!ROLLER_ID.matcher(rollerId).matches()) {
            throw new IllegalArgumentException("rollerId must match [a-z0-9-]{1,32}, was '" + rollerId + "'");
        }
        this.settings = settings;
        this.rollerId = rollerId;
        this.clock = clock;
        this.progressNs = clock.monotonicNs();
        this.outbox = new Outbox(
                UUID.randomUUID().toString(),
                (message, envelope) -> codec.encode(rollerId, message, envelope),
                settings.fleetingLimitCount(),
                settings.keptLimitCount());
        outbox.add(new Status(true), clock.wallClock());
        this.keeper = kept == null ? null : keeper(kept);
    }

    private @Nullable OutboxKeeper keeper(KeptMessages kept) {
        try {
            OutboxKeeper found = new OutboxKeeper(outbox, kept, rollerId, this::afterDiskWork);
            found.start();
            return found;
        } catch (KeptMessagesException failed) {
            LOG.warn("{}; events and summaries wait in memory only until the next start", failed.getMessage());
            kept.close();
            return null;
        }
    }

    private void afterDiskWork() {
        tellDropped();
        sendWaiting();
    }

    /** Hears commands from the next connection on; to be called before {@link #connectTo}. */
    public void obey(CommandInlet inlet) {
        commands = new CommandChannel(rollerId, inlet, () -> progressNs = clock.monotonicNs(), outbox::wake);
    }

    /**
     * Lets Home Assistant find this roller from the next connection on; to be called before {@link #connectTo}.
     *
     * @param softwareVersion of this service, for people.
     */
    public void showInHomeAssistant(String softwareVersion) {
        homeAssistantCard = HomeAssistantCard.payload(rollerId, softwareVersion);
    }

    /**
     * Begins to connect, in a thread of its own; to be called once.
     *
     * @param address {@code mqtt://host:port} or {@code mqtts://host:port}.
     */
    public synchronized void connectTo(String address) {
        if (closing) {
            return;
        }
        BrokerSupervisor connecting = new BrokerSupervisor(
                settings.withAddress(address),
                Greeting.withWill("rollscope-" + rollerId, Topic.STATUS.path(rollerId), codec.will()),
                clock,
                new Pump());
        supervisor = connecting;
        connecting.start();
    }

    @Override
    public void publish(MetricsMessage message) {
        boolean nobodyToHear = supervisor == null && message.topic().qosIndex() == 0;
        if (closing || nobodyToHear) {
            return;
        }
        outbox.add(message, clock.wallClock());
        tellDropped();
        sendWaiting();
    }

    private void tellDropped() {
        if (!overflowTold && backlog().droppedCount() > droppedBeforeCount) {
            overflowTold = true;
            LOG.warn(
                    "more events and summaries wait for the broker than may ({} on disk, {} in memory); the oldest are dropped",
                    settings.keptLimitCount(),
                    Math.min(Outbox.MEMORY_LIMIT_COUNT, settings.keptLimitCount()));
        }
    }

    /**
     * Sends what may be sent, on the thread that has something to say: no other thread must wake up for it. Who comes while
     * another thread does so leaves the work to that one, which looks again before it goes.
     */
    private void sendWaiting() {
        PahoConnection connection = current;
        while (connection != null && !connection.isLost() && outbox.hasNext() && sending.tryLock()) {
            try {
                for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
                    send(connection, next);
                }
            } catch (MqttException failed) {
                connection.markLost(failed.getReasonCode());
                outbox.wake();
            } finally {
                sending.unlock();
            }
        }
    }

    @Override
    public String state() {
        BrokerSupervisor connecting = supervisor;
        CommandChannel channel = commands;
        if (connecting == null) {
            return words;
        }
        boolean deaf = channel != null && channel.isRefused() && current != null;
        return connecting.words() + (deaf ? ", but it does not let this roller hear commands" : "");
    }

    @Override
    public long droppedMessageCount() {
        return outbox.droppedCount() + backlog().droppedCount() + oversizeCount.get();
    }

    @Override
    public Backlog backlog() {
        OutboxKeeper keeping = keeper;
        return outbox.backlog(keeping == null ? null : keeping.trouble());
    }

    @Override
    public void close() {
        BrokerSupervisor connecting;
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            connecting = supervisor;
        }
        outbox.wake();
        if (connecting != null) {
            connecting.close();
        }
        words = "closed";
        if (keeper != null) {
            keeper.close();
        }
    }

    private void send(PahoConnection connection, Outgoing outgoing) throws MqttException {
        byte[] payload = outgoing.payload();
        Topic topic = outgoing.topic();
        if (payload.length > MetricsCodec.MAX_PAYLOAD_BYTES) {
            if (oversizeCount.getAndIncrement() == 0) {
                LOG.warn("a message on {} has {} bytes and is not sent", topic.word(), payload.length);
            }
            outbox.delivered(outgoing);
            return;
        }
        connection.publish(topic.path(rollerId), payload, topic.qosIndex(), outgoing.retained(), () -> {
            progressNs = clock.monotonicNs();
            if (connection == current) {
                outbox.delivered(outgoing);
                sendWaiting();
            }
        });
    }

    /** What happens on a standing connection; runs on the supervisor's thread. */
    private final class Pump implements BrokerSupervisor.Guest {
        @Override
        public void serve(PahoConnection connection) throws MqttException, InterruptedException {
            CommandChannel channel = commands;
            try {
                if (channel != null) {
                    channel.opened(connection); // before "online" is said: who reads that may command at once
                }
                begin(connection);
                sendWaiting();
                introduce(connection);
                while (!connection.isLost() && !closing) {
                    sendWaiting();
                    outbox.awaitWake(LOOK_MS);
                    watchProgress(connection);
                }
                if (closing) {
                    sayGoodbye(connection);
                }
            } finally {
                current = null;
                outbox.connectionLost();
                if (channel != null) {
                    channel.closed();
                }
            }
        }

        private void introduce(PahoConnection connection) throws MqttException {
            byte[] card = homeAssistantCard;
            if (card != null) {
                connection.publish(DiscoveryTopics.card(rollerId), card, 1, true, () -> {});
            }
        }

        @Override
        public void prepare() {
            codec.rehearse();
        }

        /** Nothing is sent while the outbox is put in order for a new connection. */
        private void begin(PahoConnection connection) {
            sending.lock();
            try {
                outbox.connectionOpened();
                overflowTold = false;
                droppedBeforeCount = backlog().droppedCount();
                progressNs = clock.monotonicNs();
                current = connection;
            } finally {
                sending.unlock();
            }
        }

        private void watchProgress(PahoConnection connection) {
            long nowNs = clock.monotonicNs();
            if (!outbox.awaitsAnswers()) {
                progressNs = nowNs;
            } else if (nowNs - progressNs > TimeUnit.MILLISECONDS.toNanos(2 * settings.keepAliveMs())) {
                connection.markLost(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
            }
        }

        private void sayGoodbye(PahoConnection connection) throws MqttException, InterruptedException {
            long endNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(BrokerSupervisor.GOODBYE_MS / 2);
            while (outbox.hasKept() && !connection.isLost() && clock.monotonicNs() < endNs) {
                sendWaiting();
                outbox.awaitWake(GOODBYE_LOOK_MS);
            }
            if (connection.isLost()) {
                return;
            }
            CountDownLatch told = new CountDownLatch(1);
            Outgoing offline = outbox.wrap(new Status(false), clock.wallClock());
            connection.publish(
                    Topic.STATUS.path(rollerId),
                    offline.payload(),
                    Topic.STATUS.qosIndex(),
                    Topic.STATUS.retained(),
                    told::countDown);
            if (told.await(BrokerSupervisor.GOODBYE_MS / 2, TimeUnit.MILLISECONDS)) {
                connection.sayGoodbye();
            }
        }

        @Override
        public void state(boolean connected, String words) {
            // The supervisor has logged it and tells it in state().
        }

        @Override
        public boolean isClosing() {
            return closing;
        }

        @Override
        public void arrived(String topicPath, byte[] payload) {
            // commands come with their properties
        }

        @Override
        public void arrived(String topicPath, MqttMessage message) {
            CommandChannel channel = commands;
            if (channel != null) {
                channel.arrived(message);
            }
        }

        @Override
        public void lost() {
            outbox.wake();
        }
    }
}
