package org.rollscope.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.BuiltProgram;
import org.rollscope.broker.BrokerException;
import org.rollscope.broker.BrokerSettings;
import org.rollscope.broker.EmbeddedBroker;
import org.rollscope.device.serial.SocatBoard;
import org.rollscope.frame.HostClock;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsFeed;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;

/**
 * A cable that is pulled and plugged in again and again, seen from outside: a service as a process, a subscriber that waits for
 * the first live figures, and the service's threads, open files and words.
 */
@Tag("alone")
class ReplugIT {
    private static final int CYCLE_COUNT = Integer.getInteger("rollscope.replugs", 5);
    private static final int WARM_UP_COUNT = 3;
    private static final long LONGEST_RETURN_MS = 1000;
    /** Two for each change: it is lost, it is missing; no frames, frames again. */
    private static final int MOST_LINES_PER_CYCLE_COUNT = 4;

    private static final long DEADLINE_NS = 20_000_000_000L;
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final LiveWatch live = new LiveWatch();
    private EmbeddedBroker broker;
    private MetricsFeed feed;
    private Process service;
    private Path link;

    /** Notes when the first live figures came since it was armed. */
    private static final class LiveWatch implements MetricsFeed.Listener {
        private volatile boolean connected;
        private volatile long firstNs;

        void arm() {
            firstNs = 0;
        }

        @Override
        public void message(String rollerId, MetricsMessage message) {
            if (message instanceof MetricsMessage.Live && firstNs == 0) {
                firstNs = System.nanoTime();
            }
        }

        @Override
        public void connection(boolean nowConnected, String words) {
            connected = nowConnected;
        }

        @Override
        public void unreadable(String topicPath, String reason) {
            throw new AssertionError(topicPath + ": " + reason);
        }
    }

    private static final class SystemClock implements HostClock {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    }

    @BeforeEach
    void startABroker() throws BrokerException {
        assumeTrue(SocatBoard.isPossible(), "socat is missing; install it with: apt-get install socat");
        broker = EmbeddedBroker.startFrom(BrokerSettings.onLoopback(28_930));
        feed = new PahoMetricsFeed(MqttSettings.of(broker.uri()), new SystemClock());
        feed.start(live);
        await("the subscriber", () -> live.connected);
        link = folder.resolve("port");
    }

    @AfterEach
    void endAll() throws Exception {
        if (service != null) {
            service.destroy();
            if (!service.waitFor(20, TimeUnit.SECONDS)) {
                service.destroyForcibly().waitFor();
            }
        }
        if (feed != null) {
            feed.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void namedPortIsBackWithinASecondAndNothingLeaks() throws IOException {
        pullAndPlug("serial:" + link);
    }

    @Test
    void foundRollerIsBackWithinASecondThoughAnotherPortIsSilent() throws IOException {
        Path silent = folder.resolve("silent");
        try (SocatBoard mute = SocatBoard.plugIn(silent).mute()) {
            pullAndPlug("serial:auto?ports=" + silent + "," + link);
            assertTrue(mute.requestCount() > 0, "the silent port was never asked, so it could not be in the way");
        }
    }

    private void pullAndPlug(String source) throws IOException {
        service = BuiltProgram.rollscope(
                        "service",
                        "--source",
                        source,
                        "--mqtt",
                        broker.uri(),
                        "--data",
                        folder.resolve("data").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("service.err").toFile())
                .start();
        await("the service", () -> said().contains("connected to"));
        long sequence = 0;
        List<Long> returnsMs = new ArrayList<>();
        int threadCount = 0;
        int fileCount = 0;
        long lineCount = 0;
        for (int cycle = 0; cycle < WARM_UP_COUNT + CYCLE_COUNT; cycle++) {
            if (cycle == WARM_UP_COUNT) {
                threadCount = count("task");
                fileCount = count("fd");
                lineCount = said().lines().count();
                returnsMs.clear();
            }
            long wordCount = lossWords();
            try (SocatBoard board = SocatBoard.plugIn(link)) {
                long returnedNs = System.nanoTime();
                live.arm();
                while (live.firstNs == 0) {
                    assertTrue(
                            System.nanoTime() - returnedNs < DEADLINE_NS, "cycle " + cycle + ": no figures: " + said());
                    if (board.requestCount() > 0) {
                        board.sendFrames(sequence++, 1);
                    }
                    LockSupport.parkNanos(10_000_000);
                }
                returnsMs.add((live.firstNs - returnedNs) / 1_000_000);
            }
            await("word of the loss", () -> lossWords() > wordCount);
            // Every phase of the pauses between two tries.
            LockSupport.parkNanos(random.nextInt(700) * 1_000_000L);
        }
        Collections.sort(returnsMs);
        long newLineCount = said().lines().count() - lineCount;
        int threadsBefore = threadCount;
        int filesBefore = fileCount;
        await("as many threads as before, " + threadsBefore, () -> count("task") <= threadsBefore);
        await("as many open files as before, " + filesBefore, () -> count("fd") <= filesBefore);
        System.out.println(source.replace(folder.toString(), "") + ": " + CYCLE_COUNT
                + " times unplugged and plugged in; first live figures after a median of "
                + returnsMs.get(returnsMs.size() / 2) + " ms, worst " + returnsMs.get(returnsMs.size() - 1)
                + " ms; threads " + threadsBefore + " before, " + count("task") + " after; open files " + filesBefore
                + " before, " + count("fd") + " after; " + newLineCount + " lines logged");
        assertEquals(CYCLE_COUNT, returnsMs.size());
        assertTrue(returnsMs.get(returnsMs.size() - 1) <= LONGEST_RETURN_MS, returnsMs.toString());
        assertTrue(
                newLineCount <= (long) MOST_LINES_PER_CYCLE_COUNT * CYCLE_COUNT, newLineCount + " lines:\n" + said());
    }

    private long lossWords() {
        return said().lines().filter(line -> line.contains(" was lost; ")).count();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("service.err"));
        } catch (IOException failed) {
            return "";
        }
    }

    /** Entries of a folder of the service in {@code /proc}. */
    private int count(String name) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(service.pid()), name))) {
            return (int) entries.count();
        } catch (IOException gone) {
            throw new AssertionError("the service ended: " + said(), gone);
        }
    }

    private static void await(String awaited, BooleanSupplier condition) {
        long endNs = System.nanoTime() + DEADLINE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError("waited in vain for " + awaited);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
