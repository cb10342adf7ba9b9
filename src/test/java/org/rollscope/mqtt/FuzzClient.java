package org.rollscope.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;
import org.rollscope.telemetry.Topic;

/**
 * A client that says nonsense on every topic of a roller and beside them, and hears everything that is said: what it said itself,
 * counted, and whether anybody said something where only it may.
 */
final class FuzzClient implements QuietCallback, AutoCloseable {
    private static final long PATIENCE_MS = 60_000;
    private static final UserProperty MARK = new UserProperty("said-by", "fuzz");
    /** mosquitto takes 20 unacknowledged messages at a time. */
    private static final int ACKNOWLEDGED_AT_ONCE_COUNT = 15;

    private static final String SIGNS = "abcxyzAZ059 ._-%\"'{}[]\\é漢";

    /** Broken so that no small change makes them sound: nothing of what changes a service may come of them. */
    private static final List<String> COMMANDS = List.of(
            command("start", "{\"now\":true,\"session\":\"mine\"}"),
            command("stop", "{\"now\":true,\"session\":\"mine\"}"),
            command("ceiling", "{\"ceiling_kpa\":\"as high as you can\"}"),
            command("ceiling", "{\"ceiling_kpa\":{\"min\":5,\"max\":400}}"),
            command("muscle", "{\"muscle\":\"liver or spleen\",\"side\":\"left\"}"),
            command("athlete", "{\"athlete_id\":\"Robert'); DROP TABLE session;--\"}"),
            command("athlete", "{\"athlete_id\":\"nobody-of-that-name\"}"),
            command("tare", "{\"zero\":0,\"force\":true}"),
            command("routine", "{\"action\":\"begin at once\",\"athlete_id\":\"anna\"}"),
            command("routine", "{\"action\":\"start\"}"),
            command(
                    "plan",
                    "{\"athlete_id\":\"anna\",\"based_on_version\":1,\"reason\":\"because\",\"removed\":[\"calf:left\"]}"),
            command(
                    "plan",
                    "{\"athlete_id\":\"../../etc\",\"based_on_version\":-1,\"reason\":\"\",\"prescriptions\":[[],{}]}"),
            command("shutdown-the-machine", "{}"),
            command("marker", "{\"number\":12}"),
            command("pain", "{\"pain_nrs\":6.5}"),
            command("felt_release", "{}"),
            command("backfill", "{\"session_id\":\"../../etc/passwd\",\"from_us\":10,\"to_us\":5000}"),
            "{".repeat(3000),
            "[".repeat(3000) + "]".repeat(3000),
            "\"" + "\\u0000".repeat(500) + "\"",
            "");

    private final String rollerId;
    private final SplittableRandom random;
    private final MqttAsyncClient client;
    private final List<byte[]> payloads = new ArrayList<>();
    private final List<String> strayPaths = new ArrayList<>();
    private final AtomicLong heardCount = new AtomicLong();
    private final Set<String> strangePaths = ConcurrentHashMap.newKeySet();
    private final Semaphore acknowledged = new Semaphore(ACKNOWLEDGED_AT_ONCE_COUNT);
    private long saidCount;
    private long commandCount;
    private long figureCount;

    FuzzClient(String uri, String rollerId, long seed) throws MqttException {
        this.rollerId = rollerId;
        random = new SplittableRandom(seed);
        RandomMessages messages = new RandomMessages(seed);
        MetricsCodec codec = new MetricsCodec();
        for (Topic topic : Topic.values()) {
            for (int count = 0; count < 40; count++) {
                payloads.add(codec.encode(rollerId, messages.next(topic), messages.envelope()));
            }
        }
        COMMANDS.forEach(command -> payloads.add(utf8(command)));
        for (int count = 0; count < 200; count++) {
            strayPaths.add("rollscope/v1/" + randomText() + "/" + randomText());
        }
        client = new MqttAsyncClient(uri.replace("mqtt:", "tcp:"), "fuzz", new MemoryPersistence());
        client.setCallback(this);
        client.connect().waitForCompletion(PATIENCE_MS);
        client.subscribe("#", 0).waitForCompletion(PATIENCE_MS);
    }

    private static String command(String name, String args) {
        return "{\"schema\":\"rollscope.command/1\",\"command_id\":\"ID\",\"name\":\"" + name + "\",\"args\":" + args
                + ",\"sender\":\"fuzz\"}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says one thing. */
    void sayNext() throws MqttException, InterruptedException {
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(List.of(MARK));
        int die = random.nextInt(10);
        if (die < 6) {
            commandCount++;
            String command = COMMANDS.get(random.nextInt(COMMANDS.size())).replace("ID", "f" + random.nextInt(5000));
            properties.setResponseTopic(responsePath());
            if (random.nextBoolean()) {
                properties.setCorrelationData(randomBytes(random.nextInt(200)));
            }
            publish("rollscope/v1/" + rollerId + "/command", Mutation.of(utf8(command), random), properties);
        } else if (die < 9) {
            String who = random.nextBoolean() ? rollerId : "fuzz-" + random.nextInt(5);
            // Its own presence stays as it is: a stranger's "offline" is the broker's to forbid, and would end nothing.
            List<String> words = List.of(
                    "device", "session", "live", "frames", "event", "summary", "routine", "plan", "live", "answer");
            String word = words.get(random.nextInt(words.size()));
            byte[] payload = Mutation.of(payloads.get(random.nextInt(payloads.size())), random);
            figureCount += word.equals("answer") || payload.length == 0 ? 0 : 1;
            publish("rollscope/v1/" + who + "/" + word, payload, properties);
        } else {
            // Some hundred of them: who invents more is disconnected, which is another test.
            String path = strayPaths.get(random.nextInt(strayPaths.size()));
            publish(path, randomBytes(random.nextInt(300)), properties);
        }
    }

    private String responsePath() {
        return switch (random.nextInt(6)) {
            case 0 -> "rollscope/v1/" + rollerId + "/answer/fuzz";
            case 1 -> "rollscope/v1/" + rollerId + "/command";
            case 2 -> "rollscope/v1/another/answer/fuzz";
            case 3 -> "elsewhere/" + randomText();
            case 4 -> "rollscope/v1/" + rollerId + "/answer/" + randomText();
            default -> "rollscope/v1/" + rollerId + "/status";
        };
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String randomText() {
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(12); count > 0; count--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private void publish(String path, byte[] payload, MqttProperties properties)
            throws MqttException, InterruptedException {
        saidCount++;
        if (random.nextInt(20) > 0) {
            client.publish(path, new MqttMessage(payload, 0, false, properties));
            return;
        }
        boolean retained = path.endsWith("/command") || path.endsWith("/summary");
        acknowledged.acquire();
        client.publish(path, new MqttMessage(payload, 1, retained, properties), null, new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                acknowledged.release();
            }

            @Override
            public void onFailure(IMqttToken token, @Nullable Throwable failure) {
                acknowledged.release();
            }
        });
    }

    /** Waits until all that it said has come back to it, so that nobody's queue grows over its limit. */
    void awaitAll() throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (heardCount.get() < saidCount) {
            if (System.nanoTime() > endNs || !client.isConnected()) {
                throw new AssertionError(
                        heardCount + " of " + saidCount + " came back, connected: " + client.isConnected());
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    long saidCount() {
        return saidCount;
    }

    /** How many were commands. */
    long commandCount() {
        return commandCount;
    }

    /** How many were on topics that a viewer reads, and not empty. */
    long figureCount() {
        return figureCount;
    }

    /** Topics on which somebody else said something that is not the roller's to say. */
    Set<String> strangePaths() {
        return strangePaths;
    }

    /** Whether a path is the roller's to speak on. */
    private boolean own(String path) {
        return Arrays.stream(Topic.values())
                        .anyMatch(topic -> topic.path(rollerId).equals(path))
                || path.matches(Topic.ROOT + "/" + rollerId + "/(command|answer/[A-Za-z0-9._-]{1,64})");
    }

    @Override
    public void messageArrived(String path, MqttMessage message) {
        MqttProperties properties = message.getProperties();
        boolean own = properties != null && properties.getUserProperties().contains(MARK);
        if (own) {
            heardCount.incrementAndGet();
        } else if (!own(path)) {
            strangePaths.add(path);
        }
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 1000, true);
        client.close(true);
    }
}
