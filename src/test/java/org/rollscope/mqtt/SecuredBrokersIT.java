package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.access.BrokerLimits;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureFolders;
import org.rollscope.telemetry.ControlTopics;
import org.rollscope.telemetry.DiscoveryTopics;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;

/** What a broker with the files of {@code rollscope secure} lets happen; each broker has a class of its own. */
@Timeout(120)
abstract class SecuredBrokersIT {
    /** From here on an answer of a broker is a refusal. */
    static final int REFUSED = 128;

    @TempDir
    static Path folder;

    /** One for all tests that leave it as it was. */
    private static @Nullable SecuredBroker shared;

    static SecureFolder sound;

    private final BrokerKind kind;
    private final RandomMessages messages = new RandomMessages(5);
    private final Recorder recorder = new Recorder();

    SecuredBrokersIT(BrokerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    static void makeUsers() throws Exception {
        sound = SecureFolders.make(folder.resolve("sound"));
        SecureFolders.make(folder.resolve("strange"));
    }

    @AfterAll
    static void endBroker() throws Exception {
        SecuredBroker ending = shared;
        if (ending != null) {
            ending.close();
        }
        shared = null;
    }

    final SecuredBroker running() throws Exception {
        SecuredBroker broker = shared;
        if (broker == null) {
            broker = SecuredBroker.start(kind, sound);
            shared = broker;
        }
        return broker;
    }

    private static MqttSettings as(String user, String address) {
        return quick(address).withCaFile(sound.caFile()).withLogin(user, sound.passwordFile(user));
    }

    private static MqttSettings quick(String address) {
        return new MqttSettings(address, null, null, null, 5000, 10_000, 50, 200, 64, 20_000);
    }

    @Test
    void withTheRightLoginsMessagesCommandsAndAnswersPass() throws Exception {
        SecuredBroker broker = running();
        try (PahoMetricsFeed feed = new PahoMetricsFeed(as("viewer", broker.uri()), Recorder.CLOCK);
                PahoMetricsPublisher publisher =
                        new PahoMetricsPublisher(as("roller-1", broker.uri()), "roller-1", Recorder.CLOCK);
                SecureClient coach = new SecureClient(broker, sound, "coach");
                SecureClient roller = new SecureClient(broker, sound, "roller-2")) {
            feed.start(recorder);
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            for (Topic topic : Topic.values()) {
                if (topic != Topic.STATUS) {
                    MetricsMessage message = messages.next(topic);
                    publisher.publish(message);
                    recorder.awaitMessage(message::equals);
                }
            }
            assertTrue(roller.subscribe(ControlTopics.command("roller-2")) < REFUSED);
            assertTrue(coach.subscribe(ControlTopics.answer("roller-2", coach.clientId())) < REFUSED);
            assertTrue(coach.publish(ControlTopics.command("roller-2"), "start") < REFUSED);
            roller.await(ControlTopics.command("roller-2") + " start");
            assertTrue(roller.publish(ControlTopics.answer("roller-2", coach.clientId()), "ok") < REFUSED);
            coach.await(ControlTopics.answer("roller-2", coach.clientId()) + " ok");
        }
    }

    @Test
    void aRollerThatIsAskedToIntroducesItselfToHomeAssistantAndOnlyItself() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient house = new SecureClient(broker, sound, "viewer");
                SecureClient other = new SecureClient(broker, sound, "roller-2");
                PahoMetricsPublisher roller =
                        new PahoMetricsPublisher(as("roller-1", broker.uri()), "roller-1", Recorder.CLOCK, null)) {
            for (String filter : DiscoveryTopics.FILTERS) {
                assertTrue(house.subscribe(filter) < REFUSED, filter);
            }
            assertTrue(other.publish(DiscoveryTopics.card("roller-1"), "forged") >= REFUSED);
            roller.showInHomeAssistant("1.0.0");
            roller.connectTo(broker.uri());
            house.await(DiscoveryTopics.card("roller-1") + " "
                    + new String(HomeAssistantCard.payload("roller-1", "1.0.0"), StandardCharsets.UTF_8));
            assertEquals(1, house.heard().size(), "forged ones did not arrive");
        }
    }

    @Test
    void whoHasNoLoginOrAWrongOneIsRefusedInWords() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong-" + kind), "wrong-secret\n");
        SecuredBroker broker = running();
        MqttSettings anonymous = quick(broker.uri()).withCaFile(sound.caFile());
        assertRefused(anonymous, "the broker at " + broker.words() + " refused the login (no user given)");
        for (String user : List.of("viewer", "roller-1", "nobody")) {
            assertRefused(
                    anonymous.withLogin(user, wrong),
                    "the broker at " + broker.words() + " refused the login (user '" + user + "')");
        }
    }

    @Test
    void aServiceWithTheLoginOfAnotherRoleOrRollerIsRefusedInWords() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient witness = new SecureClient(broker, sound, "researcher")) {
            witness.subscribe("rollscope/v1/#");
            for (String user : List.of("viewer", "coach", "researcher", "roller-2")) {
                try (PahoMetricsPublisher publisher =
                        new PahoMetricsPublisher(as(user, broker.uri()), "roller-1", Recorder.CLOCK)) {
                    String words = "the broker at " + broker.words() + " refused the login (user '" + user + "')";
                    Recorder.eventually(words, () -> publisher.state().equals(words));
                }
            }
            assertMarkerIsAllThatCame(broker, witness);
        }
    }

    /** User and topic. */
    private static final List<List<String>> FORBIDDEN_WRITES = List.of(
            List.of("viewer", "rollscope/v1/roller-1/live"),
            List.of("viewer", "rollscope/v1/roller-1/command"),
            List.of("viewer", "rollscope/v1/roller-1/answer/viewer"),
            List.of("researcher", "rollscope/v1/roller-1/command"),
            List.of("coach", "rollscope/v1/roller-1/live"),
            List.of("coach", "rollscope/v1/roller-3/command"),
            List.of("roller-1", "rollscope/v1/roller-1/command"),
            List.of("roller-1", "rollscope/v1/roller-1/made-up"),
            List.of("roller-1", "rollscope/v1/roller-2/event"),
            List.of("roller-1", "rollscope/v1/roller-2/command"),
            List.of("roller-1", "elsewhere"));

    @Test
    void aMessageOutsideTheRoleIsRefusedAndReachesNobody() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient witness = new SecureClient(broker, sound, "researcher")) {
            assertTrue(witness.subscribe("rollscope/v1/#") < REFUSED);
            for (List<String> one : FORBIDDEN_WRITES) {
                try (SecureClient writer = new SecureClient(broker, sound, one.get(0))) {
                    assertEquals(135, writer.publish(one.get(1), "forged"), one.toString());
                }
            }
            assertMarkerIsAllThatCame(broker, witness);
        }
    }

    private static void assertMarkerIsAllThatCame(SecuredBroker broker, SecureClient witness) throws Exception {
        try (SecureClient honest = new SecureClient(broker, sound, "roller-2")) {
            assertTrue(honest.publish("rollscope/v1/roller-2/event", "marker") < REFUSED);
            witness.await("rollscope/v1/roller-2/event marker");
            assertEquals(List.of("rollscope/v1/roller-2/event marker"), witness.heard());
        }
    }

    /** User and filter. */
    private static final List<List<String>> FORBIDDEN_READS = List.of(
            List.of("roller-1", "rollscope/v1/roller-2/event"),
            List.of("roller-1", "rollscope/v1/roller-2/command"),
            List.of("roller-1", "rollscope/v1/+/command"),
            List.of("roller-1", "rollscope/v1/#"),
            List.of("roller-1", "#"),
            List.of("roller-1", "+/+/+/+"),
            List.of("roller-1", "$share/group/rollscope/v1/#"),
            List.of("viewer", "rollscope/v1/roller-2/answer/coach"),
            List.of("viewer", "rollscope/v1/#"),
            List.of("viewer", "rollscope/v1/+/+/+"),
            List.of("viewer", "#"));

    /** Mosquitto says yes to a forbidden subscription: what counts is that nothing arrives. */
    @Test
    void aSubscriptionOutsideTheRoleBringsNothing() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient coach = new SecureClient(broker, sound, "coach");
                SecureClient other = new SecureClient(broker, sound, "roller-2")) {
            for (List<String> one : FORBIDDEN_READS) {
                try (SecureClient listener = new SecureClient(broker, sound, one.get(0))) {
                    int answer = listener.subscribe(one.get(1));
                    assertEquals(kind == BrokerKind.EMBEDDED, answer >= REFUSED, one + " was answered " + answer);
                    assertOnlyTheMarkerIsHeard(listener, one, coach, other);
                }
            }
        }
    }

    /** Everything that exists is sent, then something that this user may hear. */
    private static void assertOnlyTheMarkerIsHeard(
            SecureClient listener, List<String> userAndFilter, SecureClient coach, SecureClient other)
            throws Exception {
        boolean viewer = userAndFilter.get(0).equals("viewer");
        String marker = viewer ? "rollscope/v1/roller-2/session" : ControlTopics.command("roller-1");
        assertTrue(listener.subscribe(marker) < REFUSED);
        assertTrue(other.publish(ControlTopics.answer("roller-2", "coach"), "forbidden") < REFUSED);
        if (!viewer) {
            assertTrue(other.publish("rollscope/v1/roller-2/event", "forbidden") < REFUSED);
            assertTrue(coach.publish(ControlTopics.command("roller-2"), "forbidden") < REFUSED);
        }
        assertTrue((viewer ? other : coach).publish(marker, "marker") < REFUSED);
        listener.await(marker + " marker");
        // Overlapping subscriptions may bring one message twice.
        assertEquals(Set.of(marker + " marker"), Set.copyOf(listener.heard()), userAndFilter.toString());
    }

    private static final List<String> READERS = List.of("viewer", "coach", "researcher");

    private Path fleetData(String user) {
        return folder.resolve("fleet-" + kind + "-" + user);
    }

    /** Each in a group of its own, so that each hears everything; all at the same time. */
    @Test
    void whoReadsMayShareASubscriptionAndARollerMayNot() throws Exception {
        SecuredBroker broker = running();
        try (PahoMetricsPublisher publisher =
                new PahoMetricsPublisher(as("roller-1", broker.uri()), "roller-1", Recorder.CLOCK)) {
            List<FleetMember> members = new ArrayList<>();
            try {
                for (String user : READERS) {
                    members.add(FleetMember.join(as(user, broker.uri()), user, user, fleetData(user)));
                }
                for (FleetMember member : members) {
                    Recorder.eventually("each hears its share", () -> {
                        publisher.publish(messages.next(Topic.EVENT));
                        return member.recorder().counts().kept().eventCount() > 0;
                    });
                }
                members.forEach(FleetMember::close);
                members.clear();
                for (String user : READERS) {
                    members.add(FleetMember.leave(as(user, broker.uri()), user, user, fleetData(user)));
                }
                for (FleetMember leaver : members) {
                    assertTrue(
                            leaver.recorder().awaitLeft(20_000),
                            leaver.recorder().state());
                }
            } finally {
                members.forEach(FleetMember::close);
            }
            Path data = fleetData("roller");
            try (FleetMember roller = FleetMember.join(as("roller-2", broker.uri()), "rollers", "one", data)) {
                if (kind == BrokerKind.EMBEDDED) {
                    String words = "the broker at " + broker.words() + " does not let user 'roller-2' hear "
                            + "$share/rollers/rollscope/v1/+/event, $share/rollers/rollscope/v1/+/summary";
                    Recorder.eventually(words, () -> roller.recorder().state().equals(words));
                } else {
                    Recorder.eventually(
                            "connected", () -> roller.recorder().state().startsWith("connected"));
                }
                publisher.publish(messages.next(Topic.EVENT));
                Recorder.eventually(
                        "the broker has it", () -> publisher.backlog().waitingCount() == 0);
                roller.awaitQuiet();
                assertEquals(0, roller.recorder().counts().kept().eventCount());
            }
        }
    }

    @Test
    void nobodyLeavesAWillWhereItsRoleMayNotWrite() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient witness = new SecureClient(broker, sound, "researcher")) {
            witness.subscribe("rollscope/v1/#");
            try (SecureClient dying = new SecureClient(broker, sound, "viewer", "rollscope/v1/roller-1/status")) {
                assertEquals(BrokerKind.MOSQUITTO, kind, "the embedded broker refuses such a will at the greeting");
                dying.die();
            } catch (MqttException refused) {
                assertEquals(135, refused.getReasonCode());
            }
            assertMarkerIsAllThatCame(broker, witness);
        }
    }

    @Test
    void aCertificateThatIsOverOrStrangeOrForAnotherNameIsToldInWords() throws Exception {
        SecuredBroker broker = running();
        MqttSettings login = as("viewer", broker.uri());
        assertRefused(
                login.withCaFile(folder.resolve("strange/ca.crt")),
                "TLS with " + broker.words() + " failed: its certificate is not from the CA in "
                        + folder.resolve("strange/ca.crt") + "; copy ca.crt from the machine of the broker");
        assertRefused(
                quick(broker.uri()).withLogin("viewer", sound.passwordFile("viewer")),
                "TLS with " + broker.words() + " failed: its certificate is not trusted here; name its CA file");
        String elsewhere = "mqtts://127.0.0.2:" + broker.port();
        assertRefused(
                as("viewer", elsewhere),
                "TLS with 127.0.0.2:" + broker.port() + " failed: its certificate is for another name");
        assertRefused(
                as("viewer", "mqtt://127.0.0.1:" + broker.port()),
                "127.0.0.1:" + broker.port()
                        + " closed the connection at the greeting; does it speak MQTT without TLS there?");
        SecureFolder expired = SecureFolders.expired(sound, folder.resolve("expired-" + kind));
        try (SecuredBroker late = SecuredBroker.start(kind, expired)) {
            String day = expired.serverCertificate()
                    .getNotAfter()
                    .toInstant()
                    .toString()
                    .substring(0, 10);
            assertRefused(
                    as("viewer", late.uri()),
                    "TLS with " + late.words() + " failed: its certificate ended on " + day
                            + "; there: rollscope secure --renew");
        }
    }

    @Test
    void aPacketThatIsTooLargeEndsItsSenderOnly() throws Exception {
        SecuredBroker broker = running();
        try (SecureClient witness = new SecureClient(broker, sound, "researcher")) {
            witness.subscribe("rollscope/v1/#");
            try (SecureClient greedy = new SecureClient(broker, sound, "roller-1")) {
                greedy.flood("rollscope/v1/roller-1/frames", 600_000);
                greedy.awaitEnd();
            }
            assertMarkerIsAllThatCame(broker, witness);
        }
    }

    @Test
    void moreConnectionsThanAllowedAreRefused() throws Exception {
        BrokerLimits few = new BrokerLimits(512 * 1024, 200, 3, 2000, 32 << 20);
        SecureFolder folderOfFew = SecureFolders.make(folder.resolve("few-" + kind), few);
        try (SecuredBroker broker = SecuredBroker.start(kind, folderOfFew, few);
                SecureClient first = new SecureClient(broker, folderOfFew, "researcher");
                SecureClient second = new SecureClient(broker, folderOfFew, "viewer")) {
            SecureClient third = new SecureClient(broker, folderOfFew, "viewer");
            assertThrows(MqttException.class, () -> new SecureClient(broker, folderOfFew, "viewer").close());
            third.close();
            first.subscribe("rollscope/v1/#");
            second.subscribe("rollscope/v1/+/+");
            Recorder.eventually("a place is free again", () -> canConnect(broker, folderOfFew));
        }
    }

    private static boolean canConnect(SecuredBroker broker, SecureFolder folder) {
        try (SecureClient another = new SecureClient(broker, folder, "viewer")) {
            return another.clientId().startsWith("test-viewer");
        } catch (Exception refused) {
            return false;
        }
    }

    private void assertRefused(MqttSettings settings, String words) throws Exception {
        Recorder own = new Recorder();
        try (PahoMetricsFeed feed = new PahoMetricsFeed(settings, Recorder.CLOCK)) {
            feed.start(own);
            own.awaitConnection(words);
            assertFalse(own.connections().stream().anyMatch(line -> line.startsWith("connected")));
            assertFalse(own.connections().toString().contains("secret"));
        }
    }
}
