package org.rollscope.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** A connected client whose packets leave at once, and which remembers what it hears. */
final class PromptClient implements MqttCallback, AutoCloseable {
    private static final int PATIENCE_MS = 10_000;

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final MqttAsyncClient client;

    PromptClient(OpenBroker broker, String id) throws MqttException {
        client = new MqttAsyncClient(broker.uri().replace("mqtt:", "tcp:"), id, new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setSocketFactory(PromptSockets.plain());
        client.connect(options).waitForCompletion(PATIENCE_MS);
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

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
