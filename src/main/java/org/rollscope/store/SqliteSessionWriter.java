package org.rollscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one session on a thread of its own: a block of frames at least every 400 ms of device time, each committed.
 *
 * <p>The queue holds minutes of frames, so that a slow card never slows the acquisition; when it is full, frames are
 * counted as unrecorded, never silently lost.
 */
final class SqliteSessionWriter implements SessionWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSessionWriter.class);
    /** Two minutes at 200 Hz. */
    private static final int QUEUE_LENGTH_COUNT = 24_000;
    /** Longest span of a block; under the contract's 500 ms by the time that a commit takes. */
    private static final long BLOCK_SPAN_US = 400_000;

    private static final int PROTOCOL_VERSION = 1;
    private static final long END_WAIT_MS = 60_000;

    private final String sessionId;
    private final Connection connection;
    private final FrameBlockCodec codec = new FrameBlockCodec();
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>(QUEUE_LENGTH_COUNT);
    private final AtomicLong unrecordedFrameCount = new AtomicLong();
    private final List<RawFrame> pending = new ArrayList<>();
    private final Thread thread;
    private int blockIndex;
    private int eventIndex;
    private boolean ended;
    private boolean complained;

    SqliteSessionWriter(String sessionId, Connection connection) {
        this.sessionId = sessionId;
        this.connection = connection;
        thread = new Thread(this::work, "session-writer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void append(RawFrame frame) {
        if (!work.offer(() -> accept(frame))) {
            unrecordedFrameCount.incrementAndGet();
        }
    }

    @Override
    public void append(RollerEvent event) {
        if (!work.offer(() -> accept(event))) {
            LOG.warn("session {}: the disk is too slow to store an event; rollscope analyse computes it", sessionId);
        }
    }

    @Override
    public void end(StoredSession.Closed closed) {
        try {
            work.put(() -> close(closed));
            thread.join(END_WAIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long unrecordedFrameCount() {
        return unrecordedFrameCount.get();
    }

    private void work() {
        try (connection) {
            while (!ended) {
                work.take().run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            complain(failed);
        }
    }

    private void accept(RawFrame frame) {
        if (!pending.isEmpty() && !continues(frame)) {
            writePending();
        }
        pending.add(frame);
    }

    private boolean continues(RawFrame frame) {
        RawFrame first = pending.get(0);
        return frame.bootIndex() == first.bootIndex()
                && frame.padCounts().length == first.padCounts().length
                && frame.deviceTimeUs() - first.deviceTimeUs() < BLOCK_SPAN_US
                && pending.size() < FrameBlock.MAX_FRAME_COUNT;
    }

    private void writePending() {
        if (pending.isEmpty()) {
            return;
        }
        FrameBlock block = FrameBlock.of(pending);
        byte[] packed = codec.pack(block);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into frame_block values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, sessionId);
            insert.setInt(2, blockIndex);
            insert.setInt(3, PROTOCOL_VERSION);
            insert.setInt(4, block.bootIndex());
            insert.setLong(5, block.firstSequence());
            insert.setLong(6, block.firstDeviceTimeUs());
            insert.setLong(7, block.firstArrivalNs());
            insert.setLong(8, block.lastArrivalNs());
            insert.setInt(9, pending.get(0).lostBeforeCount());
            insert.setInt(10, pending.size());
            insert.setInt(11, block.padCount());
            insert.setLong(
                    12,
                    FrameBlockCodec.checksum(
                            packed, block, pending.size(), pending.get(0).lostBeforeCount()));
            insert.setBytes(13, packed);
            insert.executeUpdate();
            blockIndex++;
        } catch (SQLException failed) {
            unrecordedFrameCount.addAndGet(pending.size());
            complain(failed);
        }
        pending.clear();
    }

    private void accept(RollerEvent event) {
        try {
            SessionRows.insertEvent(connection, sessionId, eventIndex, event);
            eventIndex++;
        } catch (SQLException failed) {
            complain(failed);
        }
    }

    private void close(StoredSession.Closed closed) {
        writePending();
        try {
            SessionRows.close(connection, sessionId, closed);
        } catch (SQLException failed) {
            complain(failed);
        }
        ended = true;
    }

    /** Says once per session that the disk fails; the rest is counted. */
    private void complain(SQLException failed) {
        if (!complained) {
            complained = true;
            LOG.warn("session {} cannot be recorded: {}; live figures go on", sessionId, failed.getMessage());
        }
    }
}
