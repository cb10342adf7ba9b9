package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.detect.Activity;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/**
 * Thirty rollers of 48 pads at 100 Hz on one broker, and one feed that hears them all: nothing is lost. {@code -Drollscope.fleet-seconds=60}
 * for longer. The times are printed, not judged.
 */
@Tag("alone")
@Timeout(300)
class FleetIT {
    private static final int ROLLER_COUNT = 30;
    private static final int SECONDS = Integer.getInteger("rollscope.fleet-seconds", 5);
    /** As a service says them: live figures and a batch of eight frames 12.5 times, an event once a second. */
    private static final long ROUND_NS = TimeUnit.MILLISECONDS.toNanos(80);

    private static final int FRAMES_A_BATCH_COUNT = 8;
    private static final int ROUNDS_PER_EVENT_COUNT = 12;
    private static final PressureBand BAND = new PressureBand(20, 51, 60, CeilingSource.RAMP_TEST);
    private static final PadPressures PADS = PadPressures.of(pads());

    @TempDir
    private Path folder;

    private final RandomMessages messages = new RandomMessages(51);
    private final Map<String, Long> saidNs = new ConcurrentHashMap<>();
    private final Map<String, Queue<Long>> delaysNs = new ConcurrentHashMap<>();
    private final Set<String> online = ConcurrentHashMap.newKeySet();

    private static double[] pads() {
        double[] padKpa = new double[48];
        for (int padIndex = 0; padIndex < padKpa.length; padIndex++) {
            padKpa[padIndex] = padIndex % 12 < 3 ? 20.37 * padIndex : 0;
        }
        return padKpa;
    }

    @Test
    void nothingIsLostAtMosquitto() throws Exception {
        MosquittoBroker.assumeInstalled();
        try (MosquittoBroker broker = MosquittoBroker.start(folder, LoopbackPort.freeFrom("127.0.0.1", 0))) {
            nothingIsLost("mosquitto", broker.uri());
        }
    }

    @Test
    void nothingIsLostAtTheEmbeddedBroker() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0))) {
            nothingIsLost("embedded", broker.uri());
        }
    }

    private void nothingIsLost(String name, String uri) throws Exception {
        List<PahoMetricsPublisher> rollers = new ArrayList<>();
        try (PahoMetricsFeed feed = new PahoMetricsFeed(MqttSettings.of(uri), Recorder.CLOCK)) {
            feed.start(new Arrivals());
            for (int index = 0; index < ROLLER_COUNT; index++) {
                rollers.add(new PahoMetricsPublisher(MqttSettings.of(uri), "roller-" + index, Recorder.CLOCK));
            }
            for (PahoMetricsPublisher roller : rollers) {
                Recorder.eventually("connected", () -> roller.state().startsWith("connected"));
            }
            Recorder.eventually("the feed hears each", () -> online.size() == ROLLER_COUNT);
            // The feed asks for everything a second time after its first second.
            TimeUnit.MILLISECONDS.sleep(1500);
            play(rollers);
            Recorder.eventually("everything has arrived", saidNs::isEmpty);
            for (PahoMetricsPublisher roller : rollers) {
                assertEquals(0, roller.droppedMessageCount());
            }
            assertEquals(0, feed.droppedPayloadCount());
        } finally {
            rollers.forEach(PahoMetricsPublisher::close);
        }
        delaysNs.forEach((kind, delays) -> {
            long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "fleet of %d at %s: %d %s, none lost; said to heard p50 %.1f ms, p99 %.1f ms%n",
                    ROLLER_COUNT,
                    name,
                    sorted.length,
                    kind,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6);
        });
        long rounds = TimeUnit.SECONDS.toNanos(SECONDS) / ROUND_NS;
        assertEquals(ROLLER_COUNT * rounds, delaysNs.get("live").size());
        assertEquals(ROLLER_COUNT * rounds, delaysNs.get("frames").size());
    }

    /** Each roller at its own moment of a round, as people do not breathe in step. */
    private void play(List<PahoMetricsPublisher> rollers) {
        long rounds = TimeUnit.SECONDS.toNanos(SECONDS) / ROUND_NS;
        long startNs = System.nanoTime();
        for (long round = 0; round < rounds; round++) {
            for (int index = 0; index < ROLLER_COUNT; index++) {
                long dueNs = startNs + round * ROUND_NS + index * ROUND_NS / ROLLER_COUNT;
                for (long leftNs = dueNs - System.nanoTime(); leftNs > 0; leftNs = dueNs - System.nanoTime()) {
                    LockSupport.parkNanos(leftNs);
                }
                say(rollers.get(index), index, round);
            }
        }
    }

    private void say(PahoMetricsPublisher roller, int rollerIndex, long round) {
        long timeUs = round * 80_000;
        String rollerId = "roller-" + rollerIndex;
        publish(roller, rollerId, new MetricsMessage.Live(live(timeUs)));
        List<FramePoint> points = new ArrayList<>();
        for (int frame = 1; frame <= FRAMES_A_BATCH_COUNT; frame++) {
            points.add(new FramePoint(
                    timeUs + frame * 10_000L,
                    round * FRAMES_A_BATCH_COUNT + frame,
                    Activity.ROLLING,
                    243.1,
                    48.2,
                    121.5,
                    4700,
                    -30.5,
                    false,
                    PADS));
        }
        publish(roller, rollerId, new MetricsMessage.Frames(points));
        if ((round + rollerIndex) % ROUNDS_PER_EVENT_COUNT == 0) {
            publish(roller, rollerId, messages.event("session-" + rollerIndex, round));
        }
    }

    private static LiveMetrics live(long timeUs) {
        return new LiveMetrics(
                timeUs,
                Activity.ROLLING,
                243.1,
                48.2,
                121.5,
                4700,
                -30.5,
                0,
                false,
                0.1,
                BAND,
                Advice.NONE,
                0.06,
                0,
                PADS);
    }

    private void publish(PahoMetricsPublisher roller, String rollerId, MetricsMessage message) {
        saidNs.put(key(rollerId, message), System.nanoTime());
        roller.publish(message);
    }

    private static String key(String rollerId, MetricsMessage message) {
        return rollerId + "/" + message.topic().word() + "/"
                + (message instanceof MetricsMessage.Event event ? event.eventId() : message.deviceTimeUs());
    }

    private final class Arrivals implements MetricsFeed.Listener {
        @Override
        public void message(String rollerId, MetricsMessage message) {
            if (message.equals(new MetricsMessage.Status(true))) {
                online.add(rollerId);
            }
            Long fromNs = saidNs.remove(key(rollerId, message));
            if (fromNs != null) {
                delaysNs.computeIfAbsent(message.topic().word(), kind -> new ConcurrentLinkedQueue<>())
                        .add(System.nanoTime() - fromNs);
            }
        }

        @Override
        public void connection(boolean connected, String words) {
            // the rollers' own states are looked at
        }

        @Override
        public void unreadable(String topicPath, String reason) {
            throw new AssertionError(topicPath + ": " + reason);
        }
    }
}
