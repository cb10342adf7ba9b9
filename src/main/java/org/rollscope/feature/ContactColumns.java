package org.rollscope.feature;

/**
 * Edges of the columns of tiles about a contact, in half axes around the roller, and the cuts of the unit disc where a column's
 * points lie. <b>Threads.</b> One.
 */
final class ContactColumns {
    /** Points of Gauss and Legendre on -1 to 1, and their weights. */
    private static final double[] POINT_RATIO = {
        -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
    };

    private static final double[] WEIGHT_RATIO = {
        0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
    };

    private final double columnMm;
    final boolean[] reached = new boolean[ContactFit.COLUMN_COUNT];
    private final double[] halfRatio = new double[ContactFit.COLUMN_COUNT];
    private final double[] leftRatio = new double[ContactFit.COLUMN_COUNT * POINT_RATIO.length];
    private final double[] reachRatio = new double[ContactFit.COLUMN_COUNT * POINT_RATIO.length];

    ContactColumns(double columnMm) {
        this.columnMm = columnMm;
    }

    void lay(double middleMm, double placeMm, double halfAroundMm) {
        for (int sideIndex = 0; sideIndex < ContactFit.COLUMN_COUNT; sideIndex++) {
            double fromMm = middleMm + (sideIndex - ContactFit.SIDE_COLUMN_COUNT) * columnMm - placeMm;
            double lowRatio = Math.max(-1, (fromMm - columnMm / 2) / halfAroundMm);
            double highRatio = Math.min(1, (fromMm + columnMm / 2) / halfAroundMm);
            reached[sideIndex] = highRatio > lowRatio;
            if (reached[sideIndex]) {
                slice(sideIndex, lowRatio, highRatio);
            }
        }
    }

    private void slice(int sideIndex, double lowRatio, double highRatio) {
        halfRatio[sideIndex] = (highRatio - lowRatio) / 2;
        double middle = (highRatio + lowRatio) / 2;
        int at = sideIndex * POINT_RATIO.length;
        for (int pointIndex = 0; pointIndex < POINT_RATIO.length; pointIndex++) {
            double u = middle + halfRatio[sideIndex] * POINT_RATIO[pointIndex];
            leftRatio[at + pointIndex] = 1 - u * u;
            reachRatio[at + pointIndex] = Math.sqrt(Math.max(0, leftRatio[at + pointIndex]));
        }
    }

    /** Share of the whole force over a rectangle of the unit disc. */
    double share(int sideIndex, double startRatio, double endRatio) {
        double sum = 0;
        int at = sideIndex * POINT_RATIO.length;
        for (int pointIndex = 0; pointIndex < POINT_RATIO.length; pointIndex++) {
            double left = leftRatio[at + pointIndex];
            double reach = reachRatio[at + pointIndex];
            double from = Math.max(-reach, Math.min(reach, startRatio));
            double to = Math.max(-reach, Math.min(reach, endRatio));
            sum += WEIGHT_RATIO[pointIndex] * (to * (left - to * to / 3) - from * (left - from * from / 3));
        }
        return sum * halfRatio[sideIndex] * 2 / Math.PI;
    }
}
