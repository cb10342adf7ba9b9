package org.rollscope.session;

import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;

/**
 * The figures of one moment, as shown to people.
 *
 * @param deviceTimeUs board time of the frame.
 * @param activity what is going on.
 * @param totalForceN force of the limb.
 * @param meanPressureKpa limb force over contact area.
 * @param peakPressureKpa highest pressure on one tile of the limb side.
 * @param contactAreaMm2 area of the contact.
 * @param speedMmPerS travel of the contact along the limb, signed; NaN of a tool that does not roll.
 * @param holdMs length of the present hold, 0 when there is none.
 * @param overpressure whether an overpressure event is open.
 * @param guardingScoreRatio how much speaks for guarding, 0 to 1; suspected from 0.6 on, never a diagnosis; NaN of a tool that
 *     cannot tell.
 * @param band floor and ceiling in force.
 * @param advice what to do now.
 * @param pressureErrorRatio standard error of a pressure as a share of it, 0 to 1: how sure the figures are.
 * @param qualityFlags see {@link org.rollscope.frame.Quality}.
 * @param pads pressure on every tile.
 */
public record LiveMetrics(
        long deviceTimeUs,
        Activity activity,
        double totalForceN,
        double meanPressureKpa,
        double peakPressureKpa,
        double contactAreaMm2,
        double speedMmPerS,
        long holdMs,
        boolean overpressure,
        double guardingScoreRatio,
        PressureBand band,
        Advice advice,
        double pressureErrorRatio,
        int qualityFlags,
        PadPressures pads) {}
