package org.rollscope.simulation;

import java.util.List;

/**
 * The tissue along one limb, in slices of 5 mm: stiffer at tender spots, creeping under load, softer after a release.
 *
 * <p>Each slice is an elastic part and two Maxwell branches side by side. <b>Source.</b> domain study section 10.4 after Zheng
 * and Mak 1999. <b>Units.</b> Millimetres along the limb from its distal end. <b>Threads.</b> One.
 */
final class Tissue {
    static final double SLICE_MM = 5;
    /** Room beyond both ends of the segment. */
    private static final double MARGIN_MM = 80;
    /** Reach of a release around the middle of the contact. */
    private static final double RELEASE_REACH_MM = 25;
    /** Below this depth a slice has no memory worth keeping. */
    private static final double LEAST_DEPTH_MM = 0.05;
    /** Tissue that comes back more slowly than the roller leaves it never pulls. */
    private static final double LEAST_RATIO = 0.05;

    private final double[] stiffnessKpaPerMm;
    private final double[] thresholdRatio;
    private final double[] depthMm;
    private final double[] quickMm;
    private final double[] slowMm;
    private final double[] releasedRatio;
    private final double[] releaseTargetRatio;
    private final double quickRatio;
    private final double slowRatio;
    private final double quickKeepRatio;
    private final double slowKeepRatio;
    private double releaseKeepRatio = 1;

    /**
     * Grows the tissue of a person.
     *
     * @param person whose.
     */
    Tissue(Person person) {
        int sliceCount = (int) Math.ceil((person.segmentLengthMm() + 2 * MARGIN_MM) / SLICE_MM);
        stiffnessKpaPerMm = new double[sliceCount];
        thresholdRatio = new double[sliceCount];
        depthMm = new double[sliceCount];
        quickMm = new double[sliceCount];
        slowMm = new double[sliceCount];
        releasedRatio = new double[sliceCount];
        releaseTargetRatio = new double[sliceCount];
        quickRatio = person.relaxingRatio() * person.quickShareRatio();
        slowRatio = person.relaxingRatio() - quickRatio;
        quickKeepRatio = StrictMath.exp(-0.001 / person.quickS());
        slowKeepRatio = StrictMath.exp(-0.001 / person.slowS());
        for (int sliceIndex = 0; sliceIndex < sliceCount; sliceIndex++) {
            lay(sliceIndex, person.tissueStiffnessKpaPerMm(), person.spots());
        }
    }

    private void lay(int sliceIndex, double restKpaPerMm, List<LimbSpot> spots) {
        double stiffening = 1;
        double threshold = 1;
        for (LimbSpot spot : spots) {
            double distance = (placeMm(sliceIndex) - spot.placeMm()) / spot.spreadMm();
            double nearness = StrictMath.exp(-distance * distance / 2);
            stiffening += (spot.stiffnessRatio() - 1) * nearness;
            threshold += (spot.thresholdRatio() - 1) * nearness;
        }
        stiffnessKpaPerMm[sliceIndex] = restKpaPerMm * stiffening;
        thresholdRatio[sliceIndex] = Math.max(0.3, threshold);
    }

    private static double placeMm(int sliceIndex) {
        return (sliceIndex + 0.5) * SLICE_MM - MARGIN_MM;
    }

    /** The first slice that a contact may reach. */
    int firstIndex(double middleMm, double reachMm) {
        return Math.max(0, (int) Math.floor((middleMm - reachMm + MARGIN_MM) / SLICE_MM));
    }

    /** One past the last slice that a contact may reach. */
    int endIndex(double middleMm, double reachMm) {
        return Math.min(stiffnessKpaPerMm.length, (int) Math.ceil((middleMm + reachMm + MARGIN_MM) / SLICE_MM));
    }

    /** Middle of a slice, from a place on the limb. */
    double fromMm(int sliceIndex, double middleMm) {
        return placeMm(sliceIndex) - middleMm;
    }

    /** Stiffness of a slice now, for a calm muscle. */
    double stiffnessKpaPerMm(int sliceIndex) {
        double creptRatio = 1;
        if (depthMm[sliceIndex] > LEAST_DEPTH_MM) {
            double kept = 1 - quickRatio - slowRatio + (quickMm[sliceIndex] + slowMm[sliceIndex]) / depthMm[sliceIndex];
            creptRatio = Math.max(LEAST_RATIO, kept);
        }
        return stiffnessKpaPerMm[sliceIndex] * creptRatio * (1 - releasedRatio[sliceIndex]);
    }

    /** Pain threshold at a place as a share of the muscle's. */
    double thresholdRatio(double atMm) {
        int sliceIndex = (int) ((atMm + MARGIN_MM) / SLICE_MM);
        return thresholdRatio[Math.max(0, Math.min(thresholdRatio.length - 1, sliceIndex))];
    }

    /** Sets how deep a slice is pressed in this millisecond. */
    void press(int sliceIndex, double toMm) {
        double changeMm = toMm - depthMm[sliceIndex];
        depthMm[sliceIndex] = toMm;
        quickMm[sliceIndex] += quickRatio * changeMm;
        slowMm[sliceIndex] += slowRatio * changeMm;
    }

    /** Lets all slices relax for a millisecond. */
    void relax() {
        for (int sliceIndex = 0; sliceIndex < depthMm.length; sliceIndex++) {
            quickMm[sliceIndex] *= quickKeepRatio;
            slowMm[sliceIndex] *= slowKeepRatio;
            releasedRatio[sliceIndex] = releaseTargetRatio[sliceIndex] * (1 - releaseKeepRatio)
                    + releasedRatio[sliceIndex] * releaseKeepRatio;
        }
    }

    /** Whether the tissue at a place has let go already. */
    boolean released(double atMm) {
        int sliceIndex = (int) ((atMm + MARGIN_MM) / SLICE_MM);
        return releaseTargetRatio[Math.max(0, Math.min(releaseTargetRatio.length - 1, sliceIndex))] > 0;
    }

    /**
     * Begins to soften the tissue about a place, for the rest of the session.
     *
     * @param middleMm place on the limb.
     * @param depthRatio share of the stiffness that goes.
     * @param timeConstantS of the softening.
     */
    void release(double middleMm, double depthRatio, double timeConstantS) {
        releaseKeepRatio = StrictMath.exp(-0.001 / timeConstantS);
        int endIndex = endIndex(middleMm, 2 * RELEASE_REACH_MM);
        for (int sliceIndex = firstIndex(middleMm, 2 * RELEASE_REACH_MM); sliceIndex < endIndex; sliceIndex++) {
            double fromMm = Math.abs(fromMm(sliceIndex, middleMm));
            double reached = Math.max(0, Math.min(1, 2 - fromMm / RELEASE_REACH_MM));
            releaseTargetRatio[sliceIndex] = Math.max(releaseTargetRatio[sliceIndex], depthRatio * reached);
        }
    }
}
