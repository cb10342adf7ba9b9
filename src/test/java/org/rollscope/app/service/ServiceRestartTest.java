package org.rollscope.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.app.Ran;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.shell.SystemHostClock;
import org.rollscope.app.shell.TellingPace;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.device.sim.Pace;
import org.rollscope.device.sim.SimulatedBoard;
import org.rollscope.device.sim.SimulatedFrameSource;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.LinkCounters;
import org.rollscope.mqtt.MqttSettings;
import org.rollscope.mqtt.PahoMetricsPublisher;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.Scenario;
import org.rollscope.telemetry.Backlog;
import picocli.CommandLine;

/** A mistake in the acquisition does not end the service: what was recorded is sound, and a fresh source takes over. */
class ServiceRestartTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 7;
    private static final int SECONDS = 8;
    private static final int FRAME_COUNT = SECONDS * 100;
    private static final int BROKEN_AFTER_POLL_COUNT = 500;

    @TempDir
    private Path folder;

    private final SystemHostClock clock = new SystemHostClock();
    private final PahoMetricsPublisher unheard =
            new PahoMetricsPublisher(MqttSettings.of("mqtt://127.0.0.1"), "unheard", clock, null);
    private final ServiceState state = new ServiceState("a test", Instant.EPOCH);
    private final MetricsRelay told =
            new MetricsRelay(unheard, Terminal.silent(new PrintWriter(new StringWriter())), state, TellingPace.USUAL);
    private final Deque<FrameSource> sources = new ArrayDeque<>();
    private final List<FrameSource> closed = new ArrayList<>();

    private final class Counted implements FrameSource {
        private final FrameSource source = new SimulatedFrameSource(
                "counted",
                new SimulatedBoard(new AthleteSimulation(Scenario.COACHED, SEED, SECONDS * 1000L), 100),
                Pace.MAX,
                clock);
        private final Runnable mistake;
        private int leftPollCount;

        Counted(int pollCount, Runnable mistake) {
            leftPollCount = pollCount;
            this.mistake = mistake;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public void start(FrameSink sink) {
            source.start(sink);
        }

        @Override
        public boolean poll() {
            if (leftPollCount-- == 0) {
                mistake.run();
            }
            return source.poll();
        }

        @Override
        public LinkCounters counters() {
            return source.counters();
        }

        @Override
        public void close() {
            closed.add(this);
            source.close();
        }
    }

    private static void fail() {
        throw new IllegalStateException("a mistake of ours");
    }

    private CommonOptions common() {
        return CommandLine.populateCommand(
                new CommonOptions(), "--data", folder.resolve("data").toString(), "--config", "config");
    }

    private ServiceRun service() throws Exception {
        Subject subject = Subject.of(new AthleteSimulation(Scenario.COACHED, SEED, 1000), "simulated");
        OpenedSource opened = new OpenedSource("a test", sources::remove, subject, null, TellingPace.USUAL, false);
        return new ServiceRun(
                common(),
                LoadedSettings.load(Path.of("config")),
                opened,
                told,
                Terminal.silent(new PrintWriter(new StringWriter())),
                clock);
    }

    private JsonNode state() {
        return state.read("connected", new Backlog(0, 0, null), Instant.EPOCH).document();
    }

    @Test
    void brokenSourceIsReplacedAndBothSessionsAreSound() throws Exception {
        FrameSource broken = new Counted(BROKEN_AFTER_POLL_COUNT, ServiceRestartTest::fail);
        FrameSource fresh = new Counted(-1, ServiceRestartTest::fail);
        sources.addAll(List.of(broken, fresh));
        try (ServiceRun run = service()) {
            run.run();
        }
        assertEquals(1, state().required("restart_count").asInt());
        assertEquals(
                "the acquisition failed and begins anew in 1000 ms: java.lang.IllegalStateException: a mistake of ours",
                state().required("last_notice").asText());
        assertEquals(List.of(broken, fresh), closed);
        assertEquals(2, told.sessionCount());
        try (SessionArchive archive = common().openArchive()) {
            List<StoredSession> sessions = archive.sessions();
            assertEquals(2, sessions.size());
            for (StoredSession session : sessions) {
                StoredSession.Closed end = session.closed();
                assertNotNull(end, "a session was left open");
                assertEquals(0, end.link().lostFrameCount());
                assertEquals(session.frameCount(), end.link().frameCount());
            }
            assertEquals(
                    BROKEN_AFTER_POLL_COUNT, sessions.get(0).frameCount(), "frames before the mistake are recorded");
            assertEquals(FRAME_COUNT, sessions.get(1).frameCount());
        }
        Ran verified = Ran.of("sessions", "verify", "--json", "--data", folder.resolve("data") + "");
        assertEquals(0, verified.exitCode(), verified.err());
        assertEquals(0, JSON.readTree(verified.out()).required("problems").size());
    }

    @Test
    void serviceThatIsAskedToEndDoesNotBeginAnew() throws Exception {
        try (ServiceRun run = service()) {
            sources.add(new Counted(BROKEN_AFTER_POLL_COUNT, () -> {
                run.stop();
                fail();
            }));
            long startNs = System.nanoTime();
            run.run();
            assertTrue(System.nanoTime() - startNs < 30_000_000_000L, "the end waited");
        }
        assertEquals(1, told.sessionCount());
        assertEquals(1, closed.size());
        assertEquals(1, state().required("restart_count").asInt());
    }

    @Test
    void sourceThatCannotEvenBeMadeIsTriedAgain() throws Exception {
        sources.add(new Counted(-1, ServiceRestartTest::fail));
        boolean[] refused = new boolean[1];
        Subject subject = Subject.of(new AthleteSimulation(Scenario.COACHED, SEED, 1000), "simulated");
        OpenedSource opened = new OpenedSource(
                "a test",
                () -> {
                    if (!refused[0]) {
                        refused[0] = true;
                        fail();
                    }
                    return sources.remove();
                },
                subject,
                null,
                TellingPace.USUAL,
                false);
        try (ServiceRun run = new ServiceRun(
                common(),
                LoadedSettings.load(Path.of("config")),
                opened,
                told,
                Terminal.silent(new PrintWriter(new StringWriter())),
                clock)) {
            run.run();
        }
        assertEquals(1, state().required("restart_count").asInt());
        assertEquals(1, told.sessionCount());
    }
}
