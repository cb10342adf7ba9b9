package org.rollscope.frame;

/**
 * One sample in SI-based units, with the quality of every pad.
 *
 * <p><b>Units.</b> Newton, kilopascal, metre per second squared, radian per second. <b>Threads.</b> A calibrator owns one
 * instance and writes it anew for every frame: read it before the next frame, copy what must stay.
 */
public final class CalibratedFrame {
    private final double[] padForceN;
    private final double[] padPressureKpa;
    private final int[] padQualityFlags;
    private final double[] accelMPerS2 = new double[3];
    private final double[] gyroRadPerS = new double[3];
    private long sequence;
    private long timeUs;
    private int qualityFlags;

    /**
     * Makes an empty frame.
     *
     * @param padCount number of pads, 1 to 64.
     */
    public CalibratedFrame(int padCount) {
        padForceN = new double[padCount];
        padPressureKpa = new double[padCount];
        padQualityFlags = new int[padCount];
    }

    /**
     * Begins a new sample.
     *
     * @param sequence the board's tick.
     * @param timeUs session time.
     * @param qualityFlags flags of the whole frame, see {@link Quality}.
     */
    public void begin(long sequence, long timeUs, int qualityFlags) {
        this.sequence = sequence;
        this.timeUs = timeUs;
        this.qualityFlags = qualityFlags;
    }

    /**
     * Sets one pad and adds its flags to the frame's.
     *
     * @param padIndex which.
     * @param forceN normal force on the tile, 0 or more.
     * @param pressureKpa that force over the tile's area.
     * @param padFlags see {@link Quality}.
     */
    public void setPad(int padIndex, double forceN, double pressureKpa, int padFlags) {
        padForceN[padIndex] = forceN;
        padPressureKpa[padIndex] = pressureKpa;
        padQualityFlags[padIndex] = padFlags;
        qualityFlags |= padFlags;
    }

    /** Ticks since the board's start. */
    public long sequence() {
        return sequence;
    }

    /** Session time. */
    public long timeUs() {
        return timeUs;
    }

    /** Flags of the frame and of all its pads. */
    public int qualityFlags() {
        return qualityFlags;
    }

    /** Number of pads. */
    public int padCount() {
        return padForceN.length;
    }

    /** Normal force on each tile. */
    public double[] padForceN() {
        return padForceN;
    }

    /** Mean pressure on each tile. */
    public double[] padPressureKpa() {
        return padPressureKpa;
    }

    /** Flags of each pad. */
    public int[] padQualityFlags() {
        return padQualityFlags;
    }

    /** Specific force along x, y, z; +g up at rest. */
    public double[] accelMPerS2() {
        return accelMPerS2;
    }

    /** Turn rate about x, y, z. */
    public double[] gyroRadPerS() {
        return gyroRadPerS;
    }

    /** Whether the IMU answered. */
    public boolean imuValid() {
        return (qualityFlags & Quality.IMU_INVALID_FLAGS) == 0;
    }
}
