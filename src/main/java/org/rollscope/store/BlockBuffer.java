package org.rollscope.store;

import org.rollscope.frame.RawFrame;

/**
 * Collects the frames of a block by columns, as they are packed; used again for the next block.
 *
 * <p><b>Threads.</b> One at a time: the recording's caller fills it, the writer's thread packs it.
 */
final class BlockBuffer {
    /** Accelerations and turn rates about three axes. */
    static final int MOTION_COLUMN_COUNT = 6;

    private final int capacityCount;
    private final long[] sequences;
    private final long[] deviceTimesUs;
    private final byte[] flags;
    private short[][] counts = new short[0][];
    private int frameCount;
    private int padCount;
    private int bootIndex;
    private int lostBeforeCount;
    private long firstArrivalNs;
    private long lastArrivalNs;
    private long startUs;

    BlockBuffer(int capacityCount) {
        this.capacityCount = Math.min(capacityCount, BlockHeader.MAX_FRAME_COUNT);
        sequences = new long[this.capacityCount];
        deviceTimesUs = new long[this.capacityCount];
        flags = new byte[this.capacityCount];
    }

    void clear() {
        frameCount = 0;
    }

    /** Whether a frame may follow in the same block. */
    boolean takes(RawFrame frame, long spanUs) {
        long sinceUs = frame.deviceTimeUs() - deviceTimesUs[0];
        return frameCount == 0
                || (frame.bootIndex() == bootIndex
                        && frame.padCounts().length == padCount
                        && sinceUs >= 0
                        && sinceUs < spanUs
                        && !isFull());
    }

    boolean isFull() {
        return frameCount == capacityCount;
    }

    /** Board time from the first to the last frame. */
    long spanUs() {
        return frameCount == 0 ? 0 : deviceTimesUs[frameCount - 1] - deviceTimesUs[0];
    }

    /**
     * Copies a frame.
     *
     * @param frame one that this block {@link #takes}.
     * @param timeUs its session time.
     */
    void add(RawFrame frame, long timeUs) {
        char[] padCounts = frame.padCounts();
        if (frameCount == 0) {
            begin(frame, padCounts.length, timeUs);
        }
        sequences[frameCount] = frame.sequence();
        deviceTimesUs[frameCount] = frame.deviceTimeUs();
        flags[frameCount] = (byte) frame.frameFlags();
        lastArrivalNs = frame.hostArrivalNs();
        short[] accelCounts = frame.accelCounts();
        short[] gyroCounts = frame.gyroCounts();
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            counts[axisIndex][frameCount] = accelCounts[axisIndex];
            counts[3 + axisIndex][frameCount] = gyroCounts[axisIndex];
        }
        for (int padIndex = 0; padIndex < padCount; padIndex++) {
            counts[MOTION_COLUMN_COUNT + padIndex][frameCount] = (short) padCounts[padIndex];
        }
        frameCount++;
    }

    private void begin(RawFrame frame, int newPadCount, long timeUs) {
        padCount = newPadCount;
        bootIndex = frame.bootIndex();
        lostBeforeCount = frame.lostBeforeCount();
        firstArrivalNs = frame.hostArrivalNs();
        startUs = timeUs;
        int columnCount = MOTION_COLUMN_COUNT + padCount;
        if (counts.length < columnCount) {
            counts = new short[columnCount][capacityCount];
        }
    }

    BlockHeader header() {
        return new BlockHeader(
                bootIndex,
                sequences[0],
                deviceTimesUs[0],
                firstArrivalNs,
                lastArrivalNs,
                lostBeforeCount,
                frameCount,
                padCount);
    }

    int frameCount() {
        return frameCount;
    }

    int padCount() {
        return padCount;
    }

    /** Session time of the first frame. */
    long startUs() {
        return startUs;
    }

    long sequence(int frameIndex) {
        return sequences[frameIndex];
    }

    long deviceTimeUs(int frameIndex) {
        return deviceTimesUs[frameIndex];
    }

    byte flags(int frameIndex) {
        return flags[frameIndex];
    }

    /** A column: three of acceleration, three of turn rate, then the pads; {@link #frameCount} of its values count. */
    short[] column(int columnIndex) {
        return counts[columnIndex];
    }
}
