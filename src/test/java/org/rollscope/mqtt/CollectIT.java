package org.rollscope.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.telemetry.MetricsMessage;

/**
 * {@code rollscope collect} as processes that share the work; one is killed in the middle of it and begins anew. Each broker has a
 * class of its own, so that both can be tried at the same time.
 */
@Timeout(180)
abstract class CollectIT {
    private static final int ROLLER_COUNT = 4;
    /** The embedded broker keeps 2000 for recorders that are slow. */
    private static final int AT_ONCE_COUNT = 400;

    @TempDir
    private Path folder;

    private final BrokerKind kind;
    private final List<Process> processes = new ArrayList<>();
    private int logCount;

    CollectIT(BrokerKind kind) {
        this.kind = kind;
    }

    @AfterEach
    void endProcesses() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path data(String name) {
        return folder.resolve(name);
    }

    private Process rollscope(String... words) throws IOException {
        Path home = Path.of("").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Drollscope.home=" + home,
                "-cp",
                home.resolve("target/rollscope.jar") + ":" + home.resolve("target/lib") + "/*",
                "org.rollscope.app.Main",
                "collect"));
        command.addAll(List.of(words));
        logCount++;
        Process process = new ProcessBuilder(command)
                .redirectOutput(out(logCount).toFile())
                .redirectError(err(logCount).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path out(int log) {
        return folder.resolve("collect-" + log + ".out");
    }

    private Path err(int log) {
        return folder.resolve("collect-" + log + ".err");
    }

    private Process recorder(OpenBroker broker, String name) throws IOException {
        return rollscope("--mqtt", broker.uri(), "--data", data(name).toString());
    }

    @Test
    void twoRecordersShareAndAKilledOneLosesNothing() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT)) {
            Process first = recorder(broker, "first");
            Process second = recorder(broker, "second");
            awaitBothListen(broker);
            for (int round = 0; round < 5; round++) {
                rollers.say(AT_ONCE_COUNT);
                awaitKept(rollers);
            }
            // in the middle of the next ones
            rollers.say(AT_ONCE_COUNT / 2);
            first.destroyForcibly().waitFor();
            rollers.say(AT_ONCE_COUNT);
            rollers.awaitDelivered();
            int keptBeforeReturnCount = FleetFile.rows(data("first")).size();
            first = recorder(broker, "first");
            awaitKept(rollers);
            for (int round = 0; sinceCount(keptBeforeReturnCount) < AT_ONCE_COUNT / 2; round++) {
                assertTrue(round < 100, "it does little since its return: " + sinceCount(keptBeforeReturnCount));
                rollers.say(AT_ONCE_COUNT);
                awaitKept(rollers);
            }
            end(first);
            end(second);
            assertMergedOnce(rollers);
        }
        for (int log = 1; log <= logCount; log++) {
            assertFalse((Files.readString(out(log)) + Files.readString(err(log))).contains("\tat "));
        }
    }

    private int sinceCount(int beforeCount) {
        return FleetFile.rows(data("first")).size() - beforeCount;
    }

    /** What is said before somebody listens is nobody's: says something until both have had of it. */
    private void awaitBothListen(OpenBroker broker) throws Exception {
        try (PahoMetricsPublisher early =
                new PahoMetricsPublisher(MqttSettings.of(broker.uri()), "early", Recorder.CLOCK)) {
            RandomMessages messages = new RandomMessages(2);
            for (int index = 0; !bothHave(0); index++) {
                early.publish(messages.event("early", index));
                TimeUnit.MILLISECONDS.sleep(50);
                assertTrue(index < 1000, "they never listened: " + Files.readString(err(1)) + Files.readString(err(2)));
            }
        }
    }

    private boolean bothHave(int moreThanCount) {
        return FleetFile.rows(data("first")).size() > moreThanCount
                && FleetFile.rows(data("second")).size() > moreThanCount;
    }

    private void awaitKept(SaidMessages rollers) throws InterruptedException {
        Recorder.eventually("all that was said is kept", () -> rollers.missing(List.of(data("first"), data("second")))
                .isEmpty());
    }

    private void end(Process recorder) throws Exception {
        recorder.destroy(); // SIGTERM
        assertTrue(recorder.waitFor(20, TimeUnit.SECONDS), "it did not end");
    }

    private void assertMergedOnce(SaidMessages rollers) throws Exception {
        Set<String> first = FleetFile.rows(data("first")).keySet();
        Set<String> second = FleetFile.rows(data("second")).keySet();
        Process merge = rollscope(
                "merge",
                data("first").resolve("fleet.db").toString(),
                data("second").resolve("fleet.db").toString(),
                "--data",
                data("merged").toString());
        assertEquals(0, merge.waitFor(), Files.readString(err(logCount)));
        var merged = FleetFile.rows(data("merged"));
        for (var one : rollers.said().entrySet()) {
            assertEquals(one.getValue(), merged.remove(one.getKey()), one.getKey());
        }
        assertTrue(
                merged.keySet().stream().allMatch(key -> key.startsWith("early ")),
                merged.keySet().toString());
        Set<String> inBoth = new HashSet<>(first);
        inBoth.retainAll(second);
        int saidCount = rollers.said().size();
        assertTrue(first.size() > AT_ONCE_COUNT && second.size() > AT_ONCE_COUNT, "one did nearly all");
        System.out.printf(
                "%s: %d events and summaries said, first recorder kept %d, second %d, %d in both files; it says:%n%s%s%s",
                kind,
                saidCount,
                first.size(),
                second.size(),
                inBoth.size(),
                Files.readString(out(2)),
                Files.readString(out(3)),
                Files.readString(out(logCount)));
    }

    @Test
    void aLoneRecorderThatIsAwayGetsEverythingAfterwards() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT)) {
            try (FleetMember member = FleetMember.join(broker.uri(), "one", data("one"))) {
                member.awaitListening(broker.uri());
                rollers.say(100);
                awaitAll(rollers, "one");
            }
            rollers.say(1000);
            rollers.awaitDelivered();
            try (FleetMember member = FleetMember.join(broker.uri(), "one", data("one"))) {
                awaitAll(rollers, "one");
                assertEquals(0, member.recorder().counts().unreadableCount());
            }
        }
    }

    private void awaitAll(SaidMessages rollers, String... names) throws InterruptedException {
        List<Path> folders = new ArrayList<>();
        for (String name : names) {
            folders.add(data(name));
        }
        Recorder.eventually("all is kept", () -> rollers.missing(folders).isEmpty());
        folders.forEach(FleetFile::rows); // each can be read back
    }

    /** What brokers do with the share of a member that is away: they differ, and src/docs/fleet.md says how. */
    @Test
    void theShareOfAMemberThatIsAway() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT);
                FleetMember stays = FleetMember.join(broker.uri(), "stays", data("stays"))) {
            stays.awaitListening(broker.uri());
            try (FleetMember goes = FleetMember.join(broker.uri(), "goes", data("goes"))) {
                goes.awaitListening(broker.uri());
            }
            rollers.say(300);
            rollers.awaitDelivered();
            stays.awaitQuiet();
            int missingCount = rollers.missing(List.of(data("stays"))).size();
            try (FleetMember back = FleetMember.join(broker.uri(), "goes", data("goes"))) {
                awaitAll(rollers, "stays", "goes");
                back.awaitQuiet();
            }
            System.out.printf(
                    "%s: of %d messages said while one of two was away, %d were set aside for it%n",
                    kind, rollers.said().size(), missingCount);
            int expectedCount = kind == BrokerKind.EMBEDDED ? 0 : rollers.said().size() / 2;
            assertEquals(expectedCount, missingCount, 1);
        }
    }

    @Test
    void whoLeavesTakesItsShareAndGetsNoMore() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT);
                FleetMember stays = FleetMember.join(broker.uri(), "stays", data("stays"))) {
            stays.awaitListening(broker.uri());
            try (FleetMember goes = FleetMember.join(broker.uri(), "goes", data("goes"))) {
                goes.awaitListening(broker.uri());
            }
            rollers.say(300);
            rollers.awaitDelivered();
            try (FleetMember leaver = FleetMember.leave(broker.uri(), "goes", data("goes"))) {
                assertTrue(
                        leaver.recorder().awaitLeft(30_000), leaver.recorder().state());
            }
            awaitAll(rollers, "stays", "goes");
            int shareCount = FleetFile.rows(data("goes")).size();
            rollers.say(300);
            awaitAll(rollers, "stays", "goes");
            assertEquals(shareCount, FleetFile.rows(data("goes")).size());
        }
    }

    @Test
    void twoOfOneNameAreToldSoAndLoseNothing() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT);
                FleetMember one = FleetMember.join(broker.uri(), "same", data("one"))) {
            one.awaitListening(broker.uri());
            try (FleetMember other = FleetMember.join(broker.uri(), "same", data("other"))) {
                String address = broker.uri().replace("mqtt://", "");
                String words = kind == BrokerKind.EMBEDDED
                        ? "another program took over this recorder's place at " + address
                                + ": is the same name used twice?"
                        : "the connection to " + address
                                + " is lost again and again, soon after it stood: is the same recorder's name used twice?";
                Recorder.eventually(words, () -> List.of(
                                one.recorder().state(), other.recorder().state())
                        .contains(words));
                rollers.say(300);
                awaitAll(rollers, "one", "other");
            }
        }
    }

    /** While its disk refuses, a recorder is away; nothing is acknowledged that is not on a disk. */
    @Test
    void aRecorderWhoseDiskRefusesLosesNothing() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), ROLLER_COUNT)) {
            try (FleetMember member = FleetMember.join(broker.uri(), "one", data("one"))) {
                member.awaitListening(broker.uri());
                rollers.say(100);
                awaitAll(rollers, "one");
                refuse(member, rollers);
                member.freeDisk();
                awaitAll(rollers, "one");
                // and once more, without an end of it: what it holds in memory dies with it
                refuse(member, rollers);
            }
            try (FleetMember again = FleetMember.join(broker.uri(), "one", data("one"))) {
                awaitAll(rollers, "one");
                // counted when it is written
                Recorder.eventually(
                        "all are counted",
                        () -> again.recorder().counts().kept().eventCount() >= 300);
            }
        }
    }

    private void refuse(FleetMember member, SaidMessages rollers) throws InterruptedException {
        int beforeCount = member.refusedCount();
        member.fillDisk();
        rollers.say(300);
        rollers.awaitDelivered();
        Recorder.eventually("its disk refuses", () -> member.refusedCount() > beforeCount + 1);
        assertFalse(rollers.missing(List.of(data("one"))).isEmpty());
    }

    @Test
    void whatIsNoMessageIsCountedAndAcknowledged() throws Exception {
        try (OpenBroker broker = OpenBroker.start(kind, folder);
                SaidMessages rollers = new SaidMessages(broker.uri(), 1);
                FleetMember member = FleetMember.join(broker.uri(), "one", data("one"));
                PahoConnection stranger = PahoConnection.open(
                        MqttSettings.of(broker.uri()), Greeting.passing("stranger"), new FleetMember.Deaf())) {
            member.awaitListening(broker.uri());
            long beforeCount = member.recorder().counts().unreadableCount();
            for (String payload : List.of("", "{", "{\"schema\":\"rollscope.event/9\"}", "\u0000", "[]")) {
                stranger.publish("rollscope/v1/demo/event", payload.getBytes("UTF-8"), 1, false, () -> {});
            }
            stranger.publish("rollscope/v1/NO-SUCH-ID/event", new byte[] {'{', '}'}, 1, false, () -> {});
            rollers.say(10);
            awaitAll(rollers, "one");
            Recorder.eventually(
                    "five are unreadable", () -> member.recorder().counts().unreadableCount() == beforeCount + 5);
            member.close();
            MetricsMessage none = new MetricsMessage.Status(true);
            assertFalse(FleetFile.rows(data("one")).containsValue(none));
            try (FleetMember again = FleetMember.join(broker.uri(), "one", data("one"))) {
                rollers.say(10);
                awaitAll(rollers, "one");
                assertEquals(0, again.recorder().counts().unreadableCount(), "they were not acknowledged");
            }
        }
    }
}
