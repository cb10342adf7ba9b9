package org.rollscope.calibration;

import java.util.List;

/**
 * One pad's curve from counts to force, with the points it was fitted to and how well it fits.
 *
 * <p>Model {@link #MODEL}: with x = ln(c / (C - c)), the logarithm of the conductance against the divider's fixed resistor,
 * ln F = a0 + a1 x + a2 x^2 + a3 x^3. Ratiometric, so neither supply nor resistor need be known.
 *
 * @param points what was measured; kept so that anyone can fit again.
 * @param coefficients a0 to a3, F in newton.
 * @param lowestForceN lower end of the calibrated range.
 * @param highestForceN upper end of the calibrated range.
 * @param residualRatio standard deviation of the points about the curve, as a share of the force.
 * @param hysteresisRatio mean difference between the way down and the way up at equal counts, as a share of the force.
 */
public record PadCalibration(
        List<CalibrationPoint> points,
        List<Double> coefficients,
        double lowestForceN,
        double highestForceN,
        double residualRatio,
        double hysteresisRatio) {
    /** Name of the model, as in calibration files. */
    public static final String MODEL = "cubic-log-conductance-ratio/1";

    /** Copies the lists and refuses what cannot be a curve. */
    public PadCalibration {
        points = List.copyOf(points);
        coefficients = List.copyOf(coefficients);
        if (coefficients.size() != 4) {
            throw new IllegalArgumentException("a pad's curve has 4 coefficients, was " + coefficients.size());
        }
        if (!(lowestForceN > 0 && highestForceN > lowestForceN)) {
            throw new IllegalArgumentException("a pad's range needs 0 < lowestForceN < highestForceN, was "
                    + lowestForceN + " to " + highestForceN);
        }
    }

    /**
     * Force at a reading.
     *
     * @param meanCounts over 0 and under fullCounts.
     * @param fullCounts 2^bits of the converter.
     */
    public double forceN(double meanCounts, double fullCounts) {
        double x = logConductanceRatio(meanCounts, fullCounts);
        return StrictMath.exp(
                coefficients.get(0) + x * (coefficients.get(1) + x * (coefficients.get(2) + x * coefficients.get(3))));
    }

    static double logConductanceRatio(double meanCounts, double fullCounts) {
        return StrictMath.log(meanCounts / (fullCounts - meanCounts));
    }
}
