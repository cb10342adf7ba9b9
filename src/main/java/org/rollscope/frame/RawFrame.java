package org.rollscope.frame;

/**
 * One sample of every sensor as the board sent it, in converter counts, with its number and clock unwrapped.
 *
 * <p><b>Units.</b> Counts as sent; board time in microseconds since the board's start. <b>Threads.</b> Immutable by
 * contract: the arrays that the accessors return are the frame's own and must not be written.
 */
public final class RawFrame {
    /** Bit of {@link #frameFlags}: the IMU answered. */
    public static final int IMU_VALID_FLAGS = 1;
    /** Bit of {@link #frameFlags}: at least one tick before this frame was missed. */
    public static final int AFTER_MISSED_TICK_FLAGS = 2;

    private final int bootIndex;
    private final long sequence;
    private final long deviceTimeUs;
    private final long hostArrivalNs;
    private final int lostBeforeCount;
    private final int frameFlags;
    private final short[] accelCounts;
    private final short[] gyroCounts;
    private final char[] padCounts;

    /**
     * Takes over the given arrays.
     *
     * @param bootIndex how many resets of the board this receiver has seen before the frame.
     * @param sequence ticks since the board's start, unwrapped; its low 32 bits are the wire's {@code seq}.
     * @param deviceTimeUs board time, unwrapped; its low 32 bits are the wire's {@code device_time_us}.
     * @param hostArrivalNs host's monotonic clock when the frame's last byte was read.
     * @param lostBeforeCount ticks without a frame since the frame before, 0 or more.
     * @param frameFlags the wire's {@code frame_flags}.
     * @param accelCounts x, y, z.
     * @param gyroCounts x, y, z.
     * @param padCounts one unsigned 16-bit value per pad.
     */
    public RawFrame(
            int bootIndex,
            long sequence,
            long deviceTimeUs,
            long hostArrivalNs,
            int lostBeforeCount,
            int frameFlags,
            short[] accelCounts,
            short[] gyroCounts,
            char[] padCounts) {
        this.bootIndex = bootIndex;
        this.sequence = sequence;
        this.deviceTimeUs = deviceTimeUs;
        this.hostArrivalNs = hostArrivalNs;
        this.lostBeforeCount = lostBeforeCount;
        this.frameFlags = frameFlags;
        this.accelCounts = accelCounts;
        this.gyroCounts = gyroCounts;
        this.padCounts = padCounts;
    }

    /** Resets of the board seen before this frame. */
    public int bootIndex() {
        return bootIndex;
    }

    /** Ticks since the board's start. */
    public long sequence() {
        return sequence;
    }

    /** Board time at the start of the scan, since the board's start. */
    public long deviceTimeUs() {
        return deviceTimeUs;
    }

    /** Host's monotonic clock at arrival. */
    public long hostArrivalNs() {
        return hostArrivalNs;
    }

    /** Ticks without a frame directly before this one. */
    public int lostBeforeCount() {
        return lostBeforeCount;
    }

    /** Flags as sent. */
    public int frameFlags() {
        return frameFlags;
    }

    /** Whether the IMU answered for this frame. */
    public boolean imuValid() {
        return (frameFlags & IMU_VALID_FLAGS) != 0;
    }

    /** Specific force along x, y, z. */
    public short[] accelCounts() {
        return accelCounts;
    }

    /** Turn rate about x, y, z. */
    public short[] gyroCounts() {
        return gyroCounts;
    }

    /** Converter reading of each pad. */
    public char[] padCounts() {
        return padCounts;
    }
}
