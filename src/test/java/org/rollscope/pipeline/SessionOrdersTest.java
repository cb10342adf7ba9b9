package org.rollscope.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.calibration.Tare;
import org.rollscope.command.CommandAnswer;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.Scenario;

/** What others ask of a running pipeline, between any two frames. */
class SessionOrdersTest {
    private static final long SEED = 3;
    private static final int RATE_HZ = ScriptedRoller.RATE_HZ;

    @TempDir
    private Path folder;

    private PipelineBench bench;
    /** A limb lies on the roller in every one of them. */
    private final List<RawFrame> loaded =
            ScriptedRoller.frames(Scenario.COACHED, SEED, 60).subList(1500, 4000);

    private final Map<Long, PipelineOrders.Order> orders = new HashMap<>();
    private final List<CommandAnswer> answers = new ArrayList<>();

    @BeforeEach
    void openBench() throws ArchiveException {
        bench = new PipelineBench(folder.resolve("bench"), SEED);
        bench.onPoint = point -> {
            PipelineOrders.Order order = orders.get(point.sequence());
            if (order != null) {
                bench.orders.offer(order, answers::add);
            }
        };
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    private static ScriptedRoller roller() {
        return new ScriptedRoller(SEED).oneByOne();
    }

    private List<RawFrame> load(int seconds) {
        return loaded.subList(0, seconds * RATE_HZ);
    }

    private void expectSaidKeptAndRestRecomputed() throws ArchiveException {
        for (StoredSession stored : bench.sessions()) {
            List<RollerEvent> recomputed = new ArrayList<>();
            SessionSummary summary = bench.recompute(stored, recomputed);
            assertEquals(
                    stored.events().stream()
                            .filter(event -> !event.type().isSaid())
                            .toList(),
                    recomputed,
                    stored.record().sessionId());
            assertEquals(stored.closed().summary(), summary);
            // a silence is told by the host's clock, and kept only when the frames show it
            assertEquals(withoutSilence(bench.ended(stored.record())), withoutSilence(stored.events()));
        }
    }

    private static List<RollerEvent> withoutSilence(List<RollerEvent> events) {
        return events.stream()
                .filter(event -> event.type() != EventType.SIGNAL_LOST)
                .toList();
    }

    @Test
    void startBeginsASessionWithoutContactAndQuietEndsItAsAlways() throws ArchiveException {
        orders.put(500L, SessionControl::start);
        bench.run(roller().rest(10));
        assertTrue(answers.get(0).ok());
        assertEquals(bench.started.get(0).sessionId(), answers.get(0).facts().get("session_id"));
        List<RawFrame> frames = bench.frames(bench.sessions().get(0));
        assertEquals(500 - 300, frames.get(0).sequence(), "with the pre-roll");
        assertEquals(500 + 200, frames.get(frames.size() - 1).sequence(), "quiet is counted from the command");
    }

    @Test
    void startWhileOneRunsOrNothingComesIsRefused() {
        orders.put(300L, SessionControl::start);
        orders.put(310L, SessionControl::start);
        orders.put(400L, SessionControl::stop);
        orders.put(500L, SessionControl::stop);
        bench.run(roller().rest(8));
        assertEquals(
                List.of(true, false, true, false),
                answers.stream().map(CommandAnswer::ok).toList());
        assertEquals("a session runs already: session-0", answers.get(1).message());
        assertEquals("no session runs", answers.get(3).message());
        bench.calibrated = false;
        orders.clear();
        bench.orders.offer(SessionControl::start, answers::add);
        bench.run(roller().rest(1));
        assertFalse(answers.get(4).ok());
        assertEquals(1, bench.started.size());
    }

    @Test
    void afterStopANewSessionBeginsOnlyWhenTheLimbWasLifted() throws ArchiveException {
        orders.put(800L, SessionControl::stop);
        bench.run(roller().rest(4).send(load(20)).rest(3).send(load(5)).rest(1));
        assertEquals(2, bench.started.size());
        long secondUs = bench.frames(bench.sessions().get(1)).get(0).deviceTimeUs();
        assertTrue(secondUs >= 24_000_000, "began at " + secondUs);
        expectSaidKeptAndRestRecomputed();
    }

    @Test
    void startAfterStopNeedsNoLift() throws ArchiveException {
        orders.put(800L, SessionControl::stop);
        orders.put(900L, SessionControl::start);
        bench.run(roller().rest(4).send(load(20)).rest(1));
        assertEquals(2, bench.started.size());
        assertEquals(801, bench.frames(bench.sessions().get(1)).get(0).sequence());
        expectSaidKeptAndRestRecomputed();
    }

    @Test
    void whatPeopleSayIsAnEventOfTheSessionAndTwoWordsInOneMomentAreTwo() throws ArchiveException {
        orders.put(100L, control -> control.mark(null));
        orders.put(800L, control -> {
            answers.add(control.mark(null));
            answers.add(control.mark(7));
            answers.add(control.mark(7));
            answers.add(control.mark(9999));
            answers.add(control.mark(null));
            answers.add(control.feltRelease());
            return control.pain(6.5);
        });
        bench.run(roller().rest(4).send(load(10)).rest(4));
        assertEquals(
                "no session runs; begin one with start, or lie on the roller",
                answers.get(0).message());
        assertEquals(
                List.of(false, true, true, true, true, false, true, true),
                answers.stream().map(CommandAnswer::ok).toList());
        assertEquals(1L, answers.get(1).facts().get("number"));
        List<String> ids = bench.told.stream()
                .filter(told -> told.event().type().isSaid())
                .map(PipelineBench.Told::eventId)
                .toList();
        assertEquals(6, ids.size());
        assertEquals(6, new TreeSet<>(ids).size(), ids.toString());
        List<RollerEvent> stored = bench.sessions().get(0).events();
        assertEquals(
                List.of(1.0, 7.0, 7.0, 9999.0),
                stored.stream()
                        .filter(event -> event.type() == EventType.MARKER)
                        .map(event -> event.details().value("number"))
                        .toList());
        assertEquals(
                List.of(6.5),
                stored.stream()
                        .filter(event -> event.type() == EventType.PAIN)
                        .map(event -> event.details().value("pain_nrs"))
                        .toList());
        expectSaidKeptAndRestRecomputed();
    }

    @Test
    void anotherBandBeginsAnotherSessionWithTheNextFrame() throws ArchiveException {
        PressureBand lower = new PressureBand(2, 4, 5, CeilingSource.SETTINGS);
        orders.put(900L, control -> control.changeSubject(lower, () -> bench.band = lower));
        bench.run(roller().rest(4).send(load(10)).rest(4));
        List<StoredSession> sessions = bench.sessions();
        assertEquals(2, sessions.size());
        assertEquals("session-0", answers.get(0).facts().get("ended_session_id"));
        assertEquals(bench.firstBand(), sessions.get(0).record().band());
        assertEquals(lower, sessions.get(1).record().band());
        List<RawFrame> first = bench.frames(sessions.get(0));
        assertEquals(900, first.get(first.size() - 1).sequence());
        assertEquals(901, bench.frames(sessions.get(1)).get(0).sequence());
        assertNotEquals(0, sessions.get(1).closed().summary().overpressureCount(), "the new band is what alarms go by");
        expectSaidKeptAndRestRecomputed();
    }

    @Test
    void tareIsRefusedUnderALimbAndFindsAZeroWithoutOne() throws ArchiveException {
        AtomicReference<@Nullable Tare> found = new AtomicReference<>();
        orders.put(100L, control -> control.beginTare(found::set));
        orders.put(110L, control -> control.beginTare(tare -> {}));
        orders.put(650L, control -> {
            Tare tare = found.get();
            return tare == null ? CommandAnswer.refused("none") : control.useCalibration(tare.tared("tared"));
        });
        orders.put(900L, control -> control.beginTare(tare -> {}));
        bench.run(roller().rest(7).send(load(4)).rest(4));
        assertEquals(
                List.of(true, false, true, false),
                answers.stream().map(CommandAnswer::ok).toList());
        assertNotNull(found.get());
        assertNull(found.get().refusal());
        assertEquals("tared", bench.sessions().get(0).record().calibrationId());
    }

    @Test
    void ordersThatNobodyTakesAreRefusedAndNotForgotten() {
        for (int count = 0; count < PipelineOrders.LIMIT_COUNT + 1; count++) {
            bench.orders.offer(SessionControl::start, answers::add);
        }
        assertEquals(1, answers.size());
        assertTrue(answers.get(0).message().startsWith("the service is busy"));
        bench.orders.close();
        assertEquals(PipelineOrders.LIMIT_COUNT + 1, answers.size());
        bench.orders.offer(SessionControl::start, answers::add);
        assertEquals(
                "the service is ending",
                answers.get(PipelineOrders.LIMIT_COUNT + 1).message());
    }

    /** What a person with a list of what happened would expect. */
    private final class Model {
        private final SplittableRandom random;
        private final TreeSet<Long> loadedTicks = new TreeSet<>();
        private boolean heldOff;
        private boolean pending;
        private boolean silent;
        private int saidCount;
        private int refusedSaidCount;
        private long restSinceTick;
        private long stoppedTick;
        private long subjectTick;
        private long loadSinceTick = -1;
        private final List<String> story = new ArrayList<>();

        Model(long seed) {
            random = new SplittableRandom(seed);
        }

        ScriptedRoller script() {
            ScriptedRoller roller = roller().rest(4);
            for (int segment = 0; segment < 14; segment++) {
                int seconds = 1 + random.nextInt(4);
                switch (random.nextInt(4)) {
                    case 0 -> roller.rest(seconds);
                    case 1 -> roller.lose(10 + random.nextInt(60));
                    default -> {
                        long from = roller.nextSequence();
                        roller.send(load(seconds));
                        for (long tick = from; tick < roller.nextSequence(); tick++) {
                            loadedTicks.add(tick);
                        }
                    }
                }
            }
            return roller.rest(1);
        }

        boolean running() {
            return bench.started.size() > bench.summaries.size();
        }

        void frame(long tick) {
            silent = false;
            if (loadedTicks.contains(tick)) {
                loadSinceTick = loadSinceTick < 0 ? tick : loadSinceTick;
                restSinceTick = -1;
            } else {
                loadSinceTick = -1;
                restSinceTick = restSinceTick < 0 ? tick : restSinceTick;
            }
            // a contact ends when its force has been away for 0.5 s, after a filter; so long it may still hold off
            if (restSinceTick >= 0 && tick - Math.max(restSinceTick, stoppedTick) > 60) {
                heldOff = false;
            }
            if (pending) {
                assertTrue(running(), () -> "asked for before frame " + tick + " " + story);
                pending = false;
            }
            if (loadSinceTick >= 0 && tick - Math.max(loadSinceTick, subjectTick) > 60 && !heldOff) {
                assertTrue(running(), () -> "a limb lies there since " + loadSinceTick + ", now " + tick + " " + story);
            }
            if (heldOff && loadSinceTick >= 0) {
                assertFalse(
                        running(),
                        () -> "held off since " + stoppedTick + ", load since " + loadSinceTick + ", rest since "
                                + restSinceTick + ", at " + tick + " " + story);
            }
            if (random.nextInt(40) == 0) {
                if (random.nextInt(5) == 0) {
                    bench.nowNs += random.nextInt(400, 1500) * 1_000_000L;
                    silent = true;
                }
                bench.orders.offer(control -> act(control, tick), answers::add);
            }
        }

        private CommandAnswer act(SessionControl control, long tick) {
            boolean before = running();
            int startedCount = bench.started.size();
            int kind = random.nextInt(6);
            CommandAnswer answer =
                    switch (kind) {
                        case 0 -> control.start();
                        case 1 -> control.stop();
                        case 2 -> control.mark(null);
                        case 3 -> control.pain(3);
                        case 4 -> control.feltRelease();
                        default -> {
                            PressureBand other =
                                    new PressureBand(5, 10, 20 + random.nextInt(30), CeilingSource.SETTINGS);
                            yield control.changeSubject(other, () -> bench.band = other);
                        }
                    };
            story.add(tick + ":" + kind + (answer.ok() ? "+" : "-"));
            switch (kind) {
                case 0 -> {
                    if (answer.ok()) {
                        assertFalse(before, story::toString);
                        pending = !running();
                        heldOff = false;
                    } else {
                        assertTrue(before || silent, story::toString);
                    }
                }
                case 1 -> {
                    assertEquals(before || pending, answer.ok(), story::toString);
                    assertFalse(running());
                    pending = false;
                    heldOff = before || heldOff;
                    stoppedTick = before ? tick : stoppedTick;
                }
                case 2, 3, 4 -> {
                    assertEquals(before, answer.ok(), story::toString);
                    saidCount += answer.ok() ? 1 : 0;
                    refusedSaidCount += answer.ok() ? 0 : 1;
                }
                default -> {
                    assertTrue(answer.ok());
                    assertFalse(running());
                    assertEquals(before, answer.facts().containsKey("ended_session_id"));
                    subjectTick = tick;
                    pending = pending || answer.message().contains("next frame");
                }
            }
            assertTrue(bench.started.size() <= startedCount + 1);
            return answer;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyOrderOfCommandsLoadsAndLossesLeavesSessionsThatRecompute(long seed) throws ArchiveException {
        Model model = new Model(seed);
        ScriptedRoller roller = model.script();
        bench.onPoint = point -> model.frame(point.sequence());
        bench.run(roller);
        assertEquals(bench.started.size(), bench.summaries.size());
        expectSaidKeptAndRestRecomputed();
        long saidCount =
                bench.told.stream().filter(told -> told.event().type().isSaid()).count();
        assertEquals(model.saidCount, saidCount);
        assertEquals(
                saidCount,
                bench.told.stream()
                        .filter(told -> told.event().type().isSaid())
                        .map(PipelineBench.Told::eventId)
                        .distinct()
                        .count());
        long lastSequence = -1;
        for (StoredSession stored : bench.sessions()) {
            List<RawFrame> frames = bench.frames(stored);
            assertFalse(frames.isEmpty(), "a session has frames");
            assertTrue(frames.get(0).sequence() > lastSequence, "no frame is in two sessions");
            lastSequence = frames.get(frames.size() - 1).sequence();
        }
        System.out.println("seed " + seed + ": " + bench.started.size() + " sessions, " + answers.size() + " commands, "
                + saidCount + " words, " + model.refusedSaidCount + " refused words");
    }
}
