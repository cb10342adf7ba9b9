package org.rollscope.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits a pad's curve to loading and unloading points by least squares of the logarithm of the force.
 *
 * <p>Both directions weigh the same, so the curve runs through the middle of the hysteresis loop.
 */
public final class PadCalibrationFit {
    private static final int COEFFICIENT_COUNT = 4;
    static final int FEWEST_POINTS_COUNT = 8;

    private PadCalibrationFit() {}

    /**
     * Fits a curve.
     *
     * @param points readings of one pad; those with less than one count are left out, as nothing was felt.
     * @param adcBits resolution of the converter, 8 to 16.
     * @return the curve.
     * @throws IllegalArgumentException when fewer than eight points are usable: the pad is dead or stuck.
     */
    public static PadCalibration fit(List<CalibrationPoint> points, int adcBits) {
        double fullCounts = 1 << adcBits;
        List<CalibrationPoint> usable = new ArrayList<>();
        for (CalibrationPoint point : points) {
            if (PadCalibration.isFelt(point, fullCounts)) {
                usable.add(point);
            }
        }
        if (usable.size() < FEWEST_POINTS_COUNT) {
            throw new IllegalArgumentException("only " + usable.size() + " of " + points.size()
                    + " readings are usable, " + FEWEST_POINTS_COUNT + " are needed: is the pad connected?");
        }
        double[] coefficients = solve(normalEquations(usable, fullCounts));
        List<Double> boxed = List.of(coefficients[0], coefficients[1], coefficients[2], coefficients[3]);
        double lowestN =
                usable.stream().mapToDouble(CalibrationPoint::forceN).min().orElseThrow();
        double highestN =
                usable.stream().mapToDouble(CalibrationPoint::forceN).max().orElseThrow();
        PadCalibration curve = new PadCalibration(points, boxed, lowestN, highestN, 0, 0);
        return withErrors(curve, usable, fullCounts);
    }

    private static PadCalibration withErrors(PadCalibration curve, List<CalibrationPoint> usable, double fullCounts) {
        double squareSum = 0;
        double[] directionSum = new double[2];
        int[] directionCount = new int[2];
        for (CalibrationPoint point : usable) {
            double errorRatio = StrictMath.log(curve.forceN(point.meanCounts(), fullCounts) / point.forceN());
            squareSum += errorRatio * errorRatio;
            int directionIndex = point.loading() ? 0 : 1;
            directionSum[directionIndex] += errorRatio;
            directionCount[directionIndex]++;
        }
        double residualRatio = Math.sqrt(squareSum / Math.max(1, usable.size() - COEFFICIENT_COUNT));
        double hysteresisRatio = directionCount[0] == 0 || directionCount[1] == 0
                ? 0
                : directionSum[1] / directionCount[1] - directionSum[0] / directionCount[0];
        return new PadCalibration(
                curve.points(),
                curve.coefficients(),
                curve.lowestForceN(),
                curve.highestForceN(),
                residualRatio,
                hysteresisRatio);
    }

    private static double[][] normalEquations(List<CalibrationPoint> points, double fullCounts) {
        double[][] rows = new double[COEFFICIENT_COUNT][COEFFICIENT_COUNT + 1];
        for (CalibrationPoint point : points) {
            double x = PadCalibration.logConductanceRatio(point.meanCounts(), fullCounts);
            double y = StrictMath.log(point.forceN());
            double[] powers = {1, x, x * x, x * x * x};
            for (int rowIndex = 0; rowIndex < COEFFICIENT_COUNT; rowIndex++) {
                for (int columnIndex = 0; columnIndex < COEFFICIENT_COUNT; columnIndex++) {
                    rows[rowIndex][columnIndex] += powers[rowIndex] * powers[columnIndex];
                }
                rows[rowIndex][COEFFICIENT_COUNT] += powers[rowIndex] * y;
            }
        }
        return rows;
    }

    /** Gauss-Jordan elimination with row exchange. */
    private static double[] solve(double[][] rows) {
        int size = rows.length;
        for (int pivotIndex = 0; pivotIndex < size; pivotIndex++) {
            int bestIndex = pivotIndex;
            for (int rowIndex = pivotIndex + 1; rowIndex < size; rowIndex++) {
                if (Math.abs(rows[rowIndex][pivotIndex]) > Math.abs(rows[bestIndex][pivotIndex])) {
                    bestIndex = rowIndex;
                }
            }
            double[] pivotRow = rows[bestIndex];
            rows[bestIndex] = rows[pivotIndex];
            rows[pivotIndex] = pivotRow;
            if (Math.abs(pivotRow[pivotIndex]) < 1e-12) {
                throw new IllegalArgumentException("the readings lie too close together for a curve");
            }
            for (int rowIndex = 0; rowIndex < size; rowIndex++) {
                if (rowIndex != pivotIndex) {
                    double factor = rows[rowIndex][pivotIndex] / pivotRow[pivotIndex];
                    for (int columnIndex = pivotIndex; columnIndex <= size; columnIndex++) {
                        rows[rowIndex][columnIndex] -= factor * pivotRow[columnIndex];
                    }
                }
            }
        }
        double[] solution = new double[size];
        for (int rowIndex = 0; rowIndex < size; rowIndex++) {
            solution[rowIndex] = rows[rowIndex][size] / rows[rowIndex][rowIndex];
        }
        return solution;
    }
}
