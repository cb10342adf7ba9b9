package org.rollscope.mqtt;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.TimerPingSender;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a broker, from the greeting to its loss, on a Paho client that is used for nothing else.
 *
 * <p><b>Threads.</b> Paho runs on daemon threads that end with the connection. Callbacks come from them.
 */
final class PahoConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);
    /** From here on, reason codes of MQTT 5 are refusals. */
    static final int REFUSED_REASON_CODE = 128;

    static {
        SilentPahoLog.use();
    }

    /** Hears of messages and of the end. */
    interface Listener {
        void arrived(String topicPath, byte[] payload);

        /** The same with all that came with it; must not wait nor throw. */
        default void arrived(String topicPath, MqttMessage message) {
            arrived(topicPath, message.getPayload());
        }

        /** The same for who must {@link #acknowledge} each message, on the connection that it came by. */
        default void arrived(PahoConnection from, String topicPath, MqttMessage message) {
            arrived(topicPath, message);
        }

        void lost();
    }

    private final MqttSettings settings;
    private final PahoThreads threads;
    private final MqttAsyncClient client;
    private final Greeting greeting;
    private final Listener listener;
    private final AtomicReference<@Nullable String> lossWords = new AtomicReference<>();
    private volatile boolean refused;
    private volatile boolean unexplained;
    private volatile boolean resumed;

    private PahoConnection(
            MqttSettings settings, PahoThreads threads, MqttAsyncClient client, Greeting greeting, Listener listener) {
        this.settings = settings;
        this.threads = threads;
        this.client = client;
        this.greeting = greeting;
        this.listener = listener;
    }

    /**
     * Connects.
     *
     * @param settings where and how.
     * @param greeting as whom.
     * @param listener hears of messages and of the end.
     * @return the standing connection.
     * @throws UnreachableBrokerException in words.
     * @throws InterruptedException when the thread is to end.
     */
    static PahoConnection open(MqttSettings settings, Greeting greeting, Listener listener)
            throws UnreachableBrokerException, InterruptedException {
        PahoThreads threads = new PahoThreads();
        PahoConnection connection = null;
        try {
            MqttConnectionOptions options = GreetingOptions.of(settings, greeting);
            MqttAsyncClient client = new MqttAsyncClient(
                    BrokerAddress.parse(settings.address()).pahoUri(),
                    greeting.clientId(),
                    new MemoryPersistence(),
                    new TimerPingSender(threads),
                    threads);
            connection = new PahoConnection(settings, threads, client, greeting, listener);
            client.setManualAcks(greeting.isKept());
            client.setCallback(new PahoCallback(connection, listener));
            connection.resumed = connection
                    .await(whenDone -> client.connect(options, null, whenDone))
                    .getSessionPresent();
            return connection;
        } catch (MqttException | GeneralSecurityException e) {
            discard(connection, threads);
            throw new UnreachableBrokerException(FailureWords.ofAttempt(e, settings), e);
        } catch (IOException e) {
            discard(connection, threads);
            throw new UnreachableBrokerException("a file for the login cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            discard(connection, threads);
            throw e;
        }
    }

    private static void discard(@Nullable PahoConnection connection, PahoThreads threads) {
        if (connection == null) {
            threads.shutdownNow();
        } else {
            connection.close();
        }
    }

    /** Begins to send; {@code delivered} is called once the broker has it (QoS 1) or the socket took it (QoS 0). */
    void publish(String path, byte[] payload, int qosIndex, boolean retained, Runnable delivered) throws MqttException {
        publish(path, new MqttMessage(payload, qosIndex, retained, null), delivered);
    }

    /** The same with properties. */
    void publish(String path, MqttMessage message, Runnable delivered) throws MqttException {
        publish(path, message, delivered, reasonCode -> refused(path, reasonCode));
    }

    /** The same for who says itself what a refusal means; {@code delivered} follows in that case too. */
    void publish(String path, MqttMessage message, Runnable delivered, IntConsumer refused) throws MqttException {
        client.publish(path, message, null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                int[] reasonCodes = token.getReasonCodes();
                if (reasonCodes != null && reasonCodes.length > 0 && reasonCodes[0] >= REFUSED_REASON_CODE) {
                    refused.accept(reasonCodes[0]);
                }
                delivered.run();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                // The connection is ending; the sender keeps the message and sends it on the next one.
            }
        });
    }

    /**
     * The broker took a message and gave it to nobody. Where it was this client's own state, the login is that of somebody
     * else: all further messages would be lost in silence. A single other topic is not worth the connection.
     */
    private void refused(String path, int reasonCode) {
        if (path.equals(greeting.willPath())) {
            refused = true;
            markLost(reasonCode);
            listener.lost();
        } else if (!refused) {
            refused = true;
            LOG.warn(
                    "the broker lets nobody hear what is sent to {}: its rights forbid it (reason {})",
                    path,
                    reasonCode);
        }
    }

    /** Whether it ended for a reason that will stand: the login's rights, or another client of the same name. */
    boolean isRefused() {
        return refused && isLost();
    }

    /** Subscribes and waits for the answer; what is sent to be kept by the broker is marked so. */
    void subscribe(String filter, int qosIndex) throws MqttException, InterruptedException {
        subscribe(List.of(filter), qosIndex);
    }

    /** The same for several at once: the broker has all of them or none. */
    void subscribe(List<String> filters, int qosIndex) throws MqttException, InterruptedException {
        MqttSubscription[] subscriptions = filters.stream()
                .map(filter -> new MqttSubscription(filter, qosIndex))
                .toArray(MqttSubscription[]::new);
        for (MqttSubscription subscription : subscriptions) {
            subscription.setRetainAsPublished(true);
        }
        try {
            int[] reasonCodes = await(whenDone -> client.subscribe(subscriptions, null, whenDone, null))
                    .getReasonCodes();
            for (int index = 0; reasonCodes != null && index < reasonCodes.length; index++) {
                if (reasonCodes[index] >= REFUSED_REASON_CODE) {
                    throw new MqttException(reasonCodes[index]);
                }
            }
        } catch (MqttException failed) {
            String words = FailureWords.ofSubscription(failed.getReasonCode(), String.join(", ", filters), settings);
            // a service whose login is of another role is told so by its own words
            if (words != null && greeting.isKept()) {
                refused = true;
                markLost(words);
            }
            throw failed;
        }
    }

    /** Ends a subscription; what the broker has already set aside for this client still comes. */
    void unsubscribe(String filter) throws MqttException, InterruptedException {
        await(whenDone -> client.unsubscribe(filter, null, whenDone));
    }

    /** Tells the broker that it may forget a message; on the connection by which it came. */
    void acknowledge(MqttMessage message) throws MqttException {
        if (!isLost()) {
            client.messageArrivedComplete(message.getId(), message.getQos());
        }
    }

    /** Whether the broker has kept what came since the connection before. */
    boolean isResumed() {
        return resumed;
    }

    /** Whether it ended and nobody said why. */
    boolean isUnexplained() {
        return unexplained;
    }

    boolean isLost() {
        return lossWords.get() != null;
    }

    /** Why it ended; only after the loss. */
    String lossWords() {
        String words = lossWords.get();
        return words == null ? "" : words;
    }

    /** Notes the end; the first reason stands. */
    void markLost(int reasonCode) {
        if (reasonCode == MqttReturnCode.RETURN_CODE_SESSION_TAKEN_OVER && greeting.isKept()) {
            // two of one name would throw one another out without end
            refused = true;
        }
        if (markLost(FailureWords.ofLoss(reasonCode, settings, greeting))) {
            unexplained = reasonCode == MqttClientException.REASON_CODE_CONNECTION_LOST;
        }
    }

    /** The same in words; false when there was a reason before. */
    boolean markLost(String words) {
        return lossWords.compareAndSet(null, words);
    }

    /** Says goodbye, so that no will is sent; the broker keeps what the greeting asked it to keep. */
    void sayGoodbye() throws InterruptedException {
        sayGoodbye(null);
    }

    /** Says goodbye for good: the broker forgets this client. */
    void sayFarewell() throws InterruptedException {
        MqttProperties properties = new MqttProperties();
        properties.setSessionExpiryInterval(0L);
        sayGoodbye(properties);
    }

    private void sayGoodbye(@Nullable MqttProperties properties) throws InterruptedException {
        try {
            await(whenDone -> client.disconnect(0, null, whenDone, 0, properties));
        } catch (MqttException e) {
            markLost(MqttClientException.REASON_CODE_CONNECTION_LOST);
        }
    }

    /** Ends the connection; while Paho is still starting its threads, somewhat later in a thread of its own. */
    @Override
    public void close() {
        if (threads.mayEnd()) {
            end();
            return;
        }
        Thread ender = new Thread(this::endLater, "rollscope-paho-end");
        ender.setDaemon(true);
        ender.start();
    }

    private void endLater() {
        try {
            threads.awaitFirstTask(2 * settings.connectTimeoutMs());
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            client.disconnectForcibly(0, 1, false);
        } catch (MqttException | RuntimeException e) {
            markLost(MqttClientException.REASON_CODE_CONNECTION_LOST);
        }
        try {
            client.close(true);
        } catch (MqttException | RuntimeException e) {
            markLost(MqttClientException.REASON_CODE_CONNECTION_LOST);
        }
        threads.shutdownNow();
    }

    /** An operation that reports its end to a listener. */
    private interface Operation {
        IMqttToken begin(MqttActionListener whenDone) throws MqttException;
    }

    private IMqttToken await(Operation operation) throws MqttException, InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        IMqttToken begun = operation.begin(new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                done.countDown();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                failed.set(failure);
                done.countDown();
            }
        });
        if (!done.await(settings.connectTimeoutMs(), TimeUnit.MILLISECONDS)) {
            throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
        }
        Throwable failure = failed.get();
        if (failure instanceof MqttException mqtt) {
            throw mqtt;
        } else if (failure != null) {
            throw new MqttException(failure);
        }
        return begun;
    }
}
