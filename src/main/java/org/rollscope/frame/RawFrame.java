package org.rollscope.frame;

/**
 * One sample of every sensor as the board sent it, in converter counts, with its number and clock unwrapped.
 *
 * <p>A source fills the same frame again and again, so that reading a roller for hours makes no garbage: what a sink is
 * given holds until it returns. Who keeps a frame keeps a {@link #copy}.
 *
 * <p><b>Units.</b> Counts as sent; board time in microseconds since the board's start. <b>Threads.</b> One at a time; only
 * who makes a frame writes it and its arrays.
 */
public final class RawFrame {
    /** Bit of {@link #frameFlags}: the IMU answered. */
    public static final int IMU_VALID_FLAGS = 1;
    /** Bit of {@link #frameFlags}: at least one tick before this frame was missed. */
    public static final int AFTER_MISSED_TICK_FLAGS = 2;

    private int bootIndex;
    private long sequence;
    private long deviceTimeUs;
    private long hostArrivalNs;
    private int lostBeforeCount;
    private int frameFlags;
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

    /**
     * A frame to be filled.
     *
     * @param padCount 1 to 64.
     */
    public RawFrame(int padCount) {
        this(0, 0, 0, 0, 0, 0, new short[3], new short[3], new char[padCount]);
    }

    /** Sets everything but the counts; the parameters are those of the constructor. */
    public void stamp(
            int newBootIndex,
            long newSequence,
            long newDeviceTimeUs,
            long newHostArrivalNs,
            int newLostBeforeCount,
            int newFrameFlags) {
        bootIndex = newBootIndex;
        sequence = newSequence;
        deviceTimeUs = newDeviceTimeUs;
        hostArrivalNs = newHostArrivalNs;
        lostBeforeCount = newLostBeforeCount;
        frameFlags = newFrameFlags;
    }

    /**
     * Takes over everything from another frame.
     *
     * @param other of the same number of pads.
     * @throws IllegalArgumentException when it has another number of pads.
     */
    public void copyFrom(RawFrame other) {
        if (other.padCounts.length != padCounts.length) {
            throw new IllegalArgumentException("padCount must be " + padCounts.length
                    + " to be copied into this frame, was " + other.padCounts.length);
        }
        stamp(
                other.bootIndex,
                other.sequence,
                other.deviceTimeUs,
                other.hostArrivalNs,
                other.lostBeforeCount,
                other.frameFlags);
        System.arraycopy(other.accelCounts, 0, accelCounts, 0, accelCounts.length);
        System.arraycopy(other.gyroCounts, 0, gyroCounts, 0, gyroCounts.length);
        System.arraycopy(other.padCounts, 0, padCounts, 0, padCounts.length);
    }

    /** A frame of its own with the same content, to be kept. */
    public RawFrame copy() {
        RawFrame kept = new RawFrame(padCounts.length);
        kept.copyFrom(this);
        return kept;
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
