package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.rollscope.telemetry.Topic;

/** A connected client whose packets leave at once, and which remembers what it hears. */
final class PromptClient implements QuietCallback, AutoCloseable {
    private static final int PATIENCE_MS = 10_000;

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final MqttAsyncClient client;

    PromptClient(String uri, String id) throws MqttException {
        client = new MqttAsyncClient(uri.replace("mqtt:", "tcp:"), id, new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(PromptSockets.plain());
        client.connect(options).waitForCompletion(PATIENCE_MS);
    }

    /** Waits until a roller says that it is there, and so that it hears commands. */
    static void awaitOnline(String uri, String rollerId) throws MqttException, InterruptedException {
        try (PromptClient client = new PromptClient(uri, "await-online")) {
            client.subscribe(Topic.STATUS.path(rollerId));
            String status;
            do {
                status = client.heard.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
                assertTrue(status != null, "never online: " + rollerId);
            } while (!status.contains("\"online\""));
        }
    }

    void subscribe(String path) throws MqttException {
        client.subscribe(new MqttSubscription(path, 1)).waitForCompletion(PATIENCE_MS);
    }

    void unsubscribe(String path) throws MqttException {
        client.unsubscribe(path).waitForCompletion(PATIENCE_MS);
    }

    void retain(String path, String text) throws MqttException {
        client.publish(path, text.getBytes(StandardCharsets.UTF_8), 1, true).waitForCompletion(PATIENCE_MS);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(PATIENCE_MS);
        client.close();
    }

    @Override
    public void messageArrived(String path, MqttMessage message) {
        heard.add(new String(message.getPayload(), StandardCharsets.UTF_8));
    }
}
