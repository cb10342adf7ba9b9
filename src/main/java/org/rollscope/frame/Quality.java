package org.rollscope.frame;

/**
 * Flags that travel with a sample and say what is doubtful about it; a doubtful value is flagged, never replaced.
 *
 * <p><b>Units.</b> Bits of an {@code int}; a pad's flags use the same bits as a frame's, and a frame carries the union.
 */
public final class Quality {
    /** Nothing is doubtful. */
    public static final int GOOD_FLAGS = 0;
    /** The converter read its end: the true force may be anything above. */
    public static final int PAD_SATURATED_FLAGS = 1;
    /** The force lies outside the range that was calibrated; the value is the nearest end of the range. */
    public static final int OUTSIDE_CALIBRATED_RANGE_FLAGS = 1 << 1;
    /** The pad has no calibration; its force reads zero. */
    public static final int PAD_UNCALIBRATED_FLAGS = 1 << 2;
    /** The IMU did not answer: angle, speed and lobes are extrapolated. */
    public static final int IMU_INVALID_FLAGS = 1 << 3;
    /** Frames are missing directly before this one. */
    public static final int AFTER_GAP_FLAGS = 1 << 4;
    /** Limb and floor side disagree by more than the roller's weight explains. */
    public static final int LOBES_DISAGREE_FLAGS = 1 << 5;
    /** The board missed a sampling tick before this frame. */
    public static final int AFTER_MISSED_TICK_FLAGS = 1 << 6;

    /** A pad does not feel what its neighbours feel when the roller rolls over them. */
    public static final int PAD_STUCK_FLAGS = 1 << 7;
    /** A pad's reading jumps where no contact does: an open input. */
    public static final int PAD_FLOATING_FLAGS = 1 << 8;
    /** Two pads are loaded when the roller stands as it should for the other one. */
    public static final int PADS_SWAPPED_FLAGS = 1 << 9;
    /** A bad pad lies in a contact and is missing from force, area and pressure: they read too low. */
    public static final int PAD_LEFT_OUT_FLAGS = 1 << 10;
    /** A bad pad lies in a contact; its share of force and area was inferred from the pads around it. */
    public static final int PAD_INFERRED_FLAGS = 1 << 11;

    private Quality() {}

    /** The names of the flags that are set, in a fixed order, joined by a comma; {@code good} when none is. */
    public static String words(int qualityFlags) {
        if (qualityFlags == GOOD_FLAGS) {
            return "good";
        }
        String[] names = {
            "pad_saturated",
            "outside_calibrated_range",
            "pad_uncalibrated",
            "imu_invalid",
            "after_gap",
            "lobes_disagree",
            "after_missed_tick",
            "pad_stuck",
            "pad_floating",
            "pads_swapped",
            "pad_left_out",
            "pad_inferred"
        };
        StringBuilder words = new StringBuilder();
        for (int bitIndex = 0; bitIndex < names.length; bitIndex++) {
            if ((qualityFlags & 1 << bitIndex) != 0) {
                words.append(words.isEmpty() ? "" : ",").append(names[bitIndex]);
            }
        }
        return words.toString();
    }
}
