package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * The contact of the roller with a floor or a wall: a line along the whole band of tiles.
 *
 * <p><b>Source.</b> domain study section 10.3. <b>Threads.</b> One.
 */
final class FlatContact {
    private final PadGeometry geometry;
    private final double stiffnessKpaPerMm;

    /**
     * Prepares the contact.
     *
     * @param geometry tiles.
     * @param stiffnessKpaPerMm of sleeve and core against the flat.
     */
    FlatContact(PadGeometry geometry, double stiffnessKpaPerMm) {
        this.geometry = geometry;
        this.stiffnessKpaPerMm = stiffnessKpaPerMm;
    }

    /**
     * Adds the contact to the tiles.
     *
     * @param forceN whole force, 0 or more.
     * @param centreRad body angle that points at the flat.
     * @param axialMm place of the force's middle along the axis.
     * @param padForceN is added to.
     */
    void share(double forceN, double centreRad, double axialMm, double[] padForceN) {
        if (forceN <= 0) {
            return;
        }
        double bandMm = geometry.rowCount() * geometry.tileLengthMm();
        double radiusMm = geometry.radiusMm();
        // F = integral of k (d - x^2 / 2R) over the band, so d^1.5 = 3 F / (4 k L sqrt(2 R)).
        double depthMm =
                StrictMath.pow(3 * forceN * 1000 / (4 * stiffnessKpaPerMm * bandMm * Math.sqrt(2 * radiusMm)), 2.0 / 3);
        double halfMm = Math.sqrt(2 * radiusMm * depthMm);
        double wholeMm2 = 4 * halfMm * depthMm / 3;
        double columnMm = 2 * Math.PI * radiusMm / geometry.columnCount();
        double tiltPerMm = 12 * axialMm / (bandMm * bandMm);
        double centreColumns = centreRad * radiusMm / columnMm;
        int firstColumn = (int) Math.floor(centreColumns - halfMm / columnMm + 0.5);
        int lastColumn = (int) Math.floor(centreColumns + halfMm / columnMm + 0.5);
        for (int column = firstColumn; column <= lastColumn; column++) {
            double fromMm = (column - 0.5 - centreColumns) * columnMm;
            double partMm2 = upTo(fromMm + columnMm, depthMm, halfMm) - upTo(fromMm, depthMm, halfMm);
            for (int row = 0; row < geometry.rowCount(); row++) {
                int padIndex = row * geometry.columnCount() + Math.floorMod(column, geometry.columnCount());
                double tilt = (1 + tiltPerMm * geometry.axialMm(padIndex)) / geometry.rowCount();
                padForceN[padIndex] += Math.max(0, forceN * partMm2 / wholeMm2 * tilt);
            }
        }
    }

    private double upTo(double toMm, double depthMm, double halfMm) {
        double atMm = Math.max(-halfMm, Math.min(halfMm, toMm));
        return atMm * (depthMm - atMm * atMm / (6 * geometry.radiusMm()));
    }
}
