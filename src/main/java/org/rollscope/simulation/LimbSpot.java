package org.rollscope.simulation;

/**
 * A place on a limb that is not like the rest: tender, or bone under the skin.
 *
 * @param placeMm from the segment's distal end.
 * @param spreadMm standard deviation of its Gaussian extent.
 * @param stiffnessRatio stiffness at its middle, of the limb's.
 * @param thresholdRatio pain threshold at its middle, of the muscle's.
 * @param tender whether a release is likely there.
 */
record LimbSpot(double placeMm, double spreadMm, double stiffnessRatio, double thresholdRatio, boolean tender) {}
