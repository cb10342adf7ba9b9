package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandSender;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;

/** Commands over a standing connection, with real brokers: what comes back, and what is said when nothing does. */
@Timeout(120)
class PahoCommandSenderIT {
    private static final String ROLLER = "roller-1";
    private static final long PATIENCE_MS = 3000;

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<FramePoint> frames = new ArrayList<>();

    private final CommandSender.Outcome outcome = new CommandSender.Outcome() {
        @Override
        public void answered(CommandAnswer answer) {
            told.add((answer.ok() ? "ok: " : "error: ") + answer.message() + " " + answer.facts());
        }

        @Override
        public void unanswered(String words) {
            told.add("none: " + words);
        }

        @Override
        public void frames(List<FramePoint> points) {
            frames.addAll(points);
        }
    };

    private String next() throws InterruptedException {
        String said = told.poll(30, TimeUnit.SECONDS);
        assertTrue(said != null, "nothing was told");
        return said;
    }

    private static PahoMetricsPublisher roller(MqttSettings settings, CommandReceiver receiver) throws Exception {
        PahoMetricsPublisher roller = new PahoMetricsPublisher(settings, ROLLER, Recorder.CLOCK, null);
        roller.obey(new CommandInlet(ROLLER, new CommandLimits(100, 100), receiver, Recorder.CLOCK));
        roller.connectTo(settings.address());
        PromptClient.awaitOnline(settings.address(), ROLLER);
        return roller;
    }

    private static PahoCommandSender sender(MqttSettings settings) {
        return new PahoCommandSender(settings, "test", Recorder.CLOCK, PATIENCE_MS);
    }

    @ParameterizedTest
    @EnumSource
    void answersComeBackWithTheirFactsOverOneConnection(BrokerKind kind) throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                PahoMetricsPublisher roller = roller(
                        MqttSettings.of(broker.uri()),
                        (request, reply) ->
                                reply.answer(CommandAnswer.done(request.command() + " of " + request.sender())
                                        .with("ceiling_kpa", 44.5)
                                        .withCount("number", 3)));
                PahoCommandSender sender = sender(MqttSettings.of(broker.uri()))) {
            sender.send(ROLLER, CommandName.PAIN, Map.of("pain_nrs", "4"), outcome);
            assertEquals("ok: Pain[painNrs=4.0] of test {ceiling_kpa=44.5, number=3}", next());
            sender.send(ROLLER, CommandName.CEILING, Map.of("ceiling_kpa", "500"), outcome);
            assertEquals("error: ceiling_kpa must be a number 5..400 kPa, was 500.0 {}", next());
            sender.send("nobody", CommandName.STOP, Map.of(), outcome);
            assertEquals("none: roller nobody does not answer within 3 s; does its service run?", next());
        }
    }

    @Test
    void framesComeBeforeTheAnswerAndKeepItWaitedFor() throws Exception {
        List<FramePoint> batch = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            batch.add(new FramePoint(
                    index * 10_000L, index, Activity.HOLD, 1, 2, 3, 4, 5, false, PadPressures.of(new double[48])));
        }
        try (OpenBroker broker = OpenBroker.start(BrokerKind.EMBEDDED, folder);
                PahoMetricsPublisher roller =
                        roller(MqttSettings.of(broker.uri()), (request, reply) -> new Thread(() -> {
                                    for (int part = 0; part < 5; part++) {
                                        reply.frames(batch);
                                        pause(PATIENCE_MS * 2 / 5);
                                    }
                                    reply.answer(CommandAnswer.done("sent"));
                                })
                                .start());
                PahoCommandSender sender = sender(MqttSettings.of(broker.uri()))) {
            sender.send(
                    ROLLER, CommandName.BACKFILL, Map.of("session_id", "s", "from_us", "1", "to_us", "600"), outcome);
            assertEquals("ok: sent {}", next(), "it took twice the patience");
            assertEquals(500, frames.size());
        }
    }

    private static void pause(long pauseMs) {
        try {
            TimeUnit.MILLISECONDS.sleep(pauseMs); // the pace is what is tested
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginThatMayOnlyLookIsToldSo(BrokerKind kind) throws Exception {
        SecureFolder users = SecureFolders.make(folder.resolve("users"));
        try (SecuredBroker broker = SecuredBroker.start(kind, users);
                PahoCommandSender sender = sender(MqttSettings.of(broker.uri())
                        .withCaFile(users.caFile())
                        .withLogin("viewer", users.passwordFile("viewer")))) {
            sender.send(ROLLER, CommandName.STOP, Map.of(), outcome);
            String said = next();
            assertTrue(said.contains("does not let user 'viewer'"), said);
        }
    }

    @Test
    void aBrokerThatIsAwayIsNamedAndTheNextCommandFindsIt() throws Exception {
        int port = LoopbackPort.freeFrom("127.0.0.1", 0);
        MqttSettings settings = MqttSettings.of("mqtt://127.0.0.1:" + port);
        MosquittoBroker.assumeInstalled();
        try (PahoCommandSender sender = sender(settings)) {
            sender.send(ROLLER, CommandName.STOP, Map.of(), outcome);
            assertEquals("none: nothing listens at 127.0.0.1:" + port, next());
            try (MosquittoBroker broker = MosquittoBroker.start(folder, port);
                    PahoMetricsPublisher roller =
                            roller(settings, (request, reply) -> reply.answer(CommandAnswer.done("done")))) {
                sender.send(ROLLER, CommandName.STOP, Map.of(), outcome);
                assertEquals("ok: done {}", next());
                assertTrue(broker.uri().endsWith(Integer.toString(port)));
            }
        }
    }
}
