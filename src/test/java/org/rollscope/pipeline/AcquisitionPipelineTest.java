package org.rollscope.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.detect.ToolProfile;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.PartBatch;
import org.rollscope.simulation.RollerMake;
import org.rollscope.simulation.Scenario;

class AcquisitionPipelineTest {
    private static final long SEED = 3;

    @TempDir
    private Path folder;

    private PipelineBench bench;

    @BeforeEach
    void openBench() throws ArchiveException {
        bench = new PipelineBench(folder.resolve("bench"), SEED);
    }

    @AfterEach
    void closeBench() {
        bench.close();
    }

    private static List<RawFrame> hurried(int seconds) {
        return ScriptedRoller.frames(Scenario.HURRIED, SEED, seconds);
    }

    private List<PipelineBench.Told> toldOf(EventType type) {
        return bench.told.stream().filter(told -> told.event().type() == type).toList();
    }

    /** The second button is the athlete's own word; the others and its way back up are not. */
    @Test
    void feltReleaseIsKeptWithTheSession() throws ArchiveException {
        bench.onPoint = point -> {
            if (point.deviceTimeUs() / ScriptedRoller.PERIOD_US == 900) {
                bench.pipeline().button(new ButtonChange(0, 1, true));
                bench.pipeline().button(new ButtonChange(0, 1, false));
                bench.pipeline().button(new ButtonChange(0, 0, true));
            }
        };
        bench.run(new ScriptedRoller(SEED).rest(6).send(hurried(8)).rest(10));
        assertEquals(1, toldOf(EventType.FELT_RELEASE).size());
        List<RollerEvent> kept = bench.sessions().get(0).events().stream()
                .filter(event -> event.type() == EventType.FELT_RELEASE)
                .toList();
        assertEquals(1, kept.size());
        assertEquals(toldOf(EventType.FELT_RELEASE).get(0).event(), kept.get(0));
    }

    @Test
    void sessionBeginsOnContactWithThePreRollAndEndsAfterQuiet() throws ArchiveException {
        bench.run(new ScriptedRoller(SEED).rest(6).send(hurried(8)).rest(10));
        assertEquals(1, bench.started.size());
        List<StoredSession> sessions = bench.sessions();
        assertEquals(1, sessions.size());
        List<RawFrame> frames = bench.frames(sessions.get(0));

        long contactFrameUs = bench.startedAfterDeviceTimeUs.get(0) + ScriptedRoller.PERIOD_US;
        assertEquals(
                contactFrameUs - PipelineBench.POLICY.preRollMs() * 1000L,
                frames.get(0).deviceTimeUs());
        RollerEvent contact = toldOf(EventType.CONTACT).get(0).event();
        assertEquals(contactFrameUs - frames.get(0).deviceTimeUs(), contact.declaredUs());

        // The limb is gone when the script goes to rest; the contact lasts until its dwell time is over.
        long restUs = 1000 + 14 * 1_000_000L;
        long quietUs = PipelineBench.POLICY.quietMs() * 1000L;
        long lastUs = frames.get(frames.size() - 1).deviceTimeUs();
        assertTrue(lastUs >= restUs + quietUs && lastUs <= restUs + quietUs + 1_500_000, "last frame at " + lastUs);
        assertEquals(0, toldOf(EventType.SIGNAL_LOST).size());
        assertEquals(
                lastUs - frames.get(0).deviceTimeUs(), sessions.get(0).closed().endUs());
    }

    @Test
    void everyFrameIsAPointOnceAndTwelveInASecondAreLive() {
        ScriptedRoller roller =
                new ScriptedRoller(SEED).rest(6).send(hurried(8)).rest(10);
        bench.run(roller);
        assertEquals(24 * ScriptedRoller.RATE_HZ, bench.pointCount);
        assertTrue(bench.liveCount >= 24 * 12 && bench.liveCount <= 24 * 13, bench.liveCount + " live");
    }

    /** People look at the band before they begin; a personal one is for a limb on a roller. */
    @Test
    void theBandBeforeASessionIsThatOfTheTool() {
        bench.run(new ScriptedRoller(SEED).rest(2));
        assertEquals(bench.firstBand(), bench.liveBand);
        RollerMake stick = RollerMake.ofOneHardness(PadGeometry.STICK, PartBatch.USUAL);
        bench.run(new ScriptedRoller(stick, SEED).rest(2));
        PressureBand scaled = ToolProfile.of(PadGeometry.STICK.geometryId()).band(bench.firstBand());
        assertEquals(scaled, bench.liveBand);
        assertTrue(scaled.ceilingKpa() > 1.3 * bench.firstBand().ceilingKpa());
    }

    @Test
    void nobodyOnTheRollerIsNoSession() throws ArchiveException {
        bench.run(new ScriptedRoller(SEED).rest(30));
        bench.run(new ScriptedRoller(SEED).send(ScriptedRoller.frames(Scenario.CARRY, SEED, 20)));
        assertEquals(List.of(), bench.sessions());
        assertEquals(5000, bench.pointCount);
    }

    @Test
    void sessionIsEndedWhenTheSourceIsOver() throws ArchiveException {
        bench.run(new ScriptedRoller(SEED).send(hurried(8)));
        assertEquals(1, bench.summaries.size());
        assertEquals(bench.summaries.get(0), bench.sessions().get(0).closed().summary());
        assertTrue(bench.summaries.get(0).contactMs() > 3000);
    }

    @ParameterizedTest
    @CsvSource({"coached, 3", "coached, 4", "hurried, 3", "hurried, 5", "overpresser, 3", "overpresser, 6"})
    void recordedFramesGiveTheSameEventsToTheBit(String word, long seed) throws ArchiveException {
        Scenario scenario = Scenario.ofWord(word);
        List<RawFrame> frames = ScriptedRoller.frames(scenario, seed, 60);
        expectSameEventsFromTheArchive(
                new ScriptedRoller(seed).send(frames).rest(4), scenario + ", seed " + seed, seed);
    }

    /** Lost frames, short and long, damaged ones, and a board that restarts in the middle. */
    @ParameterizedTest
    @CsvSource({"coached, 3", "hurried, 3", "overpresser, 6"})
    void recordedFramesOfABadLineGiveTheSameEventsToTheBit(String word, long seed) throws ArchiveException {
        Scenario scenario = Scenario.ofWord(word);
        List<RawFrame> frames = ScriptedRoller.frames(scenario, seed, 60);
        ScriptedRoller roller = new ScriptedRoller(seed)
                .send(frames.subList(0, 1000))
                .holdBack()
                .lose(1)
                .send(frames.subList(1001, 1500))
                .noise()
                .lose(30)
                .send(frames.subList(1530, 2000))
                .lose(150)
                .send(frames.subList(2150, 3000))
                .restart(437)
                .send(frames.subList(3044, 4000))
                .restart(1_345)
                .send(frames.subList(4134, 6000))
                .rest(4);
        StoredSession stored = expectSameEventsFromTheArchive(roller, scenario + ", seed " + seed, seed);
        assertEquals(181, stored.closed().link().lostFrameCount());
        assertEquals(1, stored.closed().link().rejectedFrameCount());
        assertEquals(2, stored.closed().link().resetCount());
        long lostCount = stored.events().stream()
                .filter(event -> event.type() == EventType.SIGNAL_LOST)
                .count();
        assertEquals(4, lostCount, "two gaps over 200 ms and two restarts");
        List<RawFrame> back = bench.frames(stored);
        assertEquals(3, back.stream().map(RawFrame::bootIndex).distinct().count());
        assertTrue(stored.frameCount() <= 6000 - 181 - 44 - 134 + 400, stored.frameCount() + " frames");
    }

    private StoredSession expectSameEventsFromTheArchive(ScriptedRoller roller, String what, long seed)
            throws ArchiveException {
        bench.close();
        bench = new PipelineBench(folder.resolve("of-" + seed), seed);
        bench.onPoint = point -> {
            if (point.sequence() == 999) {
                roller.goOn(); // the rest of a script arrives while its session is going on
            }
        };
        bench.run(roller);
        assertEquals(1, bench.started.size(), what);
        StoredSession stored = bench.sessions().get(0);
        List<RollerEvent> recomputed = new ArrayList<>();
        SessionSummary summary = bench.recompute(stored, recomputed);
        System.out.println(what + ": " + stored.frameCount() + " frames, " + recomputed.size() + " events");
        assertTrue(recomputed.size() > 5, what);
        assertEquals(stored.events(), recomputed, what);
        assertEquals(bench.ended(stored.record()), recomputed, what);
        assertEquals(stored.closed().summary(), summary, what);
        assertEquals(bench.summaries.get(0), summary, what);
        return stored;
    }

    @Test
    void sessionTimeGoesOnByHostArrivalOverARestart() throws ArchiveException {
        List<RawFrame> frames = hurried(20);
        ScriptedRoller roller = new ScriptedRoller(SEED)
                .send(frames.subList(0, 1000))
                .restart(700)
                .send(frames.subList(1000, 2000));
        bench.run(roller);
        assertEquals(1, bench.started.size());
        // 2000 frames, less the pre-roll that was too old, one period between the boots and the time away
        long firstUs = bench.frames(bench.sessions().get(0)).get(0).deviceTimeUs() - 1000;
        assertEquals(
                (1999 * ScriptedRoller.PERIOD_US + 700_000 - firstUs) / 1000,
                bench.summaries.get(0).durationMs());
    }

    @Test
    void twoSessionsBackToBackEqualTwoSeparateOnes() throws ArchiveException {
        List<RawFrame> first = ScriptedRoller.frames(Scenario.OVERPRESSER, SEED, 30);
        List<RawFrame> second = ScriptedRoller.frames(Scenario.HURRIED, SEED, 30);
        bench.run(new ScriptedRoller(SEED).send(first).rest(5).send(second).rest(5));
        List<StoredSession> together = bench.sessions();
        assertEquals(2, together.size());
        long endSequence = lastSequence(together.get(0));

        try (PipelineBench alone = new PipelineBench(folder.resolve("alone"), SEED)) {
            int restLeftTicks = (int) (first.size() + 500 - endSequence - 1);
            ScriptedRoller roller = new ScriptedRoller(SEED).lose((int) endSequence + 1);
            roller.restTicks(restLeftTicks).send(second).rest(5);
            alone.run(roller);
            StoredSession separate = alone.sessions().get(0);
            assertEquals(separate.events(), together.get(1).events());
            assertEquals(separate.closed().summary(), together.get(1).closed().summary());
            assertEquals(sequences(alone.frames(separate)), sequences(bench.frames(together.get(1))));
            assertTrue(separate.events().size() > 5);
        }

        try (PipelineBench alone = new PipelineBench(folder.resolve("first"), SEED)) {
            alone.run(new ScriptedRoller(SEED).send(first).rest(5));
            assertEquals(alone.sessions().get(0).events(), together.get(0).events());
            assertEquals(
                    alone.sessions().get(0).closed().summary(),
                    together.get(0).closed().summary());
        }
    }

    private long lastSequence(StoredSession stored) throws ArchiveException {
        List<Long> sequences = sequences(bench.frames(stored));
        return sequences.get(sequences.size() - 1);
    }

    private static List<Long> sequences(List<RawFrame> frames) {
        return frames.stream().map(RawFrame::sequence).toList();
    }

    @Test
    void boardWithoutACalibrationIsToldAndNothingElseHappens() throws ArchiveException {
        bench.calibrated = false;
        bench.run(new ScriptedRoller(SEED).send(hurried(8)));
        assertEquals(1, bench.devices.size());
        assertNull(bench.devices.get(0));
        assertEquals(List.of(), bench.sessions());
        assertEquals(0, bench.pointCount + bench.liveCount + bench.told.size());
    }

    @Test
    void refusedRecordingIsToldOnceAndLiveFiguresGoOn() throws ArchiveException {
        bench.run(new ScriptedRoller(SEED).send(hurried(8)));
        int liveCount = bench.liveCount;
        List<RollerEvent> events = bench.ended(bench.started.get(0));
        bench.recordable = false;
        bench.run(new ScriptedRoller(SEED).send(hurried(8)));
        assertEquals(List.of("this session is not recorded: the disk is full"), bench.notices);
        assertEquals(1, bench.sessions().size());
        assertEquals(2 * liveCount, bench.liveCount);
        assertEquals(events, bench.ended(bench.started.get(1)));
        assertEquals(2, bench.summaries.size());
    }

    /** Advances the clock when the last frame before a pause was handled. */
    private void silenceAfter(long sequence, long silentMs) {
        bench.onPoint = point -> {
            if (point.sequence() == sequence) {
                bench.nowNs += silentMs * 1_000_000;
            }
        };
    }

    @Test
    void framesThatStayAwayAreToldAtOnceAndTheirReturnUnderTheSameIdentity() throws ArchiveException {
        List<RawFrame> frames = hurried(10);
        ScriptedRoller roller = new ScriptedRoller(SEED)
                .send(frames.subList(0, 600))
                .holdBack()
                .lose(70)
                .send(frames.subList(670, 1000));
        silenceAfter(599, 700);
        bench.onNotice = line -> {
            if (line.startsWith("no frame")) {
                assertEquals(List.of(), toldOfSilence(), "the notice comes first");
                roller.goOn();
            }
        };
        bench.run(roller);
        assertEquals(
                List.of("no frame for 700 ms from scripted roller", "frames again from scripted roller after 700 ms"),
                bench.notices);
        List<PipelineBench.Told> told = toldOfSilence();
        assertEquals(
                List.of(EventPhase.OPEN, EventPhase.OPEN, EventPhase.CLOSE),
                told.stream().map(entry -> entry.event().phase()).toList());
        assertEquals(
                1, told.stream().map(PipelineBench.Told::eventId).distinct().count());
        RollerEvent restored = told.get(2).event();
        assertEquals(71 * ScriptedRoller.PERIOD_US, restored.endUs() - restored.startUs());
        List<RollerEvent> stored = bench.sessions().get(0).events();
        assertEquals(
                1,
                stored.stream()
                        .filter(event -> event.type() == EventType.SIGNAL_LOST)
                        .count());
        assertTrue(stored.contains(restored));
    }

    private List<PipelineBench.Told> toldOfSilence() {
        return toldOf(EventType.SIGNAL_LOST);
    }

    @Test
    void framesThatOnlyCameLateLeaveNoSilenceOpenAndNoneInTheArchive() throws ArchiveException {
        List<RawFrame> frames = hurried(10);
        ScriptedRoller roller =
                new ScriptedRoller(SEED).send(frames.subList(0, 600)).holdBack().send(frames.subList(600, 1000));
        silenceAfter(599, 700);
        bench.onNotice = line -> roller.goOn();
        bench.run(roller);
        List<PipelineBench.Told> told = toldOfSilence();
        assertEquals(
                List.of(EventPhase.OPEN, EventPhase.CLOSE),
                told.stream().map(entry -> entry.event().phase()).toList());
        assertEquals(told.get(0).eventId(), told.get(1).eventId());
        RollerEvent ended = told.get(1).event();
        assertEquals(ScriptedRoller.PERIOD_US, ended.endUs() - ended.startUs(), "ended by the next frame");
        StoredSession stored = bench.sessions().get(0);
        assertEquals(
                0,
                stored.events().stream()
                        .filter(event -> event.type() == EventType.SIGNAL_LOST)
                        .count());
        List<RollerEvent> recomputed = new ArrayList<>();
        bench.recompute(stored, recomputed);
        assertEquals(stored.events(), recomputed);
    }

    @Test
    void theTimeThatACalibrationTakesIsNoSilence() {
        ScriptedRoller roller = new ScriptedRoller(SEED).holdBack().send(hurried(2));
        bench.calibrationTakesMs = 900;
        bench.onDevice = roller::goOn; // the first frame comes with the next poll
        bench.run(roller);
        assertEquals(List.of(), bench.notices);
        assertEquals(200, bench.pointCount);
    }

    @Test
    void silenceLongerThanQuietEndsTheSessionAndItsOpenEvents() throws ArchiveException {
        List<RawFrame> frames = hurried(10);
        ScriptedRoller roller =
                new ScriptedRoller(SEED).send(frames.subList(0, 600)).holdBack().send(frames.subList(600, 1000));
        silenceAfter(599, 2100);
        bench.onNotice = line -> roller.finish();
        bench.run(roller);
        assertEquals(1, bench.summaries.size());
        assertEquals(1, bench.sessions().size());
        Outage outage = bench.sessions().get(0).outages().get(0);
        assertEquals(2_100_000, outage.endUs() - outage.startUs(), "by the host's clock, as no frame ended it");
        List<String> open = new ArrayList<>();
        for (PipelineBench.Told entry : bench.told) {
            if (entry.event().phase() == EventPhase.OPEN) {
                open.add(entry.eventId());
            } else {
                open.removeIf(entry.eventId()::equals);
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void anotherBoardEndsTheSession() throws ArchiveException {
        ScriptedRoller roller = new ScriptedRoller(SEED).send(hurried(8));
        roller.sayHelloAs(SEED + 1).send(hurried(2));
        bench.run(roller);
        assertEquals(2, bench.devices.size());
        assertEquals(8 * ScriptedRoller.RATE_HZ, lastSequence(bench.sessions().get(0)) + 1);
    }
}
