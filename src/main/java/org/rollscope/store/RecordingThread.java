package org.rollscope.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.HostClock;
import org.rollscope.session.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recording's own thread: packs blocks and commits them, each as soon as it comes; the only one that touches the disk.
 *
 * <p><b>Errors.</b> What the disk refuses stays in line and is tried again every second. One warning when that begins, one
 * line when it is over, and an outage in the session.
 */
final class RecordingThread {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingThread.class);
    private static final long RETRY_PAUSE_MS = 1000;
    /** How often an ended session is tried again before it is given up: ten minutes. */
    private static final int MAX_TRIES_AFTER_END_COUNT = 600;
    /** Rows in one transaction, when many have waited. */
    private static final int MAX_ROWS_COUNT = 100;

    private static final int WAIT_STEP_MS = 50;

    private final Path file;
    private final String sessionId;
    private final RecordingBacklog backlog;
    private final @Nullable ClockStep clockStep;
    private final FrameBlockCodec codec = new FrameBlockCodec();
    private final Deque<ArchiveRow> waiting = new ArrayDeque<>();
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Told when {@link #over} or {@link #trouble} changes. */
    private final Object news = new Object();

    private @Nullable RowWriter writer;
    private long sessionIndex;
    private int blockIndex;
    private boolean ended;
    private int triesAfterEndCount;
    private long toldRefusedCount;
    private long troubleSinceUs;
    private volatile @Nullable String trouble;
    private volatile boolean over;

    RecordingThread(Path file, String sessionId, RecordingBacklog backlog, @Nullable HostClock hostClock) {
        this.file = file;
        this.sessionId = sessionId;
        this.backlog = backlog;
        clockStep = hostClock == null ? null : new ClockStep(hostClock);
        thread = new Thread(this::work, "session-writer");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void work() {
        RecordingLock lock = RecordingLock.take(file, sessionId);
        try {
            while (!ended || !waiting.isEmpty()) {
                takeIn();
                if (!writeWaiting() && !worthAnotherTry()) {
                    giveUp();
                    break;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            closeWriter();
            if (lock != null) {
                lock.close();
            }
            synchronized (news) {
                over = true;
                news.notifyAll();
            }
        }
    }

    /** Packs what the caller has handed over; waits for it when nothing else is to be done. */
    private void takeIn() throws InterruptedException {
        RecordedBatch batch = waiting.isEmpty() ? backlog.take() : backlog.poll();
        while (batch != null) {
            BlockBuffer block = batch.block();
            if (block != null) {
                waiting.add(packed(block));
                backlog.giveBack(block);
            }
            waiting.addAll(batch.rows());
            ended |= batch.last();
            batch = backlog.poll();
        }
    }

    private ArchiveRow packed(BlockBuffer block) {
        return new BlockRow(blockIndex++, block, codec.pack(block));
    }

    /** Writes all that waits; false when the disk refused. What is too much for it at once is tried piece by piece. */
    private boolean writeWaiting() {
        int atOnceCount = MAX_ROWS_COUNT;
        while (!waiting.isEmpty()) {
            List<ArchiveRow> rows = new ArrayList<>();
            waiting.stream().limit(atOnceCount).forEach(rows::add);
            try {
                RowWriter open = writer == null ? new RowWriter(file, sessionIndex) : writer;
                writer = open;
                open.commit(rows);
                sessionIndex = open.sessionIndex();
            } catch (SQLException failed) {
                closeWriter();
                if (rows.size() > 1) {
                    atOnceCount = 1;
                    continue;
                }
                begin(failed);
                return false;
            }
            for (ArchiveRow row : rows) {
                waiting.remove();
                backlog.written(row);
            }
            if (waiting.isEmpty()) {
                endTrouble();
            }
        }
        return true;
    }

    private void begin(SQLException failed) {
        if (trouble == null) {
            String why = "the archive cannot be written: " + firstLine(failed);
            troubleSinceUs = waiting.stream()
                    .filter(BlockRow.class::isInstance)
                    .mapToLong(row -> ((BlockRow) row).startUs)
                    .findFirst()
                    .orElse(backlog.lastTimeUs());
            LOG.warn("session {}: {}; live figures go on, frames wait for the disk", sessionId, why);
            synchronized (news) {
                trouble = why;
                news.notifyAll();
            }
        }
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Notes an outage when everything has been caught up with and something went wrong before. */
    private void endTrouble() {
        String why = trouble;
        long refusedCount = backlog.refusedFrameCount();
        long lostCount = refusedCount - toldRefusedCount;
        if (why != null || lostCount > 0) {
            toldRefusedCount = refusedCount;
            long refusedSinceUs = backlog.takeRefusedSinceUs(backlog.lastTimeUs());
            long sinceUs = why == null ? refusedSinceUs : troubleSinceUs;
            String reason = why == null ? "the disk is slower than the roller" : why;
            long endUs = Math.max(sinceUs, backlog.lastTimeUs());
            trouble = null;
            triesAfterEndCount = 0;
            LOG.info(
                    "session {} is recorded again after {} ms of session time; {} frames are missing ({})",
                    sessionId,
                    (endUs - sinceUs) / 1000,
                    lostCount,
                    reason);
            Outage outage = new Outage(Outage.Kind.RECORDING, sinceUs, endUs, reason, lostCount);
            waiting.add(to -> to.insert(outage));
        }
    }

    private boolean worthAnotherTry() throws InterruptedException {
        if (ended && ++triesAfterEndCount > MAX_TRIES_AFTER_END_COUNT) {
            return false;
        }
        boolean closingBefore = closing.getCount() == 0;
        if (closingBefore) {
            return false;
        }
        if (closing.await(RETRY_PAUSE_MS, TimeUnit.MILLISECONDS)) {
            LOG.debug("session {}: the last try", sessionId); // whoever closes ends the pause
        }
        return true;
    }

    private void giveUp() {
        long lostCount = 0;
        for (ArchiveRow row : waiting) {
            lostCount += row.frameCount();
            backlog.refused(row.frameCount(), backlog.lastTimeUs());
        }
        waiting.clear();
        LOG.warn("session {}: {}; its last {} frames are lost", sessionId, trouble, lostCount);
    }

    private void closeWriter() {
        RowWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    /** Why nothing reaches the disk; null while it does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    boolean isOver() {
        return over;
    }

    /** How far the host's wall clock was moved since the start. */
    long clockStepMs() {
        return clockStep == null ? 0 : clockStep.stepMs();
    }

    /** Waits until the thread is over or the disk refuses. */
    void awaitQuiet(long waitMs) {
        await(waitMs, true);
    }

    /** Ends the thread, see {@link SqliteSessionWriter#close}. */
    void close(long waitMs) {
        closing.countDown();
        if (!await(waitMs, false)) {
            LOG.warn("session {}: the disk did not take its end within {} ms", sessionId, waitMs);
        }
    }

    private boolean await(long waitMs, boolean alsoTrouble) {
        synchronized (news) {
            try {
                for (long waitedMs = 0; waitedMs < waitMs && !over && !(alsoTrouble && trouble != null); ) {
                    news.wait(WAIT_STEP_MS);
                    waitedMs += WAIT_STEP_MS;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return over;
        }
    }

    /** A packed block. */
    private static final class BlockRow implements ArchiveRow {
        private final int blockIndex;
        private final BlockHeader header;
        private final byte[] packed;
        private final long startUs;

        BlockRow(int blockIndex, BlockBuffer block, byte[] packed) {
            this.blockIndex = blockIndex;
            this.header = block.header();
            this.packed = packed;
            this.startUs = block.startUs();
        }

        @Override
        public void write(RowWriter rows) throws SQLException {
            rows.insert(blockIndex, header, packed);
        }

        @Override
        public int frameCount() {
            return header.frameCount();
        }
    }
}
