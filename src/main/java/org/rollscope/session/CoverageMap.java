package org.rollscope.session;

import java.util.Arrays;

/**
 * How much of the limb was rolled: places along it, 10 mm each, that were under pressure for two seconds or more.
 *
 * <p>Places are told by the travel since the session's first frame. A roller that is lifted and put down elsewhere, or that slips,
 * is believed to be where its angle says: what is covered is then a guess. <b>Source.</b> domain study 8.1. <b>Threads.</b> One.
 */
final class CoverageMap {
    private static final double PLACE_MM = 10;
    private static final long COVERED_FROM_US = 2_000_000;
    /** Ten metres to either side: what lies beyond counts at the edge. */
    private static final int HALF_PLACE_COUNT = 1000;

    private final long[] pressedUs = new long[2 * HALF_PLACE_COUNT];

    /** Takes in time under pressure at a place. */
    void accept(double travelMm, long stepUs) {
        double placeIndex = Math.floor(travelMm / PLACE_MM) + HALF_PLACE_COUNT;
        pressedUs[(int) Math.max(0, Math.min(pressedUs.length - 1.0, placeIndex))] += stepUs;
    }

    /** Length that was covered. */
    double coveredMm() {
        return PLACE_MM
                * Arrays.stream(pressedUs)
                        .filter(timeUs -> timeUs >= COVERED_FROM_US)
                        .count();
    }
}
