package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

@Timeout(120)
class PahoEmbeddedBrokerIT {
    private final RandomMessages messages = new RandomMessages(31);
    private final Recorder recorder = new Recorder();

    @Test
    void everyMessageReachesTheFeed() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0));
                PahoMetricsFeed feed = feed(broker.uri());
                PahoMetricsPublisher publisher = publisher(broker.uri())) {
            feed.start(recorder);
            recorder.awaitConnection("connected to 127.0.0.1:" + broker.port());
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            for (Topic topic : Topic.values()) {
                if (topic != Topic.STATUS) {
                    MetricsMessage message = messages.next(topic);
                    publisher.publish(message);
                    recorder.awaitMessage(message::equals);
                }
            }
            assertEquals("connected to 127.0.0.1:" + broker.port(), publisher.state());
            assertEquals(0, publisher.droppedMessageCount());
            publisher.close();
            recorder.awaitMessage(new MetricsMessage.Status(false)::equals);
        }
    }

    @Test
    void aBrokerThatAppearsLateGetsEveryEventInOrder() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        try (PahoMetricsFeed feed = feed("mqtt://127.0.0.1:" + port);
                PahoMetricsPublisher publisher = unhurriedPublisher("mqtt://127.0.0.1:" + port)) {
            feed.start(recorder);
            recorder.awaitConnection("nothing listens at 127.0.0.1:" + port);
            Recorder.eventually("the publisher says so", () -> publisher.state().startsWith("nothing listens"));
            List<MetricsMessage> events = publishEvents(publisher);
            MetricsMessage device = messages.next(Topic.DEVICE);
            publisher.publish(device);
            try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(port))) {
                recorder.awaitMessage(device::equals);
                recorder.awaitMessage(events.get(events.size() - 1)::equals);
                assertEquals(events, heardEvents());
                // a broker that begins may end an attempt that comes too early, and that is told too
                List<String> told = recorder.connections();
                assertEquals(
                        List.of("connecting to 127.0.0.1:" + port, "nothing listens at 127.0.0.1:" + port),
                        told.subList(0, 2));
                assertEquals("connected to 127.0.0.1:" + port, told.get(told.size() - 1));
                assertHeardByALaterFeed(broker, device);
            }
        }
    }

    @Test
    void aRestartedBrokerLosesNoEvent() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        try (PahoMetricsFeed feed = feed("mqtt://127.0.0.1:" + port);
                PahoMetricsPublisher publisher = unhurriedPublisher("mqtt://127.0.0.1:" + port)) {
            MetricsMessage session = messages.next(Topic.SESSION);
            try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(port))) {
                feed.start(recorder);
                recorder.awaitConnection("connected to 127.0.0.1:" + port);
                publisher.publish(session);
                recorder.awaitMessage(session::equals);
            }
            Recorder.eventually("the loss is noticed", () -> !publisher.state().startsWith("connected"));
            List<MetricsMessage> events = publishEvents(publisher);
            try (EmbeddedBroker again = EmbeddedBroker.start(BrokerSettings.onLoopback(port))) {
                recorder.awaitMessage(events.get(events.size() - 1)::equals);
                assertEquals(events, heardEvents());
                assertHeardByALaterFeed(again, session);
            }
            assertEquals(0, publisher.droppedMessageCount());
        }
    }

    private List<MetricsMessage> publishEvents(PahoMetricsPublisher publisher) {
        List<MetricsMessage> events = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            events.add(messages.event("session", index));
            publisher.publish(events.get(index));
        }
        return events;
    }

    private List<MetricsMessage> heardEvents() {
        return recorder.messages().stream()
                .filter(MetricsMessage.Event.class::isInstance)
                .distinct()
                .toList();
    }

    private static void assertHeardByALaterFeed(EmbeddedBroker broker, MetricsMessage retained) throws Exception {
        Recorder whoComesLater = new Recorder();
        try (PahoMetricsFeed second = feed(broker.uri())) {
            second.start(whoComesLater);
            whoComesLater.awaitMessage(retained::equals);
            whoComesLater.awaitMessage(new MetricsMessage.Status(true)::equals);
        }
    }

    @Test
    void aBrokerThatIsAwayNeverStopsThePublisher() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        try (PahoMetricsPublisher publisher = publisher("mqtt://127.0.0.1:" + port)) {
            for (int index = 0; index < 50_000; index++) {
                publisher.publish(messages.next(Topic.LIVE));
            }
            assertEquals(50_000 - 64, publisher.droppedMessageCount());
        }
    }

    @Test
    void aPortThatAcceptsButNeverAnswersIsToldInWords() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String address = "mqtt://127.0.0.1:" + silent.getLocalPort();
            MqttSettings settings = new MqttSettings(address, null, null, null, 1000, 1000, 10, 100, 8, 100);
            try (PahoMetricsPublisher publisher = new PahoMetricsPublisher(settings, "demo", Recorder.CLOCK)) {
                String words = "no answer from 127.0.0.1:" + silent.getLocalPort()
                        + " within 1000 ms; does it speak MQTT without TLS there?";
                Recorder.eventually(words, () -> publisher.state().equals(words));
            }
        }
    }

    @Test
    void anAttemptInProgressDoesNotDelayTheEnd() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            String address = "mqtt://127.0.0.1:" + silent.getLocalPort();
            MqttSettings patient = new MqttSettings(address, null, null, null, 60_000, 1000, 10, 100, 8, 100);
            PahoMetricsPublisher publisher = new PahoMetricsPublisher(patient, "demo", Recorder.CLOCK);
            silent.accept();
            publisher.close();
            Recorder.eventually("threads end", () -> ourThreads().isEmpty());
        }
    }

    @Test
    void anUnknownHostIsToldInWords() throws Exception {
        try (PahoMetricsFeed feed = feed("mqtt://no-such-host.invalid:1883")) {
            feed.start(recorder);
            recorder.awaitConnection("there is no host named 'no-such-host.invalid'");
        }
    }

    @Test
    void aPlainPortIsNotTakenForTls() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0));
                PahoMetricsFeed feed = feed("mqtts://127.0.0.1:" + broker.port())) {
            feed.start(recorder);
            recorder.awaitConnection("no answer from 127.0.0.1:" + broker.port()
                    + " within 5000 ms; does it speak MQTT with TLS there?");
        }
    }

    @Test
    void aPayloadOfSomebodyElseIsToldAndTheNextOneRead() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0));
                PahoMetricsFeed feed = feed(broker.uri());
                PahoMetricsPublisher publisher = publisher(broker.uri())) {
            feed.start(recorder);
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            try (PahoConnection stranger = PahoConnection.open(
                    MqttSettings.of(broker.uri()), Greeting.passing("stranger"), new PahoConnection.Listener() {
                        @Override
                        public void arrived(String topicPath, byte[] payload) {}

                        @Override
                        public void lost() {}
                    })) {
                stranger.publish("rollscope/v1/demo/live", new byte[] {'{'}, 0, false, () -> {});
                stranger.publish("rollscope/v1/Bad_Id/live", new byte[] {'{'}, 0, false, () -> {});
                stranger.publish("rollscope/v1/demo/command", new byte[] {'{'}, 0, false, () -> {});
                recorder.awaitUnreadable("rollscope/v1/Bad_Id/live: the roller id must match [a-z0-9-]{1,32}");
            }
            MetricsMessage live = messages.next(Topic.LIVE);
            publisher.publish(live);
            recorder.awaitMessage(live::equals);
        }
    }

    @Test
    void noThreadOutlivesPublisherAndFeed() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.onLoopback(0))) {
            PahoMetricsFeed feed = feed(broker.uri());
            PahoMetricsPublisher publisher = publisher(broker.uri());
            feed.start(recorder);
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            publisher.close();
            feed.close();
            Recorder.eventually("threads end", () -> ourThreads().isEmpty());
            assertTrue(publisher.state().equals("closed"));
        }
    }

    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("rollscope-") || name.startsWith("MQTT"))
                .collect(Collectors.toSet());
    }

    private static PahoMetricsFeed feed(String address) {
        return new PahoMetricsFeed(quick(address), Recorder.CLOCK);
    }

    private static PahoMetricsPublisher publisher(String address) {
        return new PahoMetricsPublisher(quick(address), "demo", Recorder.CLOCK);
    }

    /** Comes back later than the feed, also where the broker takes seconds to begin, so that the feed hears everything. */
    private static PahoMetricsPublisher unhurriedPublisher(String address) {
        MqttSettings slow = new MqttSettings(address, null, null, null, 5000, 10_000, 4000, 4000, 64, 20_000);
        return new PahoMetricsPublisher(slow, "demo", Recorder.CLOCK);
    }

    private static MqttSettings quick(String address) {
        return new MqttSettings(address, null, null, null, 5000, 10_000, 20, 200, 64, 20_000);
    }
}
