package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandLimits;
import org.rollscope.command.CommandReply;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.Topic;

/**
 * Frames that are sent once more, as quickly as a real broker takes them, while a roller tells what goes on: the fleeting messages
 * that a crowded line would drop all arrive, which their numbers show.
 */
@Timeout(120)
class BackfillBesideLiveIT {
    private static final int BATCH_COUNT = 600;
    private static final int BATCH_FRAME_COUNT = 100;
    /** Eight times as often as a service does. */
    private static final long TELLING_MS = 10;

    @TempDir
    private Path folder;

    private final RandomMessages messages = new RandomMessages(23);

    /** The numbers of the fleeting messages, in the order of their arrival. */
    private static final class Numbers implements PahoConnection.Listener {
        private final MetricsCodec codec = new MetricsCodec();
        private final Map<Topic, List<Long>> sequences =
                Map.of(Topic.LIVE, new ArrayList<>(), Topic.FRAMES, new ArrayList<>());

        @Override
        public synchronized void arrived(String topicPath, byte[] payload) {
            sequences.forEach((topic, heard) -> {
                if (topicPath.endsWith("/" + topic.word())) {
                    Decoded.Message decoded = assertInstanceOf(Decoded.Message.class, codec.decode(topic, payload));
                    heard.add(decoded.envelope().sequence());
                }
            });
        }

        @Override
        public void lost() {
            // the numbers show it
        }

        synchronized List<Long> of(Topic topic) {
            return List.copyOf(sequences.get(topic));
        }
    }

    @Test
    void liveFiguresGoOnBesideABackfillAtMosquitto() throws Exception {
        MosquittoBroker.assumeInstalled();
        try (MosquittoBroker broker = MosquittoBroker.start(folder, LoopbackPort.freeFrom("127.0.0.1", 0))) {
            goOn(BrokerKind.MOSQUITTO, broker.uri());
        }
    }

    @Test
    void liveFiguresGoOnBesideABackfillAtTheEmbeddedBroker() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0))) {
            goOn(BrokerKind.EMBEDDED, broker.uri());
        }
    }

    private void goOn(BrokerKind kind, String uri) throws Exception {
        CompletableFuture<CommandReply> asked = new CompletableFuture<>();
        CommandInlet inlet = new CommandInlet(
                "demo", new CommandLimits(10, 10), (request, reply) -> asked.complete(reply), Recorder.CLOCK);
        Numbers numbers = new Numbers();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (PahoConnection listener =
                        PahoConnection.open(MqttSettings.of(uri), Greeting.passing("listener"), numbers);
                PahoMetricsPublisher roller = new PahoMetricsPublisher(patient(uri), "demo", Recorder.CLOCK, null)) {
            listener.subscribe("rollscope/v1/demo/+", 1);
            roller.obey(inlet);
            roller.connectTo(uri);
            PromptClient.awaitOnline(uri, "demo");
            Future<CommandCaller.Answered> answered = threads.submit(() -> new CommandCaller(
                            MqttSettings.of(uri), "demo")
                    .call("backfill", Map.of("session_id", "s", "from_us", "0", "to_us", "600000000"), "test", 20_000));
            CommandReply reply = asked.get(20, TimeUnit.SECONDS);
            long beginNs = System.nanoTime();
            Future<?> sending = threads.submit(() -> backfill(reply));
            int toldCount = 0;
            // Also afterwards for a while, so that one that was crowded out at the end shows as a gap.
            for (int afterCount = 0; afterCount < 10; afterCount += sending.isDone() ? 1 : 0) {
                roller.publish(messages.next(Topic.LIVE));
                roller.publish(messages.next(Topic.FRAMES));
                toldCount++;
                TimeUnit.MILLISECONDS.sleep(TELLING_MS); // the pace is what is tested
            }
            sending.get();
            assertEquals(
                    BATCH_COUNT * BATCH_FRAME_COUNT,
                    answered.get(20, TimeUnit.SECONDS).frameCount());
            System.out.printf(
                    "%s: %d frames sent once more in %d ms; meanwhile %d live figures and %d batches of frames were told,",
                    kind.word(),
                    BATCH_COUNT * BATCH_FRAME_COUNT,
                    (System.nanoTime() - beginNs) / 1_000_000,
                    toldCount,
                    toldCount);
            int told = toldCount;
            Recorder.eventually(
                    "the last live figure", () -> numbers.of(Topic.LIVE).contains(told - 1L));
            Recorder.eventually(
                    "the last frames", () -> numbers.of(Topic.FRAMES).contains(told - 1L));
            System.out.printf(
                    " %d and %d arrived, %d dropped%n",
                    numbers.of(Topic.LIVE).size(), numbers.of(Topic.FRAMES).size(), roller.droppedMessageCount());
            assertTrue(toldCount > 25, "the backfill was over at once");
            for (Topic topic : List.of(Topic.LIVE, Topic.FRAMES)) {
                assertEquals(LongStream.range(0, told).boxed().toList(), numbers.of(topic), topic.word());
            }
            assertEquals(0, roller.droppedMessageCount());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Keeps live figures for seconds in which this machine is busy elsewhere; the pace of the backfill is what may not drop them. */
    private static MqttSettings patient(String uri) {
        return new MqttSettings(uri, null, null, null, 5000, 10_000, 500, 10_000, 1000, 20_000);
    }

    private static void backfill(CommandReply reply) {
        PadPressures pads = PadPressures.of(new double[48]);
        for (int batch = 0; batch < BATCH_COUNT; batch++) {
            List<FramePoint> points = new ArrayList<>();
            for (int index = 0; index < BATCH_FRAME_COUNT; index++) {
                long number = (long) batch * BATCH_FRAME_COUNT + index;
                points.add(new FramePoint(
                        number * 5000, number, Activity.ROLLING, 243.1, 48.2, 121.5, 4700, -30.5, false, pads));
            }
            assertTrue(reply.frames(points), "nobody takes the frames");
        }
        reply.answer(CommandAnswer.done("sent"));
    }
}
