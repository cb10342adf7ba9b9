package org.rollscope.simulation;

import org.rollscope.frame.PadGeometry;

/**
 * The contact of a limb and a roller: how deep a force presses, and which tile bears how much of it.
 *
 * <p>Winkler contact of crossed cylinders, p = k * (d0 - x^2 / 2 Rr - y^2 / 2 Rl), with a stiffness k that differs from slice to
 * slice: tissue and foam in series, both creeping. The depth is solved so that the pressure sums to the force. <b>Source.</b>
 * domain study sections 10.3 to 10.5. <b>Units.</b> Newton, millimetre, kilopascal per millimetre. <b>Threads.</b> One.
 */
final class LimbContact {
    private static final int FOAM_SECTOR_COUNT = 36;
    private static final double LEAST_FORCE_N = 0.01;
    private static final double SOLVED_RATIO = 1e-9;
    private static final int MOST_ROUND_COUNT = 60;

    private final PadGeometry geometry;
    private final Tissue tissue;
    private final double foamStiffnessKpaPerMm;
    private final double limbRadiusMm;
    private final double foamCreepRatio;
    private final double foamKeepRatio;
    private final double[] foamMm = new double[FOAM_SECTOR_COUNT];
    private final double[] foamMemoryMm = new double[FOAM_SECTOR_COUNT];
    private final double[] foamPressedMm = new double[FOAM_SECTOR_COUNT];
    private final double[] sliceKpaPerMm;
    private final double[] rowEdgeMm;
    private double depthMm;
    private double peakKpa;

    /**
     * Lays a limb on a roller.
     *
     * @param geometry tiles.
     * @param tissue of the limb.
     * @param limbRadiusMm of the limb.
     * @param foamStiffnessKpaPerMm of sleeve and core.
     * @param foamCreepRatio share of that stiffness which creeps away.
     * @param foamS time constant of the creep.
     */
    LimbContact(
            PadGeometry geometry,
            Tissue tissue,
            double limbRadiusMm,
            double foamStiffnessKpaPerMm,
            double foamCreepRatio,
            double foamS) {
        this.geometry = geometry;
        this.tissue = tissue;
        this.limbRadiusMm = limbRadiusMm;
        this.foamStiffnessKpaPerMm = foamStiffnessKpaPerMm;
        this.foamCreepRatio = foamCreepRatio;
        foamKeepRatio = StrictMath.exp(-0.001 / foamS);
        sliceKpaPerMm = new double[tissue.endIndex(1e9, 0)];
        rowEdgeMm = new double[geometry.rowCount() + 1];
    }

    /**
     * Presses for one millisecond.
     *
     * @param forceN whole force, 0 or more.
     * @param placeMm middle of the contact on the limb.
     * @param stiffeningRatio factor that muscle activation has on the tissue.
     * @param centreRad body angle of the contact's middle.
     */
    void press(double forceN, double placeMm, double stiffeningRatio, double centreRad) {
        double reachMm = Math.sqrt(2 * geometry.radiusMm() * 30);
        int firstIndex = tissue.firstIndex(placeMm, reachMm);
        int endIndex = tissue.endIndex(placeMm, reachMm);
        for (int sliceIndex = firstIndex; sliceIndex < endIndex; sliceIndex++) {
            double foam = foamStiffnessKpaPerMm(sectorAt(centreRad, tissue.fromMm(sliceIndex, placeMm)));
            double limb = tissue.stiffnessKpaPerMm(sliceIndex) * stiffeningRatio;
            sliceKpaPerMm[sliceIndex] = 1 / (1 / limb + 1 / foam);
        }
        solve(forceN, placeMm, firstIndex, endIndex);
        remember(placeMm, stiffeningRatio, centreRad, firstIndex, endIndex);
    }

    /** Newton's rule on the force over depth, which is convex: from above it never goes astray. */
    private void solve(double forceN, double placeMm, int firstIndex, int endIndex) {
        if (forceN < LEAST_FORCE_N) {
            depthMm = 0;
            return;
        }
        double sliceFactor = Tissue.SLICE_MM * Math.sqrt(2 * limbRadiusMm) / 1000;
        depthMm = Math.max(depthMm, 0.5);
        for (int roundIndex = 0; roundIndex < MOST_ROUND_COUNT; roundIndex++) {
            double sumN = 0;
            double slopeNPerMm = 0;
            for (int sliceIndex = firstIndex; sliceIndex < endIndex; sliceIndex++) {
                double leftMm = leftMm(tissue.fromMm(sliceIndex, placeMm));
                if (leftMm > 0) {
                    double weight = sliceKpaPerMm[sliceIndex] * sliceFactor * Math.sqrt(leftMm);
                    sumN += weight * leftMm * 4 / 3;
                    slopeNPerMm += weight * 2;
                }
            }
            double missingN = forceN - sumN;
            if (Math.abs(missingN) < SOLVED_RATIO * forceN) {
                return;
            }
            depthMm = slopeNPerMm > 0 ? Math.max(depthMm / 4, depthMm + missingN / slopeNPerMm) : depthMm * 2;
        }
    }

    private double leftMm(double fromMm) {
        return depthMm - fromMm * fromMm / (2 * geometry.radiusMm());
    }

    /** Tells tissue and foam how deep they are pressed, so that they creep. */
    private void remember(double placeMm, double stiffeningRatio, double centreRad, int firstIndex, int endIndex) {
        peakKpa = 0;
        java.util.Arrays.fill(foamPressedMm, 0);
        for (int sliceIndex = firstIndex; sliceIndex < endIndex; sliceIndex++) {
            double fromMm = tissue.fromMm(sliceIndex, placeMm);
            double pressureKpa = sliceKpaPerMm[sliceIndex] * Math.max(0, leftMm(fromMm));
            peakKpa = Math.max(peakKpa, pressureKpa);
            int sectorIndex = sectorAt(centreRad, fromMm);
            double foamDepthMm = pressureKpa / foamStiffnessKpaPerMm(sectorIndex);
            foamPressedMm[sectorIndex] = Math.max(foamPressedMm[sectorIndex], foamDepthMm);
            tissue.press(sliceIndex, pressureKpa / (tissue.stiffnessKpaPerMm(sliceIndex) * stiffeningRatio));
        }
        tissue.relax();
        for (int sectorIndex = 0; sectorIndex < FOAM_SECTOR_COUNT; sectorIndex++) {
            foamMemoryMm[sectorIndex] += foamCreepRatio * (foamPressedMm[sectorIndex] - foamMm[sectorIndex]);
            foamMm[sectorIndex] = foamPressedMm[sectorIndex];
            foamMemoryMm[sectorIndex] *= foamKeepRatio;
        }
    }

    private double foamStiffnessKpaPerMm(int sectorIndex) {
        if (foamMm[sectorIndex] < 0.02) {
            return foamStiffnessKpaPerMm;
        }
        double kept = 1 - foamCreepRatio + foamMemoryMm[sectorIndex] / foamMm[sectorIndex];
        return foamStiffnessKpaPerMm * Math.max(0.5, Math.min(1, kept));
    }

    private int sectorAt(double centreRad, double fromMm) {
        double angleRad = centreRad + fromMm / geometry.radiusMm();
        return Math.floorMod((int) Math.floor(angleRad / (2 * Math.PI) * FOAM_SECTOR_COUNT), FOAM_SECTOR_COUNT);
    }

    /**
     * Adds the limb's contact to the tiles; what lies beyond the tiles' band is felt by nobody.
     *
     * @param placeMm middle of the contact on the limb.
     * @param centreRad body angle of the contact's middle.
     * @param axialMm place of the middle along the axis.
     * @param padForceN is added to.
     */
    void share(double placeMm, double centreRad, double axialMm, double[] padForceN) {
        if (depthMm <= 0) {
            return;
        }
        double halfMm = Math.sqrt(2 * geometry.radiusMm() * depthMm);
        double columnMm = 2 * Math.PI * geometry.radiusMm() / geometry.columnCount();
        int endIndex = tissue.endIndex(placeMm, halfMm);
        for (int sliceIndex = tissue.firstIndex(placeMm, halfMm); sliceIndex < endIndex; sliceIndex++) {
            double fromMm = tissue.fromMm(sliceIndex, placeMm);
            double leftMm = leftMm(fromMm);
            if (leftMm <= 0) {
                continue;
            }
            double startColumns = (centreRad * geometry.radiusMm() + fromMm - Tissue.SLICE_MM / 2) / columnMm + 0.5;
            int column = (int) Math.floor(startColumns);
            double insideRatio = Math.min(1, (column + 1 - startColumns) * columnMm / Tissue.SLICE_MM);
            double weight = sliceKpaPerMm[sliceIndex] * Tissue.SLICE_MM / 1000;
            shareRows(weight * insideRatio, leftMm, axialMm, Math.floorMod(column, geometry.columnCount()), padForceN);
            if (insideRatio < 1) {
                int nextColumn = Math.floorMod(column + 1, geometry.columnCount());
                shareRows(weight * (1 - insideRatio), leftMm, axialMm, nextColumn, padForceN);
            }
        }
    }

    /** Hears of one slice of a contact. */
    interface Slices {
        /**
         * A slice.
         *
         * @param fromMm its middle, along the limb from the contact's middle.
         * @param kpaPerMm its stiffness, tool and limb together.
         * @param leftMm its depth at the deepest, over 0.
         */
        void slice(double fromMm, double kpaPerMm, double leftMm);
    }

    /** Tells every slice of the contact, for who shares it out otherwise than to rows and columns. */
    void slices(double placeMm, Slices slices) {
        if (depthMm <= 0) {
            return;
        }
        double halfMm = Math.sqrt(2 * geometry.radiusMm() * depthMm);
        int endIndex = tissue.endIndex(placeMm, halfMm);
        for (int sliceIndex = tissue.firstIndex(placeMm, halfMm); sliceIndex < endIndex; sliceIndex++) {
            double fromMm = tissue.fromMm(sliceIndex, placeMm);
            double leftMm = leftMm(fromMm);
            if (leftMm > 0) {
                slices.slice(fromMm, sliceKpaPerMm[sliceIndex], leftMm);
            }
        }
    }

    private void shareRows(double sliceNPerMm2, double leftMm, double axialMm, int columnIndex, double[] padForceN) {
        double halfMm = Math.sqrt(2 * limbRadiusMm * leftMm);
        for (int edge = 0; edge < rowEdgeMm.length; edge++) {
            double edgeMm = (edge - geometry.rowCount() / 2.0) * geometry.tileLengthMm() - axialMm;
            double atMm = Math.max(-halfMm, Math.min(halfMm, edgeMm));
            rowEdgeMm[edge] = atMm * (leftMm - atMm * atMm / (6 * limbRadiusMm));
        }
        for (int row = 0; row < geometry.rowCount(); row++) {
            padForceN[row * geometry.columnCount() + columnIndex] +=
                    sliceNPerMm2 * (rowEdgeMm[row + 1] - rowEdgeMm[row]);
        }
    }

    /** Depth at the middle of the contact. */
    double depthMm() {
        return depthMm;
    }

    /** Highest pressure. */
    double peakKpa() {
        return peakKpa;
    }

    /** Area of the contact: an ellipse. */
    double areaMm2() {
        return 2 * Math.PI * depthMm * Math.sqrt(geometry.radiusMm() * limbRadiusMm);
    }
}
