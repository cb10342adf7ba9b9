package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who subscribes at the very moment in which a retained message is replaced hears the new one (MQTT 5, 3.3.1.3). Without its
 * turns the embedded broker fails one round in five.
 */
@Timeout(120)
class RetainedMessageIT {
    private static final String PATH = "rollscope/v1/roller-1/status";
    private static final List<String> FILTERS = List.of(PATH, "rollscope/v1/+/+", "#");
    private static final int PATIENCE_MS = 10_000;
    private static final int ROUND_COUNT = 60;

    /** Mosquitto does one thing after the other; it shows that the test asks for nothing odd. */
    private static final int OTHERS_ROUND_COUNT = 10;

    /** A broker takes some hundred microseconds for a subscription and for a message. */
    private static final long SPREAD_NS = 600_000;

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final ExecutorService meanwhile = Executors.newSingleThreadExecutor();

    @TempDir
    private Path folder;

    @AfterEach
    void endIt() {
        meanwhile.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatReplacesAnotherMeanwhileIsHeard(BrokerKind kind) throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                PromptClient reader = new PromptClient(broker.uri(), "reader");
                PromptClient writer = new PromptClient(broker.uri(), "writer")) {
            for (int round = 0; round < roundCount(kind); round++) {
                String text = "round " + round;
                assertHeard(reader, text, () -> {
                    writer.retain(PATH, text);
                    return null;
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLastWillThatIsPublishedMeanwhileIsHeard(BrokerKind kind) throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                PromptClient reader = new PromptClient(broker.uri(), "reader")) {
            for (int round = 0; round < roundCount(kind); round++) {
                String will = "gone in round " + round;
                Socket dying = connectedWithWill(broker, will);
                assertHeard(reader, will, () -> {
                    dying.close();
                    return null;
                });
            }
        }
    }

    private static int roundCount(BrokerKind kind) {
        return kind == BrokerKind.EMBEDDED ? ROUND_COUNT : OTHERS_ROUND_COUNT;
    }

    private void assertHeard(PromptClient reader, String text, Callable<?> replacing) throws Exception {
        long delayNs = random.nextLong(SPREAD_NS);
        Future<?> replaced = meanwhile.submit(() -> {
            LockSupport.parkNanos(delayNs);
            return replacing.call();
        });
        LockSupport.parkNanos(random.nextLong(SPREAD_NS));
        String filter = FILTERS.get(random.nextInt(FILTERS.size()));
        reader.subscribe(filter);
        replaced.get();
        String last;
        do {
            last = reader.heard.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            assertTrue(last != null, "never heard: " + text);
        } while (!last.equals(text));
        reader.unsubscribe(filter);
        reader.heard.clear();
    }

    /** Speaks just enough MQTT 3.1.1 to leave a will: clean session, QoS 1, retained. */
    private static Socket connectedWithWill(OpenBroker broker, String will) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 0x2E, 0, 0});
        for (String text : new String[] {"dying", PATH, will}) {
            body.write(0);
            body.write(text.length());
            body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(body.size());
        packet.writeBytes(body.toByteArray());
        Socket socket = new Socket("127.0.0.1", URI.create(broker.uri()).getPort());
        socket.getOutputStream().write(packet.toByteArray());
        assertEquals(0x20, socket.getInputStream().read(), "connected");
        return socket;
    }
}
