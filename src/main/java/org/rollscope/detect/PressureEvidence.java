package org.rollscope.detect;

/**
 * What an event was decided from.
 *
 * @param meanPressureKpa mean over the event of the mean contact pressure.
 * @param peakPressureKpa highest pressure on one tile during the event.
 * @param ceilingKpa ceiling in force.
 * @param confidenceRatio how sure the detector is, 0 to 1: the share of the event's frames without a doubtful flag, and for
 *     overpressure times the probability that the true mean pressure was over the ceiling, or a tile over its own limit,
 *     given the stated pressure error.
 */
public record PressureEvidence(
        double meanPressureKpa, double peakPressureKpa, double ceilingKpa, double confidenceRatio) {}
