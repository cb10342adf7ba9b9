package org.rollscope.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollscope.command.CommandAnswer;
import org.rollscope.detect.EventType;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.ButtonChange;
import org.rollscope.session.ArchiveException;
import org.rollscope.simulation.Scenario;

/** Triggers of other instruments: their time is that of the edge on the board's clock, wherever frames lie. */
class SyncTest {
    private static final long SEED = 3;
    private static final int AT_FRAME = 900;
    /** At 100 Hz: a frame's time, 16 ms of the USB chip, 50 ms of the longest batch. */
    private static final double HOST_ERROR_MS = 76;

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

    private void runWith(long frame, Runnable then) {
        bench.onPoint = point -> {
            if (point.deviceTimeUs() / ScriptedRoller.PERIOD_US == frame) {
                then.run();
            }
        };
        bench.run(new ScriptedRoller(SEED)
                .oneByOne()
                .rest(6)
                .send(ScriptedRoller.frames(Scenario.HURRIED, SEED, 8))
                .rest(10));
    }

    private void trigger(long deviceTimeUs) {
        bench.pipeline().button(new ButtonChange(deviceTimeUs, ButtonChange.SYNC_INDEX, true));
        bench.pipeline().button(new ButtonChange(deviceTimeUs + 5000, ButtonChange.SYNC_INDEX, false));
    }

    private List<RollerEvent> kept() throws ArchiveException {
        return bench.sessions().get(0).events().stream()
                .filter(event -> event.type() == EventType.SYNC)
                .toList();
    }

    private long firstFrameUs() throws ArchiveException {
        return bench.frames(bench.sessions().get(0)).get(0).deviceTimeUs();
    }

    @Test
    void theTriggerHasTheTimeOfItsEdgeBeforeAndAfterTheLastFrame() throws ArchiveException {
        long beforeUs = AT_FRAME * ScriptedRoller.PERIOD_US - 123_457;
        long afterUs = AT_FRAME * ScriptedRoller.PERIOD_US + 3_211;
        runWith(AT_FRAME, () -> {
            trigger(beforeUs);
            trigger(afterUs);
        });
        List<RollerEvent> syncs = kept();
        assertEquals(2, syncs.size());
        assertEquals(beforeUs - firstFrameUs(), syncs.get(0).startUs());
        assertEquals(afterUs - firstFrameUs(), syncs.get(1).startUs());
        assertEquals(
                List.of(1.0, 2.0),
                syncs.stream().map(sync -> sync.details().value("number")).toList());
        assertEquals(0.1, syncs.get(0).details().value(RollerEvent.SYNC_ERROR_MS));
        assertTrue(syncs.get(1).declaredUs() >= syncs.get(1).startUs());
    }

    @Test
    void aTriggerThatIsAskedForAtAComputerSaysHowFarItMayBeOff() throws ArchiveException {
        List<CommandAnswer> answers = new ArrayList<>();
        Runnable ask = () -> bench.orders.offer(SessionControl::sync, answers::add);
        ask.run();
        runWith(AT_FRAME, ask);
        assertEquals(
                List.of(false, true), answers.stream().map(CommandAnswer::ok).toList());
        assertEquals(1L, answers.get(1).facts().get("number"));
        assertEquals(HOST_ERROR_MS, kept().get(0).details().value(RollerEvent.SYNC_ERROR_MS));
    }

    @Test
    void aTriggerFromBeforeARestartOfTheBoardIsKeptAtTheLastFrameAndSaysSo() throws ArchiveException {
        runWith(AT_FRAME, () -> trigger(3_600_000_000L));
        assertEquals(1, kept().size());
        assertEquals(HOST_ERROR_MS, kept().get(0).details().value(RollerEvent.SYNC_ERROR_MS));
    }

    @Test
    void aTriggerWithoutASessionIsSaidAndNotKept() throws ArchiveException {
        runWith(100, () -> trigger(100 * ScriptedRoller.PERIOD_US));
        assertEquals(List.of(), kept());
        assertEquals(
                1,
                bench.notices.stream()
                        .filter(line -> line.contains("sync trigger came while no session ran"))
                        .count(),
                bench.notices.toString());
    }

    @Test
    void theBoardsClockMayHaveGoneRoundBetweenFrameAndTrigger() {
        long roundUs = 1L << 32;
        assertEquals(300, SyncTime.sinceUs(200, roundUs - 100));
        assertEquals(-300, SyncTime.sinceUs(roundUs - 100, roundUs + 200));
        assertEquals(0, SyncTime.sinceUs(5, 7 * roundUs + 5));
    }
}
