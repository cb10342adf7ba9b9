package org.rollscope.feature;

import java.util.Arrays;
import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;

/**
 * Parts the tiles into the limb's side and the floor's side by gravity, and measures the limb's contact.
 *
 * <p>The area is that of the ellipse whose half axes {@link ParaboloidAxisFit} finds around the roller and along it.
 *
 * <p><b>Source.</b> lobes within 70 degrees of up and down, domain study 9.1. <b>Threads.</b> One.
 */
final class ContactLobes {
    static final double LOBE_HALF_WIDTH_RAD = 70 * Math.PI / 180;
    /** Tiles below this carry only the converter's noise. */
    private static final double FELT_FROM_N = 0.15;

    /** Standard error of a half axis that small tiles would tell: pad calibrations of 6 to 8 %, averaged over tiles. */
    private static final double AXIS_ERROR_RATIO = 0.03;
    /** Usual radius of a limb, and the spread of the half axes' shape that limbs of 55 to 120 mm have. */
    private static final double USUAL_LIMB_RADIUS_MM = 80;

    private static final double SHAPE_ERROR_RATIO = 0.12;

    private final PadGeometry geometry;
    private final ParaboloidAxisFit fitAround = new ParaboloidAxisFit();
    private final ParaboloidAxisFit fitAlong = new ParaboloidAxisFit();
    private final double[] columnForceN;
    private final double[] rowForceN;
    private final double usualLogShapeRatio;
    private double limbForceN;
    private double floorForceN;
    private double limbPeakKpa;
    private double limbAreaMm2;

    ContactLobes(PadGeometry geometry) {
        this.geometry = geometry;
        columnForceN = new double[geometry.columnCount()];
        rowForceN = new double[geometry.rowCount()];
        usualLogShapeRatio = StrictMath.log(USUAL_LIMB_RADIUS_MM / geometry.radiusMm()) / 2;
    }

    /**
     * Measures one frame.
     *
     * @param padForceN force on each tile.
     * @param inferred which of them were not measured and make no peak.
     * @param upRad body angle that points up.
     */
    void measure(double[] padForceN, boolean[] inferred, double upRad) {
        limbForceN = 0;
        floorForceN = 0;
        double peakForceN = 0;
        double feltForceN = 0;
        Arrays.fill(columnForceN, 0);
        Arrays.fill(rowForceN, 0);
        int columnCount = geometry.columnCount();
        double columnRad = 2 * Math.PI / columnCount;
        // Columns are laid out from the one that lies opposite of up, so that the limb's are neighbours in the row.
        int firstColumnIndex = (int) Math.round(upRad / columnRad) - columnCount / 2;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double forceN = padForceN[padIndex];
            double fromUpRad = Turn.wrapRad(geometry.columnAngleRad(padIndex) - upRad, 2 * Math.PI);
            if (Math.abs(fromUpRad) <= LOBE_HALF_WIDTH_RAD) {
                limbForceN += forceN;
                peakForceN = inferred[padIndex] ? peakForceN : Math.max(peakForceN, forceN);
                if (forceN >= FELT_FROM_N) {
                    feltForceN += forceN;
                    int column = Math.floorMod(geometry.columnIndex(padIndex) - firstColumnIndex, columnCount);
                    columnForceN[column] += forceN;
                    rowForceN[geometry.rowIndex(padIndex)] += forceN;
                }
            } else if (Math.abs(fromUpRad) >= Math.PI - LOBE_HALF_WIDTH_RAD) {
                floorForceN += forceN;
            }
        }
        limbPeakKpa = peakForceN / geometry.tileAreaMm2() * 1000;
        limbAreaMm2 = feltForceN > 0 ? areaMm2() : 0;
    }

    /**
     * Area of the ellipse. Where the tiles cannot tell one half axis, the other one stands in for it by the shape that a limb
     * of usual thickness gives: least squares of both logarithms and of their difference, each with its standard error.
     */
    private double areaMm2() {
        double logAround = StrictMath.log(fitAround.halfAxisMm(columnForceN, 0, geometry.tileWidthMm()));
        double weightAround = weight(fitAround.sensitivityRatio());
        double logAlong = StrictMath.log(fitAlong.halfAxisMm(rowForceN, geometry.axialMm(0), geometry.tileLengthMm()));
        double weightAlong = weight(fitAlong.sensitivityRatio());
        double surplus = logAlong - logAround - usualLogShapeRatio;
        double weightShape = 1 / (SHAPE_ERROR_RATIO * SHAPE_ERROR_RATIO);
        double yield = surplus / (1 / weightShape + 1 / weightAround + 1 / weightAlong);
        return Math.PI * StrictMath.exp(logAround + yield / weightAround + logAlong - yield / weightAlong);
    }

    private static double weight(double sensitivityRatio) {
        double errorRatio = AXIS_ERROR_RATIO / Math.max(0.02, sensitivityRatio);
        return 1 / (errorRatio * errorRatio);
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
