package org.rollscope.calibration;

/**
 * One raw reading of a calibration: what lay on the pad and what the converter said.
 *
 * @param forceN known load, over 0.
 * @param meanCounts converter reading, averaged.
 * @param loading true on the way up, false on the way down.
 */
public record CalibrationPoint(double forceN, double meanCounts, boolean loading) {}
