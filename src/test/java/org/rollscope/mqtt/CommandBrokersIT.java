package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.access.SecureFolder;
import org.rollscope.access.SecureFolders;
import org.rollscope.broker.LoopbackPort;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandLimits;
import org.rollscope.command.CommandName;
import org.rollscope.command.CommandRequest;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.telemetry.Topic;
import org.slf4j.LoggerFactory;

/** Commands that a real broker kept, or does not let a roller hear. */
@Timeout(120)
class CommandBrokersIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROLLER = "roller-1";
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String RIGHTS_PLUGIN = "mosquitto_dynamic_security.so";

    /** Everybody may do everything, but nobody may subscribe to the commands of that roller. */
    private static final String DEAF = """
            {"defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true, "subscribe": true,
                "unsubscribe": true},
             "clients": [],
             "groups": [{"groupname": "anybody", "roles": [{"rolename": "deaf"}]}],
             "anonymousGroup": "anybody",
             "roles": [{"rolename": "deaf", "acls": [{"acltype": "subscribeLiteral",
                "topic": "rollscope/v1/roller-1/command", "priority": 0, "allow": false}]}]}
            """;

    /** Mosquitto takes 20 unacknowledged messages at a time. */
    private static final int AT_ONCE_COUNT = 15;

    @TempDir
    static Path folder;

    private static SecureFolder users;

    private final List<CommandRequest> obeyed = new CopyOnWriteArrayList<>();
    private final CommandInlet inlet = new CommandInlet(
            ROLLER,
            new CommandLimits(100, 100),
            (request, reply) -> {
                obeyed.add(request);
                reply.answer(CommandAnswer.done("done"));
            },
            Recorder.CLOCK);

    /** Outcome and message of every answer. */
    private static final class Answers implements PahoConnection.Listener {
        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void arrived(String topicPath, byte[] payload) {
            try {
                var answer = JSON.readTree(payload);
                said.add(answer.path("outcome").asText() + ": "
                        + answer.path("message").asText());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void lost() {
            // the test fails by waiting
        }
    }

    @BeforeAll
    static void makeUsers() throws Exception {
        users = SecureFolders.make(folder.resolve("users"));
    }

    private static MqttSettings as(String user, SecuredBroker broker) {
        return MqttSettings.of(broker.uri()).withCaFile(users.caFile()).withLogin(user, users.passwordFile(user));
    }

    /** What lay at the broker from yesterday must start nothing today, nor what is said to be kept while the roller listens. */
    @ParameterizedTest
    @EnumSource
    void aRetainedCommandIsRefusedInWords(BrokerKind kind) throws Exception {
        Answers answers = new Answers();
        try (SecuredBroker broker = SecuredBroker.start(kind, users);
                PahoConnection coach = PahoConnection.open(as("coach", broker), Greeting.passing("tablet"), answers)) {
            coach.subscribe(CommandInlet.answerPath(ROLLER, "tablet"), 1);
            send(coach, "yesterday", true);
            try (PahoMetricsPublisher roller =
                    new PahoMetricsPublisher(as(ROLLER, broker), ROLLER, Recorder.CLOCK, null)) {
                roller.obey(inlet);
                roller.connectTo(broker.uri());
                Recorder.eventually("the kept one is answered", () -> answers.said.size() == 1);
                send(coach, "today", true);
                Recorder.eventually("the second is answered", () -> answers.said.size() == 2);
                assertEquals(List.of(), obeyed);
                send(coach, "today", false);
                Recorder.eventually("a sound one is answered", () -> answers.said.size() == 3);
            }
        }
        String refused = "error: a retained command is not obeyed; send it without retain";
        assertEquals(List.of(refused, refused, "ok: done"), answers.said);
        assertEquals(1, obeyed.size());
        assertEquals(2, inlet.counters().refusedCount());
    }

    /** The embedded broker disconnects who invents topics: that must not be the roller, made to by a stranger. */
    @ParameterizedTest
    @EnumSource
    void whoWantsEachAnswerElsewhereDoesNotCostTheRollerItsConnection(BrokerKind kind) throws Exception {
        int commandCount = 3000;
        List<String> states = new CopyOnWriteArrayList<>();
        PahoConnection.Listener statuses = new PahoConnection.Listener() {
            @Override
            public void arrived(String topicPath, byte[] payload) {
                states.add(new String(payload, StandardCharsets.UTF_8));
            }

            @Override
            public void lost() {
                states.add("the coach was disconnected");
            }
        };
        try (SecuredBroker broker = SecuredBroker.start(kind, users);
                PahoConnection coach = PahoConnection.open(as("coach", broker), Greeting.passing("tablet"), statuses)) {
            coach.subscribe(Topic.STATUS.path(ROLLER), 1);
            Semaphore taken = new Semaphore(0);
            send(coach, "kept", true, "tablet", taken::release);
            taken.acquire();
            try (PahoMetricsPublisher roller =
                    new PahoMetricsPublisher(as(ROLLER, broker), ROLLER, Recorder.CLOCK, null)) {
                roller.obey(inlet);
                roller.connectTo(broker.uri());
                Recorder.eventually("it hears commands", () -> inlet.counters().receivedCount() == 1);
                taken.release(AT_ONCE_COUNT);
                for (int index = 0; index < commandCount; index++) {
                    taken.acquire();
                    send(coach, "c" + index, false, "tablet-" + index, taken::release);
                    if (index % AT_ONCE_COUNT == 0) {
                        Thread.sleep(AT_ONCE_COUNT); // or most answers would find no room in the roller's line
                    }
                }
                Recorder.eventually("all came", () -> inlet.counters().receivedCount() == commandCount + 1);
                assertEquals(1, states.size(), states::toString);
            }
        }
    }

    private static void send(PahoConnection from, String commandId, boolean retained) throws MqttException {
        send(from, commandId, retained, "tablet", () -> {});
    }

    private static void send(PahoConnection from, String commandId, boolean retained, String clientId, Runnable taken)
            throws MqttException {
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(CommandInlet.answerPath(ROLLER, clientId));
        byte[] command = CommandCodec.write(commandId, CommandName.START.word(), Map.of(), "coach");
        from.publish(CommandInlet.commandPath(ROLLER), new MqttMessage(command, 1, retained, properties), taken);
    }

    /**
     * With a broker of one's own whose rights are not ours: mosquitto's ACL file accepts every subscription, its plugin for rights
     * does not. The embedded broker has one role that may speak for a roller, and that one may hear its commands.
     */
    @Test
    void aRollerThatMayNotHearCommandsSaysSoOnceAndTellsAllElse() throws Exception {
        MosquittoBroker.assumeInstalled();
        Path plugin = rightsPlugin().orElse(null);
        assumeTrue(plugin != null, "SKIPPED: this mosquitto has no " + RIGHTS_PLUGIN);
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        Path own = Files.createDirectories(folder.resolve("deaf"));
        Path rights = Files.writeString(own.resolve("rights.json"), DEAF);
        Path file = Files.writeString(
                own.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\nallow_anonymous true\nuser root\nplugin " + plugin
                        + "\nplugin_opt_config_file " + rights + "\n");
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger logger = (Logger) LoggerFactory.getLogger(CommandChannel.class);
        logger.addAppender(said);
        Process broker = MosquittoBroker.run(file);
        String uri = "mqtt://127.0.0.1:" + port;
        Recorder recorder = new Recorder();
        RandomMessages messages = new RandomMessages(8);
        try (PahoMetricsFeed feed = new PahoMetricsFeed(MqttSettings.of(uri), Recorder.CLOCK);
                PahoMetricsPublisher roller =
                        new PahoMetricsPublisher(MqttSettings.of(uri), ROLLER, Recorder.CLOCK, null)) {
            feed.start(recorder);
            roller.obey(inlet);
            roller.connectTo(uri);
            Recorder.eventually("it is said", () -> !said.list.isEmpty());
            // "connected" comes before the subscription is answered, and an event is kept for nobody
            recorder.awaitMessage(new MetricsMessage.Status(true)::equals);
            var event = messages.next(Topic.EVENT);
            roller.publish(event);
            assertEquals(
                    "connected to 127.0.0.1:" + port + ", but it does not let this roller hear commands",
                    roller.state());
            recorder.awaitMessage(event::equals);
            broker.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            Recorder.eventually("the loss is noticed", () -> !roller.state().startsWith("connected"));
            broker = MosquittoBroker.run(file);
            var later = messages.next(Topic.SUMMARY);
            roller.publish(later);
            recorder.awaitMessage(later::equals);
        } finally {
            broker.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            logger.detachAppender(said);
        }
        assertEquals(
                List.of(
                        "the broker does not let this roller hear commands on rollscope/v1/roller-1/command (reason 135);"
                                + " give its user that right"),
                said.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertTrue(obeyed.isEmpty());
    }

    private static Optional<Path> rightsPlugin() throws IOException {
        try (Stream<Path> files = Files.find(LIBRARIES, 2, (path, kept) -> path.endsWith(RIGHTS_PLUGIN))) {
            return files.findFirst();
        }
    }
}
