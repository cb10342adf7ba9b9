package org.rollscope.feature;

import org.rollscope.frame.PadGeometry;

/**
 * Parts the tiles into the limb's side and the floor's side by gravity, and measures the limb's contact.
 *
 * <p>The area comes from the spread of the force: a contact whose pressure falls off as a paraboloid over an ellipse has
 * half axes of sqrt(6) times the standard deviation of the force along each direction; the spread that the tiles'
 * own size adds is taken off (Sheppard's correction, size^2 / 12).
 *
 * <p><b>Source.</b> lobes within 70 degrees of up and down, domain study 9.1; paraboloid, 10.3. <b>Threads.</b> One.
 */
final class ContactLobes {
    private static final double LOBE_HALF_WIDTH_RAD = 70 * Math.PI / 180;
    /** Tiles below this carry only the converter's noise. */
    private static final double FELT_FROM_N = 0.5;
    /** Variance of a paraboloid's force along a half axis, as a share of the half axis squared. */
    private static final double PARABOLOID_VARIANCE_RATIO = 1.0 / 6;
    /** Smallest half axis that tiles can tell, as a share of the tile. */
    private static final double SMALLEST_HALF_AXIS_RATIO = 0.35;

    private final PadGeometry geometry;
    private double limbForceN;
    private double floorForceN;
    private double limbPeakKpa;
    private double limbAreaMm2;

    ContactLobes(PadGeometry geometry) {
        this.geometry = geometry;
    }

    /**
     * Measures one frame.
     *
     * @param padForceN force on each tile.
     * @param upRad body angle that points up.
     */
    void measure(double[] padForceN, double upRad) {
        limbForceN = 0;
        floorForceN = 0;
        double feltForceN = 0;
        double peakForceN = 0;
        double sumAround = 0;
        double sumAround2 = 0;
        double sumAlong = 0;
        double sumAlong2 = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double forceN = padForceN[padIndex];
            double fromUpRad = Math.IEEEremainder(geometry.columnAngleRad(padIndex) - upRad, 2 * Math.PI);
            if (Math.abs(fromUpRad) <= LOBE_HALF_WIDTH_RAD) {
                limbForceN += forceN;
                peakForceN = Math.max(peakForceN, forceN);
                if (forceN >= FELT_FROM_N) {
                    double aroundMm = fromUpRad * geometry.radiusMm();
                    double alongMm = geometry.axialMm(padIndex);
                    feltForceN += forceN;
                    sumAround += forceN * aroundMm;
                    sumAround2 += forceN * aroundMm * aroundMm;
                    sumAlong += forceN * alongMm;
                    sumAlong2 += forceN * alongMm * alongMm;
                }
            } else if (Math.abs(fromUpRad) >= Math.PI - LOBE_HALF_WIDTH_RAD) {
                floorForceN += forceN;
            }
        }
        limbPeakKpa = peakForceN / geometry.tileAreaMm2() * 1000;
        limbAreaMm2 = feltForceN <= 0
                ? 0
                : Math.PI
                        * halfAxisMm(feltForceN, sumAround, sumAround2, geometry.tileWidthMm())
                        * halfAxisMm(feltForceN, sumAlong, sumAlong2, geometry.tileLengthMm());
    }

    private static double halfAxisMm(double forceN, double sum, double sum2, double tileMm) {
        double mean = sum / forceN;
        double varianceMm2 = sum2 / forceN - mean * mean - tileMm * tileMm / 12;
        double halfAxisMm = Math.sqrt(Math.max(0, varianceMm2) / PARABOLOID_VARIANCE_RATIO);
        return Math.max(halfAxisMm, SMALLEST_HALF_AXIS_RATIO * tileMm);
    }

    /** Force of the limb. */
    double limbForceN() {
        return limbForceN;
    }

    /** Force against the floor. */
    double floorForceN() {
        return floorForceN;
    }

    /** Highest pressure on one tile of the limb's side. */
    double limbPeakKpa() {
        return limbPeakKpa;
    }

    /** Area of the limb's contact, 0 without one. */
    double limbAreaMm2() {
        return limbAreaMm2;
    }
}
