package org.rollscope.session;

import org.rollscope.detect.Activity;

/**
 * One calibrated frame as a chart draws it.
 *
 * @param deviceTimeUs board time since the board's start.
 * @param sequence tick of the board; a hole is a missing frame.
 * @param activity what is going on.
 * @param totalForceN force of the limb.
 * @param meanPressureKpa limb force over contact area.
 * @param peakPressureKpa highest pressure on one tile.
 * @param contactAreaMm2 area of the contact.
 * @param speedMmPerS travel of the contact along the limb, signed; NaN of a tool that does not roll.
 * @param overpressure whether an overpressure event is open.
 * @param pads pressure on every tile.
 */
public record FramePoint(
        long deviceTimeUs,
        long sequence,
        Activity activity,
        double totalForceN,
        double meanPressureKpa,
        double peakPressureKpa,
        double contactAreaMm2,
        double speedMmPerS,
        boolean overpressure,
        PadPressures pads) {}
