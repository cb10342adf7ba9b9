package org.rollscope.calibration;

/**
 * A known mass laid across the whole roller, and what the pads made of it.
 *
 * @param loadN its weight.
 * @param limbForceN sum over the tiles within 70 degrees of up, before any common gain.
 * @param upRad body angle that pointed up.
 */
public record LoadCheck(double loadN, double limbForceN, double upRad) {}
