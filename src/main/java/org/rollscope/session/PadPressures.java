package org.rollscope.session;

import java.util.Arrays;

/**
 * The pressure on every tile at one moment.
 *
 * <p><b>Units.</b> Kilopascal, 0.01 kPa resolution is plenty. <b>Threads.</b> Immutable.
 */
public final class PadPressures {
    /** No pads. */
    public static final PadPressures NONE = new PadPressures(new float[0]);

    private final float[] pressureKpa;

    private PadPressures(float[] pressureKpa) {
        this.pressureKpa = pressureKpa;
    }

    /** Copies the given pressures. */
    public static PadPressures of(double[] pressureKpa) {
        float[] copy = new float[pressureKpa.length];
        for (int padIndex = 0; padIndex < copy.length; padIndex++) {
            copy[padIndex] = (float) pressureKpa[padIndex];
        }
        return new PadPressures(copy);
    }

    /** Copies the given pressures. */
    public static PadPressures of(float[] pressureKpa) {
        return new PadPressures(pressureKpa.clone());
    }

    /** Number of pads. */
    public int padCount() {
        return pressureKpa.length;
    }

    /** Pressure on one tile. */
    public float pressureKpa(int padIndex) {
        return pressureKpa[padIndex];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PadPressures that && Arrays.equals(pressureKpa, that.pressureKpa);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pressureKpa);
    }

    @Override
    public String toString() {
        return Arrays.toString(pressureKpa);
    }
}
