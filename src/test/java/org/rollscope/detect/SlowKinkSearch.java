package org.rollscope.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link KinkSearch} as one would explain it: for each onset both least-squares problems are solved from scratch by their normal
 * equations. Slow.
 */
final class SlowKinkSearch {
    private final boolean enough;
    private double onset;
    private double change;
    private double strength;

    SlowKinkSearch(StiffnessCourse course, double latest) {
        int end = course.count();
        int first = Math.max(15, end - 400);
        enough = end - first >= 45;
        if (!enough) {
            return;
        }
        boolean spell = course.recoveryRatio(end - 1) > 0;
        // What is known beforehand: a factor of so much is as surprising as one spread of a single tenth of a second.
        double[] known =
                spell ? new double[] {0, 0, 0.15, 0.012, 0.08, 0.2, 1e9} : new double[] {0, 0, 0.15, 0.012, 0.08, 1e9};
        int columns = known.length - 1;
        List<double[]> passive = new ArrayList<>();
        double[] seen = new double[end - first];
        for (int index = first; index < end; index++) {
            double logTime = Math.log(Math.max(0.5, course.atS(index)));
            double[] row = {
                1,
                logTime,
                course.logForce(index),
                course.placeMm(index),
                course.axialMm(index),
                course.recoveryRatio(index)
            };
            passive.add(java.util.Arrays.copyOf(row, columns));
            seen[index - first] = course.logStiffness(index);
        }
        double passiveSquares = solve(passive, seen, known).squares;
        double bestGain = 0;
        int oldest = Math.max(first + 30, end - 80);
        int best = -1;
        for (int candidate = oldest; candidate < end; candidate += 5) {
            double at = course.atS(candidate);
            if (course.atS(end - 1) - at < latest) {
                continue;
            }
            List<double[]> withLoss = new ArrayList<>();
            for (int index = first; index < end; index++) {
                double[] row = java.util.Arrays.copyOf(passive.get(index - first), columns + 1);
                double since = course.atS(index) - at;
                row[columns] = since > 0 ? 1 - Math.exp(-since / 1.5) : 0;
                withLoss.add(row);
            }
            Solution both = solve(withLoss, seen, known);
            double gain = passiveSquares - both.squares;
            if (both.factors[columns] < 0 && gain > bestGain) {
                bestGain = gain;
                best = candidate;
                onset = at;
                change = both.factors[columns];
            }
        }
        if (best == oldest) {
            return; // a slow bend, no kink
        }
        double free = Math.max(1, (end - first) / 10.0 - columns - 1);
        strength = Math.sqrt(bestGain / Math.max(1e-12, (passiveSquares - bestGain) / free));
    }

    private record Solution(double[] factors, double squares) {}

    /** Elimination without a change of order; a column that the ones before explain gets no factor. */
    private static Solution solve(List<double[]> rows, double[] seen, double[] known) {
        int size = rows.get(0).length;
        double[] middle = new double[size];
        double seenMiddle = 0;
        for (int index = 0; index < seen.length; index++) {
            seenMiddle += seen[index] / seen.length;
            for (int column = 1; column < size; column++) {
                middle[column] += rows.get(index)[column] / seen.length;
            }
        }
        // About the middles, so that the constant has nothing to do with the others.
        double[][] normal = new double[size][size + 1];
        double[] whole = new double[size];
        for (int index = 0; index < seen.length; index++) {
            for (int one = 0; one < size; one++) {
                double left = rows.get(index)[one] - middle[one];
                whole[one] += rows.get(index)[one] * rows.get(index)[one];
                for (int other = 0; other < size; other++) {
                    normal[one][other] += left * (rows.get(index)[other] - middle[other]);
                }
                normal[one][size] += left * (seen[index] - seenMiddle);
            }
        }
        for (int column = 1; column < size; column++) {
            double penalty = known[column] > 0 ? 0.042 * 0.042 / (known[column] * known[column]) : 0;
            normal[column][column] += penalty;
            whole[column] += penalty;
        }
        boolean[] used = new boolean[size];
        for (int pivot = 0; pivot < size; pivot++) {
            used[pivot] = normal[pivot][pivot] > 1e-9 * whole[pivot] && normal[pivot][pivot] > 0;
            for (int row = pivot + 1; used[pivot] && row < size; row++) {
                double factor = normal[row][pivot] / normal[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    normal[row][column] -= factor * normal[pivot][column];
                }
            }
        }
        double[] factors = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = normal[row][size];
            for (int column = row + 1; column < size; column++) {
                sum -= normal[row][column] * factors[column];
            }
            factors[row] = used[row] ? sum / normal[row][row] : 0;
        }
        double squares = 0;
        for (int index = 0; index < seen.length; index++) {
            double left = seen[index] - seenMiddle;
            for (int column = 0; column < size; column++) {
                left -= factors[column] * (rows.get(index)[column] - middle[column]);
            }
            squares += left * left;
        }
        for (int column = 1; column < size; column++) {
            double surprise = known[column] > 0 ? 0.042 * factors[column] / known[column] : 0;
            squares += surprise * surprise;
        }
        return new Solution(factors, squares);
    }

    boolean enough() {
        return enough;
    }

    double onset() {
        return onset;
    }

    double change() {
        return change;
    }

    double strength() {
        return strength;
    }
}
