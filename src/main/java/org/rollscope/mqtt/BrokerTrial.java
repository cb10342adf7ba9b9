package org.rollscope.mqtt;

import java.util.UUID;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.rollscope.telemetry.Topic;

/** Whether a broker lets somebody in and lets them listen. <b>Threads.</b> Any; waits for the network. */
public final class BrokerTrial {
    private BrokerTrial() {}

    /**
     * Connects, asks for what a chart needs, and leaves.
     *
     * @return empty when all went well, otherwise what went wrong, in words.
     */
    public static String words(MqttSettings settings) throws InterruptedException {
        Greeting greeting = Greeting.passing("rollscope-trial-" + UUID.randomUUID());
        try (PahoConnection connection = PahoConnection.open(settings, greeting, new Deaf())) {
            connection.subscribe(Topic.ROOT + "/+/+", 1);
            connection.sayGoodbye();
            return "";
        } catch (UnreachableBrokerException unreachable) {
            return unreachable.words();
        } catch (MqttException refused) {
            return FailureWords.ofAttempt(refused, settings);
        }
    }

    private static final class Deaf implements PahoConnection.Listener {
        @Override
        public void arrived(String topicPath, byte[] payload) {
            // only asked whether it may listen
        }

        @Override
        public void lost() {
            // told by the next step
        }
    }
}
