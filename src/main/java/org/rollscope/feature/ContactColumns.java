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
    private final double[] placeRatio = new double[ContactFit.COLUMN_COUNT * POINT_RATIO.length];
    private final double[] leftRatio = new double[ContactFit.COLUMN_COUNT * POINT_RATIO.length];
    private final double[] reachRatio = new double[ContactFit.COLUMN_COUNT * POINT_RATIO.length];
    // How the middle and the half width of a column change with the place, for each millimetre, and with the logarithm
    // of the
    // size: a column's edge that lies outside the contact is cut at the contact's, which stays.
    private final double[] middleShiftPerMm = new double[ContactFit.COLUMN_COUNT];
    private final double[] halfShiftPerMm = new double[ContactFit.COLUMN_COUNT];
    private final double[] middleGrowthRatio = new double[ContactFit.COLUMN_COUNT];
    private final double[] halfGrowthRatio = new double[ContactFit.COLUMN_COUNT];

    private double shareRatio;
    private double changePerMm;
    private double changeBySizeRatio;
    private double changeByStartRatio;
    private double changeByEndRatio;

    ContactColumns(double columnMm) {
        this.columnMm = columnMm;
    }

    void lay(double middleMm, double placeMm, double halfAroundMm) {
        for (int sideIndex = 0; sideIndex < ContactFit.COLUMN_COUNT; sideIndex++) {
            double fromMm = middleMm + (sideIndex - ContactFit.SIDE_COLUMN_COUNT) * columnMm - placeMm;
            double leftEdge = (fromMm - columnMm / 2) / halfAroundMm;
            double rightEdge = (fromMm + columnMm / 2) / halfAroundMm;
            double lowRatio = Math.max(-1, leftEdge);
            double highRatio = Math.min(1, rightEdge);
            reached[sideIndex] = highRatio > lowRatio;
            if (reached[sideIndex]) {
                slice(sideIndex, lowRatio, highRatio);
                double lowFree = leftEdge > -1 ? 1 : 0;
                double highFree = rightEdge < 1 ? 1 : 0;
                middleShiftPerMm[sideIndex] = -(highFree + lowFree) / 2 / halfAroundMm;
                halfShiftPerMm[sideIndex] = -(highFree - lowFree) / 2 / halfAroundMm;
                middleGrowthRatio[sideIndex] = -(highFree * highRatio + lowFree * lowRatio) / 2;
                halfGrowthRatio[sideIndex] = -(highFree * highRatio - lowFree * lowRatio) / 2;
            }
        }
    }

    private void slice(int sideIndex, double lowRatio, double highRatio) {
        halfRatio[sideIndex] = (highRatio - lowRatio) / 2;
        double middle = (highRatio + lowRatio) / 2;
        int at = sideIndex * POINT_RATIO.length;
        for (int pointIndex = 0; pointIndex < POINT_RATIO.length; pointIndex++) {
            double u = middle + halfRatio[sideIndex] * POINT_RATIO[pointIndex];
            placeRatio[at + pointIndex] = u;
            leftRatio[at + pointIndex] = 1 - u * u;
            reachRatio[at + pointIndex] = Math.sqrt(Math.max(0, leftRatio[at + pointIndex]));
        }
    }

    /**
     * Reckons the share of the whole force over a rectangle of the unit disc and how it changes, in one pass over the points.
     *
     * <p>At a point u the paraboloid's cut is v (1 - u2 - v2 / 3) between the edges, or between the ends of the disc where these
     * are nearer. There the pressure is nothing, so an end that moves adds nothing: only the height of the cut changes with u,
     * by -2 u for each length, and the cut with an edge that lies inside, by the pressure there.
     */
    void reckon(int sideIndex, double startRatio, double endRatio) {
        double sum = 0;
        double tilt = 0;
        double tiltOut = 0;
        double atStart = 0;
        double atEnd = 0;
        int at = sideIndex * POINT_RATIO.length;
        for (int pointIndex = 0; pointIndex < POINT_RATIO.length; pointIndex++) {
            double left = leftRatio[at + pointIndex];
            double reach = reachRatio[at + pointIndex];
            double from = Math.max(-reach, Math.min(reach, startRatio));
            double to = Math.max(-reach, Math.min(reach, endRatio));
            double weight = WEIGHT_RATIO[pointIndex];
            double fromLeft = from * from;
            double toLeft = to * to;
            sum += weight * (to * (left - toLeft / 3) - from * (left - fromLeft / 3));
            double slope = -2 * placeRatio[at + pointIndex] * (to - from) * weight;
            tilt += slope;
            tiltOut += slope * POINT_RATIO[pointIndex];
            // nothing where the edge is cut at the disc's: reach * reach is left
            atStart += weight * Math.max(0, left - fromLeft);
            atEnd += weight * Math.max(0, left - toLeft);
        }
        double half = halfRatio[sideIndex];
        shareRatio = sum * half * 2 / Math.PI;
        changePerMm = (halfShiftPerMm[sideIndex] * (sum + half * tiltOut) + half * middleShiftPerMm[sideIndex] * tilt)
                * 2
                / Math.PI;
        changeBySizeRatio =
                (halfGrowthRatio[sideIndex] * (sum + half * tiltOut) + half * middleGrowthRatio[sideIndex] * tilt)
                        * 2
                        / Math.PI;
        changeByStartRatio = -atStart * half * 2 / Math.PI;
        changeByEndRatio = atEnd * half * 2 / Math.PI;
    }

    /** Share of the whole force, of what was reckoned last. */
    double shareRatio() {
        return shareRatio;
    }

    /** Change of the share with each millimetre that the contact moves around. */
    double changePerMm() {
        return changePerMm;
    }

    /** Change of the share with the logarithm of the half axis around, the edges of the row left where they are. */
    double changeBySizeRatio() {
        return changeBySizeRatio;
    }

    /** Change of the share with the row's lower edge. */
    double changeByStartRatio() {
        return changeByStartRatio;
    }

    /** Change of the share with the row's upper edge. */
    double changeByEndRatio() {
        return changeByEndRatio;
    }
}
