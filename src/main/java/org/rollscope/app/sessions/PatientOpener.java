package org.rollscope.app.sessions;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.detect.RollerEvent;
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

/**
 * An opener for a source that runs as fast as it is polled: frames wait for the disk, so that none is missing in the record.
 *
 * <p>Six minutes of device time, which a recording may lag behind, are over in a second then. A roller in real time never
 * goes through here: nothing may wait for a disk.
 *
 * @param opener opens the recordings.
 * @param clock of the host.
 */
public record PatientOpener(SessionOpener opener, HostClock clock) implements SessionOpener {
    @Override
    public @Nullable RollerCalibration calibration(BoardHello hello) {
        return opener.calibration(hello);
    }

    @Override
    public SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs) {
        return opener.describe(hello, calibration, sinceMs);
    }

    @Override
    public SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException {
        return new PatientWriter(opener.record(record, calibration), clock);
    }

    /** Waits in {@link #append(RawFrame)} while much is on its way to the disk; not for a disk that refuses or hangs. */
    private static final class PatientWriter implements SessionWriter {
        /** Well under what a recording takes in, at any rate. Chosen by us. */
        private static final long MOST_WAITING_COUNT = 1000;

        private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(5);
        private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(1);

        private final SessionWriter writer;
        private final HostClock clock;
        private boolean givenUp;

        PatientWriter(SessionWriter writer, HostClock clock) {
            this.writer = writer;
            this.clock = clock;
        }

        @Override
        public void append(RawFrame frame) {
            awaitRoom();
            writer.append(frame);
        }

        /** A disk that took nothing for the longest wait is not waited for again until it has caught up. */
        private void awaitRoom() {
            if (!isBehind()) {
                givenUp = false;
                return;
            }
            long endNs = clock.monotonicNs() + LONGEST_WAIT_NS;
            while (!givenUp && isBehind()) {
                LockSupport.parkNanos(PAUSE_NS);
                givenUp = clock.monotonicNs() - endNs > 0;
            }
        }

        private boolean isBehind() {
            RecordingState state = writer.state();
            return state.recording() && state.waitingFrameCount() > MOST_WAITING_COUNT;
        }

        @Override
        public void append(RollerEvent event) {
            writer.append(event);
        }

        @Override
        public void append(Outage outage) {
            writer.append(outage);
        }

        @Override
        public void flush() {
            writer.flush();
        }

        @Override
        public void end(StoredSession.Closed closed) {
            writer.end(closed);
        }

        @Override
        public RecordingState state() {
            return writer.state();
        }
    }
}
