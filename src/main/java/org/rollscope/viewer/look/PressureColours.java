package org.rollscope.viewer.look;

import java.awt.Color;

/**
 * Colours for pressures, even in lightness from dark to light, so that more looks like more also in grey and to the
 * colour-blind.
 *
 * <p><b>Source.</b> Ten samples of "viridis" (S. van der Walt and N. Smith, CC0), linear between them.
 */
public final class PressureColours {
    private static final int[] SAMPLES = {
        0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6ECE58, 0xB5DE2B, 0xFDE725
    };

    private PressureColours() {}

    /**
     * The colour for a share of the scale.
     *
     * @param shareRatio 0 to 1; values outside are brought to the nearer end.
     * @return an opaque colour.
     */
    public static Color at(double shareRatio) {
        double place = Math.max(0, Math.min(1, shareRatio)) * (SAMPLES.length - 1);
        int below = Math.min((int) place, SAMPLES.length - 2);
        double part = place - below;
        return new Color(channel(below, 16, part), channel(below, 8, part), channel(below, 0, part));
    }

    private static int channel(int below, int shift, double part) {
        int low = SAMPLES[below] >> shift & 0xFF;
        int high = SAMPLES[below + 1] >> shift & 0xFF;
        return (int) Math.round(low + (high - low) * part);
    }
}
