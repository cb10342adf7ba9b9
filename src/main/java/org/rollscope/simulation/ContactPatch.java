package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * Shares the force of one contact out among the tiles that it covers.
 *
 * <p>The limb's side is the Winkler contact of crossed cylinders, p = k * (d0 - x^2 / 2 Rr - y^2 / 2 Rl); the floor's side
 * is a line contact along the whole tile band. <b>Source.</b> domain study sections 10.3 and 10.5. <b>Units.</b> Newton,
 * millimetre, kilopascal per millimetre. <b>Threads.</b> One.
 */
final class ContactPatch {
    /** Points per tile and direction at which the pressure is taken. */
    private static final int TILE_POINT_COUNT = 6;

    private final PadGeometry geometry;
    private final double[] indentationMm;

    /**
     * Prepares a contact on a roller.
     *
     * @param geometry tiles.
     */
    ContactPatch(PadGeometry geometry) {
        this.geometry = geometry;
        this.indentationMm = new double[geometry.padCount()];
    }

    /** Depth of a limb's contact under a force. */
    static double depthMm(double forceN, double stiffnessKpaPerMm, double rollerRadiusMm, double limbRadiusMm) {
        double meanRadiusMm = Math.sqrt(rollerRadiusMm * limbRadiusMm);
        return Math.sqrt(forceN * 1000 / (Math.PI * stiffnessKpaPerMm * meanRadiusMm));
    }

    /** Force that presses a limb's contact to a mean pressure; the inverse of {@link #depthMm} with p = k * d0 / 2. */
    static double forceN(double meanPressureKpa, double stiffnessKpaPerMm, double rollerRadiusMm, double limbRadiusMm) {
        double depthMm = 2 * meanPressureKpa / stiffnessKpaPerMm;
        double areaMm2 = 2 * Math.PI * depthMm * Math.sqrt(rollerRadiusMm * limbRadiusMm);
        return meanPressureKpa * areaMm2 / 1000;
    }

    /**
     * Adds the limb's contact to the tiles.
     *
     * @param forceN whole force, 0 or more.
     * @param depthMm from {@link #depthMm}.
     * @param limbRadiusMm of the limb.
     * @param centreRad body angle of the contact's middle.
     * @param axialMm place of the middle along the axis.
     * @param padForceN is added to.
     */
    void addLimb(
            double forceN, double depthMm, double limbRadiusMm, double centreRad, double axialMm, double[] padForceN) {
        if (forceN <= 0) {
            return;
        }
        double curveAroundPerMm = 1 / (2 * geometry.radiusMm());
        double curveAlongPerMm = 1 / (2 * limbRadiusMm);
        double reachAroundMm = Math.sqrt(depthMm / curveAroundPerMm);
        double reachAlongMm = Math.sqrt(depthMm / curveAlongPerMm);
        double sum = 0;
        for (int padIndex = 0; padIndex < indentationMm.length; padIndex++) {
            double aroundMm = aroundMm(padIndex, centreRad);
            double alongMm = geometry.axialMm(padIndex) - axialMm;
            boolean reached = Math.abs(aroundMm) < reachAroundMm + geometry.tileWidthMm() / 2
                    && Math.abs(alongMm) < reachAlongMm + geometry.tileLengthMm() / 2;
            indentationMm[padIndex] =
                    reached ? indentation(aroundMm, alongMm, depthMm, curveAroundPerMm, curveAlongPerMm) : 0;
            sum += indentationMm[padIndex];
        }
        share(forceN, sum, padForceN);
    }

    /**
     * Adds the floor's contact to the tiles.
     *
     * @param forceN whole force, 0 or more.
     * @param stiffnessKpaPerMm of foam against floor.
     * @param centreRad body angle that points down.
     * @param axialMm place of the force's middle along the axis.
     * @param padForceN is added to.
     */
    void addFloor(double forceN, double stiffnessKpaPerMm, double centreRad, double axialMm, double[] padForceN) {
        if (forceN <= 0) {
            return;
        }
        double bandMm = geometry.rowCount() * geometry.tileLengthMm();
        // Line contact: F = integral of k (d - x^2 / 2R) over the band, so d^1.5 = 3 F / (4 k L sqrt(2 R)).
        double depthMm = StrictMath.pow(
                3 * forceN * 1000 / (4 * stiffnessKpaPerMm * bandMm * Math.sqrt(2 * geometry.radiusMm())), 2.0 / 3);
        double curveAroundPerMm = 1 / (2 * geometry.radiusMm());
        double reachAroundMm = Math.sqrt(depthMm / curveAroundPerMm);
        double tiltPerMm = 12 * axialMm / (bandMm * bandMm);
        double sum = 0;
        for (int padIndex = 0; padIndex < indentationMm.length; padIndex++) {
            double aroundMm = aroundMm(padIndex, centreRad);
            boolean reached = Math.abs(aroundMm) < reachAroundMm + geometry.tileWidthMm() / 2;
            double tilt = Math.max(0, 1 + tiltPerMm * geometry.axialMm(padIndex));
            indentationMm[padIndex] = reached ? tilt * indentation(aroundMm, 0, depthMm, curveAroundPerMm, 0) : 0;
            sum += indentationMm[padIndex];
        }
        share(forceN, sum, padForceN);
    }

    private double aroundMm(int padIndex, double centreRad) {
        return Math.IEEEremainder(geometry.columnAngleRad(padIndex) - centreRad, 2 * Math.PI) * geometry.radiusMm();
    }

    private double indentation(
            double aroundMm, double alongMm, double depthMm, double curveAroundPerMm, double curveAlongPerMm) {
        double sum = 0;
        for (int aroundIndex = 0; aroundIndex < TILE_POINT_COUNT; aroundIndex++) {
            double xMm = aroundMm + ((aroundIndex + 0.5) / TILE_POINT_COUNT - 0.5) * geometry.tileWidthMm();
            double leftMm = depthMm - xMm * xMm * curveAroundPerMm;
            if (leftMm > 0) {
                for (int alongIndex = 0; alongIndex < TILE_POINT_COUNT; alongIndex++) {
                    double yMm = alongMm + ((alongIndex + 0.5) / TILE_POINT_COUNT - 0.5) * geometry.tileLengthMm();
                    sum += Math.max(0, leftMm - yMm * yMm * curveAlongPerMm);
                }
            }
        }
        return sum;
    }

    private void share(double forceN, double sumMm, double[] padForceN) {
        if (sumMm > 0) {
            for (int padIndex = 0; padIndex < indentationMm.length; padIndex++) {
                padForceN[padIndex] += forceN * indentationMm[padIndex] / sumMm;
            }
        }
    }
}
