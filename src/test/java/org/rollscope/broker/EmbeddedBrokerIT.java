package org.rollscope.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollscope.access.BrokerLimits;

@Timeout(60)
class EmbeddedBrokerIT {
    private static final BrokerSettings ANY_PORT = BrokerSettings.onLoopback(0);

    @Test
    void aRetainedMessageReachesALaterSubscriber() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(ANY_PORT);
                PlainClient client = new PlainClient(broker, "one")) {
            client.publish("rollscope/v1/a/status", "online".getBytes(StandardCharsets.UTF_8), 1, true);
            try (PlainClient later = new PlainClient(broker, "two").listening()) {
                assertEquals("online", later.heard.poll(10, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aTakenPortIsToldInWordsAndTheNextFreeOneIsUsed() throws Exception {
        try (EmbeddedBroker first = EmbeddedBroker.start(ANY_PORT)) {
            BrokerSettings same = BrokerSettings.onLoopback(first.port());
            BrokerException taken = assertThrows(BrokerException.class, () -> EmbeddedBroker.start(same));
            assertTrue(taken.getMessage().contains("port " + first.port() + " on 127.0.0.1 is taken"));
            try (EmbeddedBroker second = EmbeddedBroker.startFrom(same)) {
                assertTrue(second.port() > first.port());
            }
        }
    }

    @Test
    void aClosedBrokerFreesItsPortAndLeavesNoFile() throws Exception {
        Set<Path> before = filesNearby();
        EmbeddedBroker broker = EmbeddedBroker.start(ANY_PORT);
        try (PlainClient client = new PlainClient(broker, "one")) {
            client.publish("a", new byte[300_000], 1, true);
        }
        broker.close();
        broker.close();
        assertTrue(LoopbackPort.isFree("127.0.0.1", broker.port()));
        assertEquals(before, filesNearby());
        try (EmbeddedBroker again = EmbeddedBroker.start(BrokerSettings.onLoopback(broker.port()))) {
            assertEquals(broker.port(), again.port());
        }
    }

    @Test
    void aSubscriberThatNeverReadsDisturbsNobodyElse() throws Exception {
        BrokerSettings small =
                new BrokerSettings("127.0.0.1", 0, new BrokerLimits(512 * 1024, 200, 100, 200, 8 << 20), null);
        try (EmbeddedBroker broker = EmbeddedBroker.start(small);
                Socket deaf = deafSubscriber(broker.port());
                PlainClient reader = new PlainClient(broker, "reader").listening();
                PlainClient writer = new PlainClient(broker, "writer")) {
            String padding = "x".repeat(4000);
            int messageCount = 8000; // 32 MB, four times the broker's memory
            for (int index = 0; index < messageCount; index++) {
                writer.publish("rollscope/v1/a/live", (index + padding).getBytes(StandardCharsets.UTF_8), 0, false);
                if (index % 100 == 99) {
                    awaitPrefix(reader.heard, Integer.toString(index));
                }
            }
            assertFalse(deaf.isClosed());
        }
    }

    @Test
    void whoInventsTopicsWithoutEndIsDisconnectedAndOthersGoOn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0));
                PlainClient other = new PlainClient(broker, "other").listening()) {
            other.publish("rollscope/v1/roller-1/live", new byte[] {'a'}, 1, false);
            PlainClient inventor = new PlainClient(broker, "inventor");
            int[] inventedCount = {0};
            assertThrows(MqttException.class, () -> {
                while (inventedCount[0] < 2000) {
                    inventor.publish("invented/" + inventedCount[0], new byte[] {'x'}, 1, false);
                    inventedCount[0]++;
                }
            });
            assertTrue(inventedCount[0] >= 400 && inventedCount[0] < 1000, inventedCount[0] + " topics");
            other.publish("rollscope/v1/roller-1/live", new byte[] {'b'}, 1, false);
            String heard;
            do {
                heard = other.heard.poll(20, TimeUnit.SECONDS);
                assertTrue(heard != null, "the other client hears itself no more");
            } while (!heard.endsWith("b"));
        }
    }

    private static void awaitPrefix(BlockingQueue<String> heard, String prefix) throws InterruptedException {
        String message;
        do {
            message = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(message != null, "the reader stopped hearing before message " + prefix);
        } while (!message.startsWith(prefix + "x"));
    }

    /** Speaks just enough MQTT 3.1.1 to subscribe to everything, then never reads. */
    private static Socket deafSubscriber(int port) throws Exception {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setReceiveBufferSize(4096);
        OutputStream out = socket.getOutputStream();
        out.write(new byte[] {0x10, 16, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0, 0, 4, 'd', 'e', 'a', 'f'});
        out.write(new byte[] {(byte) 0x82, 6, 0, 1, 0, 1, '#', 0});
        out.flush();
        assertEquals(0x20, socket.getInputStream().read());
        return socket;
    }

    private static Set<Path> filesNearby() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        try (Stream<Path> files = Files.list(here)) {
            return files.collect(Collectors.toSet());
        }
    }
}
