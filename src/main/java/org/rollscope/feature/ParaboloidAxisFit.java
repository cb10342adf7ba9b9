package org.rollscope.feature;

/**
 * Finds the half axis of a contact along one direction from the forces on a row of tiles.
 *
 * <p>A pressure that falls off as a paraboloid over an ellipse has, along each axis, the force density (1 - u^2)^1.5 with u
 * the place over the half axis. Its integral over a tile has a closed form, so place and half axis are the two numbers whose
 * tile forces have the measured mean and variance; a few steps of a fixed-point iteration find them. Without this the
 * tiles' size would swing the area by 10 % as the contact rolls from tile to tile.
 *
 * <p><b>Source.</b> Winkler contact, domain study 10.3; the correction is ours, record 0005. <b>Threads.</b> One.
 */
final class ParaboloidAxisFit {
    private static final int ITERATION_COUNT = 8;
    /** Variance of the density as a share of the half axis squared. */
    private static final double VARIANCE_RATIO = 1.0 / 6;
    /** Smallest half axis that tiles can tell, as a share of the tile. */
    private static final double SMALLEST_RATIO = 0.35;
    /** Largest half axis that is believed, as a share of the tile. */
    private static final double LARGEST_RATIO = 4;
    /** Step of the half axis squared with which the sensitivity is probed. */
    private static final double PROBE_RATIO = 0.1;

    private double[] modelN = new double[0];
    private double sensitivityRatio;
    private double modelMeanMm;
    private double modelVarianceMm2;

    /**
     * Half axis of the contact.
     *
     * @param forceN force on each tile of the row; at least one over 0.
     * @param firstMm place of the first tile's middle.
     * @param tileMm extent of a tile along the row.
     * @return half axis, within 0.35 to 4 tiles.
     */
    double halfAxisMm(double[] forceN, double firstMm, double tileMm) {
        moments(forceN, firstMm, tileMm);
        double meanMm = modelMeanMm;
        double varianceMm2 = modelVarianceMm2;
        double centreMm = meanMm;
        double smallestMm2 = SMALLEST_RATIO * tileMm * SMALLEST_RATIO * tileMm;
        double largestMm2 = LARGEST_RATIO * tileMm * LARGEST_RATIO * tileMm;
        double halfAxisMm2 = clamp((varianceMm2 - tileMm * tileMm / 12) / VARIANCE_RATIO, smallestMm2, largestMm2);
        if (modelN.length != forceN.length) {
            modelN = new double[forceN.length]; // once: an instance is used for one direction
        }
        for (int iterationIndex = 0; iterationIndex < ITERATION_COUNT; iterationIndex++) {
            model(modelN, firstMm - centreMm, tileMm, Math.sqrt(halfAxisMm2));
            moments(modelN, firstMm, tileMm);
            centreMm = clamp(centreMm + meanMm - modelMeanMm, meanMm - tileMm / 2, meanMm + tileMm / 2);
            halfAxisMm2 =
                    clamp(halfAxisMm2 + (varianceMm2 - modelVarianceMm2) / VARIANCE_RATIO, smallestMm2, largestMm2);
        }
        model(modelN, firstMm - centreMm, tileMm, Math.sqrt(halfAxisMm2 * (1 + PROBE_RATIO)));
        double varianceAtFitMm2 = modelVarianceMm2;
        moments(modelN, firstMm, tileMm);
        sensitivityRatio = (modelVarianceMm2 - varianceAtFitMm2) / (PROBE_RATIO * halfAxisMm2 * VARIANCE_RATIO);
        return Math.sqrt(halfAxisMm2);
    }

    /**
     * How well the last half axis could be told: 1 as with endlessly small tiles, 0 not at all, as for a contact that two
     * tiles share evenly.
     */
    double sensitivityRatio() {
        return sensitivityRatio;
    }

    private static void model(double[] modelN, double firstFromCentreMm, double tileMm, double halfAxisMm) {
        double before = ParaboloidLoad.upTo((firstFromCentreMm - tileMm / 2) / halfAxisMm);
        for (int tileIndex = 0; tileIndex < modelN.length; tileIndex++) {
            double upToMm = firstFromCentreMm + (tileIndex + 0.5) * tileMm;
            double upTo = ParaboloidLoad.upTo(upToMm / halfAxisMm);
            modelN[tileIndex] = upTo - before;
            before = upTo;
        }
    }

    private void moments(double[] forceN, double firstMm, double tileMm) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int tileIndex = 0; tileIndex < forceN.length; tileIndex++) {
            double placeMm = firstMm + tileIndex * tileMm;
            sum += forceN[tileIndex];
            first += forceN[tileIndex] * placeMm;
            second += forceN[tileIndex] * placeMm * placeMm;
        }
        modelMeanMm = sum > 0 ? first / sum : 0;
        modelVarianceMm2 = sum > 0 ? Math.max(0, second / sum - modelMeanMm * modelMeanMm) : 0;
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
