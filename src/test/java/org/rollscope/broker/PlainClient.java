package org.rollscope.broker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.rollscope.mqtt.QuietCallback;

/** A connected client that remembers what it hears. */
final class PlainClient implements QuietCallback, AutoCloseable {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final MqttClient client;

    PlainClient(EmbeddedBroker broker, String clientId) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + broker.port(), clientId, new MemoryPersistence());
        client.setCallback(this);
        client.connect();
    }

    PlainClient listening() throws MqttException {
        client.subscribe(new MqttSubscription[] {new MqttSubscription("#", 1)});
        return this;
    }

    void publish(String topic, byte[] payload, int qos, boolean retained) throws MqttException {
        client.publish(topic, payload, qos, retained);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.add(new String(message.getPayload(), StandardCharsets.UTF_8));
    }
}
