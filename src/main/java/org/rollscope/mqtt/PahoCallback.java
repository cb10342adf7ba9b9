package org.rollscope.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Hears Paho and passes on what matters: messages, and the end of the connection. */
final class PahoCallback implements MqttCallback {
    private final PahoConnection connection;
    private final PahoConnection.Listener listener;

    PahoCallback(PahoConnection connection, PahoConnection.Listener listener) {
        this.connection = connection;
        this.listener = listener;
    }

    @Override
    public void messageArrived(String topicPath, MqttMessage message) {
        listener.arrived(connection, topicPath, message);
    }

    @Override
    public void disconnected(@Nullable MqttDisconnectResponse response) {
        connection.markLost(reasonCode(response));
        listener.lost();
    }

    private static int reasonCode(@Nullable MqttDisconnectResponse response) {
        if (response == null) {
            return MqttClientException.REASON_CODE_CONNECTION_LOST;
        }
        MqttException exception = response.getException();
        return exception == null ? response.getReturnCode() : exception.getReasonCode();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // Paho ends the connection after an error of consequence and says so by disconnected().
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Each publish has its own listener.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The greeting is awaited where the connection is opened.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // No extended authentication is used.
    }
}
