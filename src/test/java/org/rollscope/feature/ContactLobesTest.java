package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.PadGeometry;

class ContactLobesTest {
    private static final PadGeometry GEOMETRY = PadGeometry.REFERENCE;

    /** A paraboloid of pressure over an ellipse, summed up point by point: the obvious version. */
    private static void addPatch(
            double[] padForceN, double forceN, double aroundMm, double alongMm, double centreRad, double axialMm) {
        int stepCount = 300;
        double sum = 0;
        double[] share = new double[padForceN.length];
        double columnMm = 2 * Math.PI * GEOMETRY.radiusMm() / GEOMETRY.columnCount();
        for (int xIndex = 0; xIndex < stepCount; xIndex++) {
            double x = (xIndex + 0.5) / stepCount * 2 - 1;
            for (int yIndex = 0; yIndex < stepCount; yIndex++) {
                double y = (yIndex + 0.5) / stepCount * 2 - 1;
                double pressure = Math.max(0, 1 - x * x - y * y);
                double angleMm = centreRad * GEOMETRY.radiusMm() + x * aroundMm;
                int column = Math.floorMod((int) Math.round(angleMm / columnMm), GEOMETRY.columnCount());
                double z = axialMm + y * alongMm;
                int row = (int) Math.floor(z / GEOMETRY.tileLengthMm() + GEOMETRY.rowCount() / 2.0);
                if (row >= 0 && row < GEOMETRY.rowCount()) {
                    share[row * GEOMETRY.columnCount() + column] += pressure;
                }
                sum += pressure;
            }
        }
        for (int padIndex = 0; padIndex < share.length; padIndex++) {
            padForceN[padIndex] += forceN * share[padIndex] / sum;
        }
    }

    /**
     * The half axes of thighs (72 to 88 mm) at depths of 6 to 13 mm, about 80 to 320 N. Pressure is to be right within 15 % for
     * 95 % of the time (domain study 9.7), of which the area may take 10 %. Where two tiles share a small contact evenly in
     * both directions the area leans on the shape of a usual limb alone: there a single frame may be off by a quarter.
     */
    @Test
    void areaOfAnExactContactIsFoundAtEveryPlace() {
        ContactLobes lobes = new ContactLobes(GEOMETRY);
        List<Double> errors = new ArrayList<>();
        double sumRatio = 0;
        for (double limbRadiusMm : new double[] {72, 80, 88}) {
            for (double depthMm : new double[] {6, 9, 13}) {
                double aroundMm = Math.sqrt(2 * GEOMETRY.radiusMm() * depthMm);
                double alongMm = Math.sqrt(2 * limbRadiusMm * depthMm);
                double forceN = Math.PI * 8 * depthMm * depthMm * Math.sqrt(GEOMETRY.radiusMm() * limbRadiusMm) / 1000;
                for (int placeIndex = 0; placeIndex < 24; placeIndex++) {
                    double upRad = -3 + placeIndex * 0.25;
                    double axialMm = -15 + placeIndex * 7 % 31;
                    double[] padForceN = new double[GEOMETRY.padCount()];
                    addPatch(padForceN, forceN, aroundMm, alongMm, upRad + 0.05, axialMm);
                    // The limb comes anew to each place, and the fit takes one step a frame.
                    lobes.measure(new double[padForceN.length], new boolean[padForceN.length], upRad);
                    for (int frameIndex = 0; frameIndex < 20; frameIndex++) {
                        lobes.measure(padForceN, new boolean[padForceN.length], upRad);
                    }
                    double ratio = lobes.limbAreaMm2() / (Math.PI * aroundMm * alongMm) - 1;
                    errors.add(Math.abs(ratio));
                    sumRatio += ratio;
                    assertEquals(1, lobes.limbForceN() / forceN, 0.002);
                    assertEquals(0, lobes.floorForceN(), 1e-9);
                }
            }
        }
        errors.sort(null);
        double usualRatio = errors.get(errors.size() * 95 / 100);
        double worstRatio = errors.get(errors.size() - 1);
        System.out.printf(
                "area of %d exact contacts: 95 %% within %.3f, worst %.3f, mean %.4f%n",
                errors.size(), usualRatio, worstRatio, sumRatio / errors.size());
        assertTrue(usualRatio < 0.10, "95 % within " + usualRatio);
        assertTrue(worstRatio < 0.25, "worst " + worstRatio);
        assertEquals(0, sumRatio / errors.size(), 0.02);
    }

    @Test
    void limbIsWhatLooksUpAndFloorWhatLooksDown() {
        ContactLobes lobes = new ContactLobes(GEOMETRY);
        double[] padForceN = new double[GEOMETRY.padCount()];
        java.util.Arrays.fill(padForceN, 1);
        lobes.measure(padForceN, new boolean[padForceN.length], 0.02);
        // Columns every 30 degrees: within 70 degrees lie five of them, times four rows.
        assertEquals(20, lobes.limbForceN(), 1e-12);
        assertEquals(20, lobes.floorForceN(), 1e-12);
    }

    @Test
    void peakIsTheHardestTileOfTheLimbOnly() {
        ContactLobes lobes = new ContactLobes(GEOMETRY);
        double[] padForceN = new double[GEOMETRY.padCount()];
        padForceN[12 + 3] = 51;
        padForceN[12 + 9] = 400;
        lobes.measure(padForceN, new boolean[padForceN.length], Math.PI / 2);
        assertEquals(51 / 1020.0 * 1000, lobes.limbPeakKpa(), 1e-9);
    }

    @Test
    void converterNoiseHasNoArea() {
        ContactLobes lobes = new ContactLobes(GEOMETRY);
        double[] padForceN = new double[GEOMETRY.padCount()];
        java.util.Arrays.fill(padForceN, 0.1);
        lobes.measure(padForceN, new boolean[padForceN.length], 1);
        assertEquals(0, lobes.limbAreaMm2());
    }
}
