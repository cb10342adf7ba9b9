package org.rollscope.peers;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.protocol.WireReceiver;

/**
 * What a service in Java does that publishes every frame with Paho, 200 bytes at QoS 0, and nothing else: no detection, no
 * recording. A yardstick for the service's processor time.
 *
 * <p>Arguments: port, MQTT port, topic. The port must be raw already, as the feeder's is.
 */
public final class PahoPerFrameBridge implements FrameSink {
    private static final int PAYLOAD_BYTES = 200;
    private static final int CHUNK_BYTES = 4096;

    private final MqttAsyncClient client;
    private final String topic;

    private PahoPerFrameBridge(MqttAsyncClient client, String topic) {
        this.client = client;
        this.topic = topic;
    }

    /** Runs until the port ends. */
    public static void main(String[] arguments) throws IOException, MqttException {
        MqttAsyncClient client =
                new MqttAsyncClient("tcp://127.0.0.1:" + arguments[1], "paho-bridge", new MemoryPersistence());
        client.connect(new MqttConnectionOptions()).waitForCompletion();
        WireReceiver receiver = new WireReceiver(new PahoPerFrameBridge(client, arguments[2]));
        try (FileInputStream in = new FileInputStream(arguments[0]);
                FileOutputStream out = new FileOutputStream(arguments[0])) {
            out.write(FrameEncoder.helloRequest());
            byte[] chunk = new byte[CHUNK_BYTES];
            int countBytes = in.read(chunk);
            while (countBytes >= 0) {
                receiver.accept(chunk, 0, countBytes, System.nanoTime());
                countBytes = in.read(chunk);
            }
        }
    }

    @Override
    public void frame(RawFrame frame) {
        int sum = 0;
        for (char count : frame.padCounts()) {
            sum += count;
        }
        String head = String.format(
                Locale.ROOT,
                "{\"device_time_us\":%d,\"seq\":%d,\"sum\":%d,\"pad\":\"",
                frame.deviceTimeUs(),
                frame.sequence(),
                sum);
        byte[] payload = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), PAYLOAD_BYTES);
        Arrays.fill(payload, head.length(), PAYLOAD_BYTES - 2, (byte) '.');
        payload[PAYLOAD_BYTES - 2] = '"';
        payload[PAYLOAD_BYTES - 1] = '}';
        try {
            client.publish(topic, payload, 0, false);
        } catch (MqttException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        // nothing depends on it
    }

    @Override
    public void linkLost(String reason) {
        throw new IllegalStateException(reason);
    }
}
