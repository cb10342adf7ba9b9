package org.rollscope.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A greeting and the settings in Paho's terms. <b>Threads.</b> Any. */
final class GreetingOptions {
    private GreetingOptions() {}

    /**
     * What one connection asks for. Reads the password and the CA file anew: who changes them need not restart anything.
     *
     * @throws IOException when a file of the login cannot be read.
     * @throws GeneralSecurityException when the CA file holds no certificates.
     */
    static MqttConnectionOptions of(MqttSettings settings, Greeting greeting)
            throws IOException, GeneralSecurityException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(!greeting.isKept());
        options.setSessionExpiryInterval(greeting.keptS());
        if (greeting.isKept()) {
            options.setReceiveMaximum(greeting.underWayLimitCount());
        }
        String willPath = greeting.willPath();
        if (willPath != null) {
            options.setWill(willPath, new MqttMessage(greeting.will(), 1, true, null));
        }
        options.setConnectionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(settings.connectTimeoutMs() + 999));
        options.setKeepAliveInterval((int) TimeUnit.MILLISECONDS.toSeconds(settings.keepAliveMs() + 999));
        options.setMaximumPacketSize(2L * MetricsCodec.MAX_PAYLOAD_BYTES);
        options.setExecutorServiceTimeout(1);
        if (settings.userName() != null) {
            options.setUserName(settings.userName());
        }
        Path passwordFile = settings.passwordFile();
        if (passwordFile != null) {
            String text = Files.readString(passwordFile);
            options.setPassword(text.lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8));
        }
        options.setSocketFactory(sockets(settings));
        return options;
    }

    private static SocketFactory sockets(MqttSettings settings) throws IOException, GeneralSecurityException {
        if (!BrokerAddress.parse(settings.address()).tls()) {
            return PromptSockets.plain();
        }
        Path caFile = settings.caFile();
        return PromptSockets.tls(
                caFile == null ? SSLContext.getDefault().getSocketFactory() : TrustFile.socketFactory(caFile));
    }
}
