package org.rollscope.calibration;

import java.util.List;

/**
 * One pad's curve from counts to force, with the points it was fitted to and how well it fits.
 *
 * <p>Model {@link #MODEL}: with x = ln(c / (C - c)), the logarithm of the conductance against the divider's fixed resistor,
 * ln F = a0 + a1 x + a2 x^2 + a3 x^3. Ratiometric, so neither supply nor resistor need be known.
 *
 * @param points what was measured; kept so that anyone can fit again.
 * @param coefficients a0 to a3, F in newton; empty for a pad that could not be calibrated.
 * @param lowestForceN lower end of the calibrated range; 0 without a curve.
 * @param highestForceN upper end of the calibrated range; 0 without a curve.
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
        if (!coefficients.isEmpty() && coefficients.size() != 4) {
            throw new IllegalArgumentException("a pad's curve has 4 coefficients, was " + coefficients.size());
        }
        if (!coefficients.isEmpty() && !(lowestForceN > 0 && highestForceN > lowestForceN)) {
            throw new IllegalArgumentException("a pad's range needs 0 < lowestForceN < highestForceN, was "
                    + lowestForceN + " to " + highestForceN);
        }
    }

    /** A pad that is dead, or that nobody calibrated: it is left out of everything. */
    public static PadCalibration unusable(List<CalibrationPoint> points) {
        return new PadCalibration(points, List.of(), 0, 0, 0, 0);
    }

    /** Whether the pad has a curve. */
    public boolean hasCurve() {
        return !coefficients.isEmpty();
    }

    /**
     * How far readings of the same load on the same way differ from repeat to repeat: standard deviation as a share of the
     * force.
     *
     * @param fullCounts 2^bits of the converter.
     * @return 0 without a curve or repeats.
     */
    public double repeatabilityRatio(double fullCounts) {
        double squareSum = 0;
        int pairCount = 0;
        for (int oneIndex = 0; hasCurve() && oneIndex < points.size(); oneIndex++) {
            CalibrationPoint one = points.get(oneIndex);
            for (CalibrationPoint other : points.subList(oneIndex + 1, points.size())) {
                boolean alike = one.forceN() == other.forceN() && one.loading() == other.loading();
                if (alike && isFelt(one, fullCounts) && isFelt(other, fullCounts)) {
                    double apartRatio = StrictMath.log(
                            forceN(one.meanCounts(), fullCounts) / forceN(other.meanCounts(), fullCounts));
                    squareSum += apartRatio * apartRatio;
                    pairCount++;
                }
            }
        }
        return pairCount == 0 ? 0 : Math.sqrt(squareSum / (2 * pairCount));
    }

    /** Whether a reading lies within the converter, so that it says something. */
    static boolean isFelt(CalibrationPoint point, double fullCounts) {
        return point.meanCounts() >= 1 && point.meanCounts() < fullCounts - 1;
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
