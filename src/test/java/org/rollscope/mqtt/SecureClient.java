package org.rollscope.mqtt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;
import org.rollscope.access.SecureFolder;

/** A client that does what a broker should refuse, and tells what it was answered. */
final class SecureClient implements QuietCallback, AutoCloseable {
    private static final long PATIENCE_MS = 10_000;

    /** Two clients of one name would throw one another out. */
    private static final AtomicInteger MADE_COUNT = new AtomicInteger();

    private final MqttAsyncClient client;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    SecureClient(SecuredBroker broker, SecureFolder folder, String user) throws Exception {
        this(broker, folder, user, null);
    }

    SecureClient(SecuredBroker broker, SecureFolder folder, String user, @Nullable String willTopic) throws Exception {
        client = new MqttAsyncClient(
                "ssl://" + broker.words(),
                "test-" + user + "-" + MADE_COUNT.incrementAndGet(),
                new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(user);
        options.setExecutorServiceTimeout(1);
        options.setPassword(Files.readString(folder.passwordFile(user)).strip().getBytes(StandardCharsets.UTF_8));
        options.setSocketFactory(TrustFile.socketFactory(folder.caFile()));
        if (willTopic != null) {
            options.setWill(willTopic, new MqttMessage("forged".getBytes(StandardCharsets.UTF_8), 1, true, null));
        }
        client.connect(options).waitForCompletion(PATIENCE_MS);
    }

    String clientId() {
        return client.getClientId();
    }

    /** What the broker answered to the subscription. */
    int subscribe(String filter) throws MqttException {
        IMqttToken token = client.subscribe(new MqttSubscription[] {new MqttSubscription(filter, 1)});
        try {
            token.waitForCompletion(PATIENCE_MS);
        } catch (MqttException refused) {
            return refused.getReasonCode();
        }
        return token.getReasonCodes()[0];
    }

    /** What the broker answered to a message. */
    int publish(String topic, String payload) throws MqttException {
        IMqttToken token = client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, false);
        try {
            token.waitForCompletion(PATIENCE_MS);
        } catch (MqttException refused) {
            return refused.getReasonCode();
        }
        int[] codes = token.getReasonCodes();
        return codes == null || codes.length == 0 ? 0 : codes[0];
    }

    /** Sends without waiting for an answer. */
    void flood(String topic, int lengthBytes) throws MqttException {
        client.publish(topic, new byte[lengthBytes], 0, false);
    }

    /** Waits until the broker has ended the connection. */
    void awaitEnd() throws InterruptedException {
        Recorder.eventually("the broker ends the connection", () -> !client.isConnected());
    }

    /** Ends without goodbye. */
    void die() throws MqttException {
        client.disconnectForcibly(0, 0, false);
    }

    void await(String message) throws InterruptedException {
        Recorder.eventually(message + ", heard " + heard, () -> heard.contains(message));
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect(0).waitForCompletion(PATIENCE_MS);
        }
        client.close(true);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (message.isRetained()) {
            return; // left by an earlier test
        }
        heard.add(topic + " " + new String(message.getPayload(), StandardCharsets.UTF_8));
    }
}
