package org.rollscope.feature;

import org.rollscope.dsp.Turn;
import org.rollscope.frame.PadGeometry;

/**
 * Parts the tiles into the limb's side and the side that the roller stands on, and measures the limb's contact.
 *
 * <p>Which side is which tells {@link LimbSide}. The area is that of the ellipse that {@link ContactFit} finds.
 *
 * <p><b>Source.</b> lobes within 70 degrees of up and down, domain study 9.1. <b>Threads.</b> One.
 */
final class ContactLobes {
    static final double LOBE_HALF_WIDTH_RAD = 70 * Math.PI / 180;
    /** Below this force a contact has no shape that tiles could tell. */
    private static final double FIT_FROM_N = 4;

    private final PadGeometry geometry;
    private final double[] padRad;
    private final ContactFit fit;
    private double limbForceN;
    private double floorForceN;
    private double limbPeakKpa;
    private double limbAreaMm2;

    ContactLobes(PadGeometry geometry) {
        this.geometry = geometry;
        fit = new ContactFit(geometry, UsualLimb.ON_ROLLER);
        padRad = geometry.padAnglesRad();
    }

    /**
     * Measures one frame.
     *
     * @param padForceN force on each tile.
     * @param inferred which of them were not measured and make no peak.
     * @param limbRad body angle at which the limb lies.
     */
    void measure(double[] padForceN, boolean[] inferred, double limbRad) {
        limbForceN = 0;
        floorForceN = 0;
        double peakForceN = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            double forceN = padForceN[padIndex];
            double fromLimbRad = Turn.wrapRad(padRad[padIndex] - limbRad, 2 * Math.PI);
            if (Math.abs(fromLimbRad) <= LOBE_HALF_WIDTH_RAD) {
                limbForceN += forceN;
                peakForceN = inferred[padIndex] ? peakForceN : Math.max(peakForceN, forceN);
            } else if (Math.abs(fromLimbRad) >= Math.PI - LOBE_HALF_WIDTH_RAD) {
                floorForceN += forceN;
            }
        }
        limbPeakKpa = peakForceN / geometry.tileAreaMm2() * 1000;
        if (limbForceN < FIT_FROM_N) {
            fit.restart();
            limbAreaMm2 = 0;
            return;
        }
        fit.accept(padForceN, inferred, limbRad, limbForceN);
        limbAreaMm2 = fit.areaMm2();
    }

    /** Force of the limb. */
    double limbForceN() {
        return limbForceN;
    }

    /** Force against what the roller stands on. */
    double floorForceN() {
        return floorForceN;
    }

    /** Highest pressure on one tile of the limb's side. */
    double limbPeakKpa() {
        return limbPeakKpa;
    }

    /** Middle of the limb's contact along the roller, 0 without one. */
    double limbAxialMm() {
        return limbAreaMm2 > 0 ? fit.axialMm() : 0;
    }

    /** Area of the limb's contact, 0 without one. */
    double limbAreaMm2() {
        return limbAreaMm2;
    }
}
