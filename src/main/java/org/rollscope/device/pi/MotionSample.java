package org.rollscope.device.pi;

import java.util.Arrays;

/**
 * One reading of the motion chip, along the roller's axes.
 *
 * <p><b>Units.</b> Counts, 32768 at the chip's full scale; degrees Celsius. <b>Threads.</b> One.
 */
final class MotionSample {
    final short[] accelCounts = new short[3];
    final short[] gyroCounts = new short[3];
    double temperatureDegC = Double.NaN;

    /** Says nothing of motion; the temperature stays, it is slow. */
    void clear() {
        Arrays.fill(accelCounts, (short) 0);
        Arrays.fill(gyroCounts, (short) 0);
    }
}
