package org.rollscope.session;

/**
 * What a span of a session amounted to: a hold, a stroke, a contact.
 *
 * <p>Its frames are those from its start to before its end. Another lab gets the same numbers from exported samples. <b>Source.</b> domain study
 * 8.1.
 *
 * @param frameCount frames.
 * @param meanPressureKpa mean over the frames of the mean pressure; NaN without a frame.
 * @param p95PressureKpa mean pressure that 95 % of the frames do not exceed (nearest rank); NaN without a frame.
 * @param peakPressureKpa highest pressure on one tile; NaN without a frame.
 * @param pressureTimeKpaS sum of mean pressure times the time since the frame before.
 * @param forceTimeNS the same of the force.
 * @param meanForceN mean force; NaN without a frame.
 * @param meanAreaMm2 mean contact area; NaN without a frame.
 * @param ceilingShareRatio mean pressure over the ceiling; NaN without a frame.
 * @param belowFloorMs time with mean pressure below the band.
 * @param inBandMs time from the floor to the amber line.
 * @param amberMs time from the amber line to the ceiling.
 * @param overCeilingMs time over the ceiling.
 * @param doubtfulRatio share of the frames that carry a flag.
 */
public record SpanMetrics(
        long frameCount,
        double meanPressureKpa,
        double p95PressureKpa,
        double peakPressureKpa,
        double pressureTimeKpaS,
        double forceTimeNS,
        double meanForceN,
        double meanAreaMm2,
        double ceilingShareRatio,
        long belowFloorMs,
        long inBandMs,
        long amberMs,
        long overCeilingMs,
        double doubtfulRatio) {}
