package org.rollscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.Outage;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionClock;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;

/**
 * The caller's side of a recording: copies frames into a block and hands it over when it is full, every 480 ms of device
 * time.
 *
 * <p>Nothing is made per frame. The block's span and the time of one commit together stay well under the second that a
 * power cut may cost.
 */
final class SqliteSessionWriter implements SessionWriter {
    /** Longest span of a block, its last period included: under the contract's 500 ms. */
    static final long BLOCK_SPAN_US = 480_000;
    /** Events that wait beside blocks that are refused; more than a session of an hour has. */
    private static final int MAX_ROW_COUNT = 10_000;

    private final SessionClock clock = new SessionClock();
    private final long periodUs;
    private final RecordingBacklog backlog;
    private final RecordingThread thread;
    private List<ArchiveRow> rows = new ArrayList<>();
    private BlockBuffer block;
    private int eventIndex;
    private boolean ended;

    /**
     * Begins to record.
     *
     * @param file of the archive.
     * @param wantedIndex number of the session: the order of recording, whichever thread is first on the disk.
     * @param record what is known of the session.
     * @param documents calibration and settings.
     * @param hostClock to watch for a wall clock that is moved; null for no watch.
     */
    SqliteSessionWriter(
            Path file,
            long wantedIndex,
            SessionRecord record,
            SessionDocuments documents,
            @Nullable HostClock hostClock) {
        periodUs = record.hello().periodUs();
        // one more, because ticks are not exactly a period apart
        backlog = new RecordingBacklog((int) (BLOCK_SPAN_US / periodUs) + 2);
        block = backlog.buffer();
        thread = new RecordingThread(file, record.sessionId(), backlog, hostClock);
        rows.add(to -> to.begin(wantedIndex, record, documents));
        handOver(false);
        thread.start();
    }

    @Override
    public void append(RawFrame frame) {
        long timeUs = clock.timeUs(frame, periodUs);
        backlog.appended(timeUs);
        if (ended) {
            backlog.refused(1, timeUs);
            return;
        }
        if (!block.takes(frame, BLOCK_SPAN_US)) {
            handOver(false);
        }
        block.add(frame, timeUs);
        if (block.isFull() || block.spanUs() + periodUs >= BLOCK_SPAN_US) {
            handOver(false);
        }
    }

    @Override
    public void append(RollerEvent event) {
        int index = eventIndex++;
        add(to -> to.insert(index, event));
    }

    @Override
    public void append(Outage outage) {
        add(to -> to.insert(outage));
    }

    private void add(ArchiveRow row) {
        if (rows.size() < MAX_ROW_COUNT) {
            rows.add(row);
        }
    }

    @Override
    public void flush() {
        if (block.frameCount() > 0 || !rows.isEmpty()) {
            handOver(false);
        }
    }

    @Override
    public void end(StoredSession.Closed closed) {
        if (!ended) {
            long clockStepMs = thread.clockStepMs();
            rows.add(to -> to.end(closed, clockStepMs));
            stop();
        }
    }

    /** Hands over what there is and ends the thread after it; without an end the session counts as cut off. */
    void stop() {
        if (!ended) {
            ended = true;
            handOver(true);
        }
    }

    private void handOver(boolean last) {
        BlockBuffer full = block.frameCount() > 0 ? block : null;
        if (backlog.offer(new RecordedBatch(full, rows, last))) {
            rows = new ArrayList<>();
            block = full == null ? block : backlog.buffer();
            return;
        }
        backlog.refused(block.frameCount(), block.startUs());
        block.clear();
        if (last) {
            backlog.offer(new RecordedBatch(null, rows, true));
        }
    }

    @Override
    public RecordingState state() {
        String trouble = thread.trouble();
        return new RecordingState(
                trouble == null && !thread.isOver(), trouble, backlog.waitingFrameCount(), backlog.refusedFrameCount());
    }

    /** Waits until everything that was handed over is written, or the disk refuses it. */
    void awaitWritten(long waitMs) {
        if (ended) {
            thread.awaitQuiet(waitMs);
        }
    }

    /** Whether nothing more is written. */
    boolean isOver() {
        return thread.isOver();
    }

    /** Ends the thread: at once when the disk refuses, otherwise when everything is written or the time is over. */
    void close(long waitMs) {
        stop();
        thread.close(waitMs);
    }
}
