package org.rollscope.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.MetricsMessage;

/** Sends one command to a roller and waits for its answer. <b>Threads.</b> One a call. */
public final class CommandCaller {
    private final MqttSettings settings;
    private final String rollerId;

    /**
     * Speaks to no broker yet.
     *
     * @param settings the broker.
     * @param rollerId which roller.
     */
    public CommandCaller(MqttSettings settings, String rollerId) {
        if (!rollerId.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("a roller's id is 1 to 32 of a-z, 0-9 and -, was '" + rollerId + "'");
        }
        this.settings = settings;
        this.rollerId = rollerId;
    }

    /**
     * What came back.
     *
     * @param json the answer as it came, null when nobody answered in time.
     * @param frameCount frames that came before it.
     */
    public record Answered(@Nullable String json, long frameCount) {}

    /**
     * Sends a command.
     *
     * @param name what to do.
     * @param args key to value.
     * @param sender who sends it.
     * @param timeoutMs how long to wait for the answer, or for the next frames.
     * @throws UnreachableBrokerException in words.
     */
    public Answered call(String name, Map<String, String> args, String sender, long timeoutMs)
            throws UnreachableBrokerException, InterruptedException {
        String commandId = UUID.randomUUID().toString();
        String clientId = "rollscope-command-" + commandId.substring(0, 8);
        Waiting waiting = new Waiting(commandId.getBytes(StandardCharsets.UTF_8));
        try (PahoConnection connection = PahoConnection.open(settings, Greeting.passing(clientId), waiting)) {
            connection.subscribe(CommandInlet.answerPath(rollerId, clientId), 1);
            MqttProperties properties = new MqttProperties();
            properties.setResponseTopic(CommandInlet.answerPath(rollerId, clientId));
            properties.setCorrelationData(waiting.correlation);
            connection.publish(
                    CommandInlet.commandPath(rollerId),
                    new MqttMessage(CommandCodec.write(commandId, name, args, sender), 1, false, properties),
                    () -> {});
            String json = waiting.await(timeoutMs);
            connection.sayGoodbye();
            return new Answered(json, waiting.frameCount.get());
        } catch (MqttException failed) {
            throw new UnreachableBrokerException(FailureWords.ofAttempt(failed, settings), failed);
        }
    }

    private static final class Waiting implements PahoConnection.Listener {
        private final byte[] correlation;
        private final MetricsCodec codec = new MetricsCodec();
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private final AtomicLong frameCount = new AtomicLong();

        private Waiting(byte[] correlation) {
            this.correlation = correlation;
        }

        @Override
        public void arrived(String topicPath, byte[] payload) {
            // answers come with their properties
        }

        @Override
        public void arrived(String topicPath, MqttMessage message) {
            MqttProperties properties = message.getProperties();
            if (properties == null || !Arrays.equals(correlation, properties.getCorrelationData())) {
                return;
            }
            if (!"application/cbor".equals(properties.getContentType())) {
                answer.complete(new String(message.getPayload(), StandardCharsets.UTF_8));
            } else if (codec.decode(org.rollscope.telemetry.Topic.FRAMES, message.getPayload())
                            instanceof Decoded.Message decoded
                    && decoded.message() instanceof MetricsMessage.Frames frames) {
                frameCount.addAndGet(frames.points().size());
            }
        }

        @Override
        public void lost() {
            // who waits notices by the time
        }

        /** The answer; null when neither it nor frames came for the time. */
        private @Nullable String await(long timeoutMs) throws InterruptedException {
            long seenCount = -1;
            while (seenCount != frameCount.get()) {
                seenCount = frameCount.get();
                try {
                    return answer.get(timeoutMs, TimeUnit.MILLISECONDS);
                } catch (TimeoutException late) {
                    // frames may have come meanwhile: then there is more to wait for
                } catch (ExecutionException never) {
                    throw new IllegalStateException("an answer is only ever completed with a text", never);
                }
            }
            return null;
        }
    }
}
