package org.rollscope.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What lies between the caller of a recording and its thread: batches, buffers that are used again, and the counts that
 * both know.
 *
 * <p>Bounded in blocks. When it is full the newest are refused: those that wait were taken in first, hold together with
 * what is on the disk, and the hole begins at a moment that is known while it opens.
 *
 * <p><b>Threads.</b> {@link #offer} and {@link #buffer} on the caller's, {@link #take} and {@link #written} on the
 * recording's, the counts on any.
 */
final class RecordingBacklog {
    /** Blocks of 480 ms for six minutes: 3 MB packed, or 12 MB when a disk hangs in the middle of a commit. */
    static final int MAX_BLOCK_COUNT = 750;

    private static final int POOL_COUNT = 4;
    private static final long NEVER_US = -1;

    private final BlockingQueue<RecordedBatch> inbox = new LinkedBlockingQueue<>();
    private final BlockingQueue<BlockBuffer> pool = new ArrayBlockingQueue<>(POOL_COUNT);
    private final int bufferFrameCount;
    private final AtomicInteger waitingBlockCount = new AtomicInteger();
    private final AtomicLong writtenFrameCount = new AtomicLong();
    private final AtomicLong refusedFrameCount = new AtomicLong();
    private volatile long appendedFrameCount;
    private volatile long lastTimeUs;
    private volatile long refusedSinceUs = NEVER_US;

    RecordingBacklog(int bufferFrameCount) {
        this.bufferFrameCount = bufferFrameCount;
    }

    /** An empty buffer. */
    BlockBuffer buffer() {
        BlockBuffer used = pool.poll();
        return used == null ? new BlockBuffer(bufferFrameCount) : used;
    }

    /** Gives a buffer back. */
    void giveBack(BlockBuffer buffer) {
        buffer.clear();
        pool.offer(buffer);
    }

    /** Notes a frame that the caller has. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the caller writes it
    void appended(long timeUs) {
        appendedFrameCount++;
        lastTimeUs = timeUs;
    }

    /** Hands a batch over; false when too much waits already and it has a block. A last batch is always taken. */
    boolean offer(RecordedBatch batch) {
        BlockBuffer block = batch.block();
        if (block != null) {
            if (waitingBlockCount.get() >= MAX_BLOCK_COUNT) {
                return false;
            }
            waitingBlockCount.incrementAndGet();
        }
        inbox.add(batch);
        return true;
    }

    /** Counts the frames of a block that could not be handed over, or that will never be written. */
    void refused(int frameCount, long sinceUs) {
        if (refusedSinceUs == NEVER_US) {
            refusedSinceUs = sinceUs;
        }
        refusedFrameCount.addAndGet(frameCount);
    }

    /** Waits for the next batch. */
    RecordedBatch take() throws InterruptedException {
        return inbox.take();
    }

    /** The next batch if there is one. */
    @Nullable
    RecordedBatch poll() {
        return inbox.poll();
    }

    void written(ArchiveRow row) {
        if (row.frameCount() > 0) {
            waitingBlockCount.decrementAndGet();
            writtenFrameCount.addAndGet(row.frameCount());
        }
    }

    long waitingFrameCount() {
        return Math.max(0, appendedFrameCount - writtenFrameCount.get() - refusedFrameCount.get());
    }

    long refusedFrameCount() {
        return refusedFrameCount.get();
    }

    /** Session time of the last frame that the caller has given. */
    long lastTimeUs() {
        return lastTimeUs;
    }

    /** Session time of the first frame refused since the last call, {@code otherwiseUs} when there is none. */
    long takeRefusedSinceUs(long otherwiseUs) {
        long sinceUs = refusedSinceUs;
        refusedSinceUs = NEVER_US;
        return sinceUs == NEVER_US ? otherwiseUs : sinceUs;
    }
}
