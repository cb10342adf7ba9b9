package org.rollscope.app.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.app.shell.Subject;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.ShippedSettings;
import org.rollscope.detect.RollerEvent;
import org.rollscope.evaluation.SimulatedCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;
import org.rollscope.pipeline.SessionOpener;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.Outage;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.rollscope.simulation.SimulatedRoller;

class PatientOpenerTest {
    private static final RawFrame FRAME = new RawFrame(0, 0, 0, 0, 0, 1, new short[3], new short[3], new char[48]);
    private static final RecordingState BEHIND = new RecordingState(true, null, 5000, 0);
    private static final RecordingState UP_TO_DATE = new RecordingState(true, null, 40, 0);
    private static final RecordingState REFUSED = new RecordingState(false, "the disk is full", 5000, 0);

    /** What the disk says when it is asked, one after the other; the last answer stands. */
    private final Deque<RecordingState> states = new ArrayDeque<>();

    private int askedCount;
    private int appendedCount;

    /** A clock on which every look costs a tenth of a second. */
    private static final class WornClock implements HostClock {
        private long nowNs;

        @Override
        public long monotonicNs() {
            nowNs += 100_000_000;
            return nowNs;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    }

    private final class Disk implements SessionWriter, SessionOpener {
        @Override
        public RollerCalibration calibration(BoardHello hello) {
            return SimulatedCalibration.of(7);
        }

        @Override
        public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
            Subject subject = Subject.of(ShippedSettings.core());
            return new SessionRecord(
                    "session",
                    Instant.EPOCH,
                    subject.rollerId(),
                    subject.athleteId(),
                    subject.muscle(),
                    subject.side(),
                    subject.band(),
                    hello,
                    calibration.calibrationId(),
                    "0.1.0",
                    "settings");
        }

        @Override
        public SessionWriter record(SessionRecord record, RollerCalibration calibration) {
            return this;
        }

        @Override
        public void append(RawFrame frame) {
            appendedCount++;
        }

        @Override
        public void append(RollerEvent event) {
            throw new AssertionError("no event was appended");
        }

        @Override
        public void append(Outage outage) {
            throw new AssertionError("no outage was appended");
        }

        @Override
        public void flush() {
            throw new AssertionError("nothing was flushed");
        }

        @Override
        public void end(StoredSession.Closed closed) {
            throw new AssertionError("nothing was ended");
        }

        @Override
        public RecordingState state() {
            askedCount++;
            return states.size() > 1 ? states.remove() : states.element();
        }
    }

    private SessionWriter writer() throws ArchiveException {
        PatientOpener opener = new PatientOpener(new Disk(), new WornClock());
        BoardHello hello = new SimulatedRoller(7).hello(100);
        RollerCalibration calibration = opener.calibration(hello);
        return opener.record(opener.describe(hello, calibration, 0), calibration);
    }

    @Test
    void frameWaitsUntilTheDiskHasCaughtUp() throws ArchiveException {
        states.addAll(List.of(BEHIND, BEHIND, BEHIND, UP_TO_DATE));
        writer().append(FRAME);
        assertEquals(4, askedCount);
        assertEquals(1, appendedCount);
    }

    @Test
    void diskThatRefusesIsNotWaitedFor() throws ArchiveException {
        states.add(REFUSED);
        writer().append(FRAME);
        assertEquals(1, askedCount);
        assertEquals(1, appendedCount);
    }

    @Test
    void diskThatHangsIsWaitedForOnceAndAgainWhenItHasCaughtUp() throws ArchiveException {
        states.add(BEHIND);
        SessionWriter writer = writer();
        writer.append(FRAME);
        assertEquals(1 + 51, askedCount, "asked for five seconds on a clock of tenths");
        writer.append(FRAME);
        assertEquals(1 + 51 + 1, askedCount);
        states.add(UP_TO_DATE);
        writer.append(FRAME);
        writer.append(FRAME);
        assertEquals(4, appendedCount, "every frame was handed on");
        askedCount = 0;
        states.addAll(List.of(BEHIND, BEHIND, UP_TO_DATE));
        states.remove();
        writer.append(FRAME);
        assertEquals(3, askedCount, "it is waited for again");
    }
}
