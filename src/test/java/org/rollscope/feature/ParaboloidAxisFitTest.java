package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParaboloidAxisFitTest {
    private static final double TILE_MM = 30;
    private static final int TILE_COUNT = 8;
    private static final double FIRST_MM = -(TILE_COUNT - 1) / 2.0 * TILE_MM;

    /** Forces on the tiles, summed up in small steps along the row: the obvious version. */
    private static double[] forces(double centreMm, double halfAxisMm) {
        double[] forceN = new double[TILE_COUNT];
        int stepCount = 20_000;
        for (int stepIndex = 0; stepIndex < stepCount; stepIndex++) {
            double place = (stepIndex + 0.5) / stepCount * 2 - 1;
            double atMm = centreMm + place * halfAxisMm;
            int tileIndex = (int) Math.floor((atMm - FIRST_MM) / TILE_MM + 0.5);
            forceN[tileIndex] += 100.0 / stepCount * Math.pow(1 - place * place, 1.5);
        }
        return forceN;
    }

    /**
     * Exact forces must give the half axis back. The fixed-point iteration stops after eight steps, each of which leaves about
     * (1 - sensitivity) of the error: where the tiles tell well, nothing of it is left; where they tell badly, the error may
     * be 5 % over the sensitivity; the caller reckons with a standard error of 3 % over it.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0})
    void exactForcesGiveTheHalfAxisBack(double halfAxisTiles) {
        ParaboloidAxisFit fit = new ParaboloidAxisFit();
        double worstRatio = 0;
        int toldCount = 0;
        for (int placeIndex = 0; placeIndex < 40; placeIndex++) {
            double centreMm = (placeIndex / 40.0 - 0.5) * TILE_MM;
            double foundMm = fit.halfAxisMm(forces(centreMm, halfAxisTiles * TILE_MM), FIRST_MM, TILE_MM);
            double errorRatio = Math.abs(foundMm / (halfAxisTiles * TILE_MM) - 1);
            if (fit.sensitivityRatio() > 0.5) {
                toldCount++;
                worstRatio = Math.max(worstRatio, errorRatio);
            }
            assertTrue(
                    errorRatio < 0.05 / Math.max(0.02, fit.sensitivityRatio()),
                    "error " + errorRatio + " at " + centreMm + " with sensitivity " + fit.sensitivityRatio());
        }
        System.out.printf(
                "half axis %.1f tiles: worst error %.4f in %d of 40 places%n", halfAxisTiles, worstRatio, toldCount);
        assertTrue(toldCount >= 10, "told in " + toldCount);
        // Under one tile the contact often lies on two tiles alone, and told it is only where it just reaches a third.
        assertTrue(worstRatio < (halfAxisTiles < 1 ? 0.04 : 0.001), "worst " + worstRatio);
    }

    @Test
    void contactThatTwoTilesShareEvenlyCannotBeTold() {
        ParaboloidAxisFit fit = new ParaboloidAxisFit();
        fit.halfAxisMm(forces(0, 0.8 * TILE_MM), FIRST_MM, TILE_MM);
        // Not quite 0: the fit stops at one tile, and a probe of a tenth more just reaches into the next ones.
        assertEquals(0, fit.sensitivityRatio(), 0.12);
        fit.halfAxisMm(forces(0, 2.5 * TILE_MM), FIRST_MM, TILE_MM);
        assertTrue(fit.sensitivityRatio() > 0.8, "wide contacts are told well");
    }

    @Test
    void forceDoesNotMatter() {
        ParaboloidAxisFit fit = new ParaboloidAxisFit();
        double[] forceN = forces(7, 40);
        double expectedMm = fit.halfAxisMm(forceN, FIRST_MM, TILE_MM);
        for (int tileIndex = 0; tileIndex < TILE_COUNT; tileIndex++) {
            forceN[tileIndex] *= 17;
        }
        assertEquals(expectedMm, fit.halfAxisMm(forceN, FIRST_MM, TILE_MM), 1e-9);
    }

    @Test
    void halfAxisStaysWithinWhatTilesCanTell() {
        ParaboloidAxisFit fit = new ParaboloidAxisFit();
        double[] single = new double[TILE_COUNT];
        single[3] = 50;
        double smallestMm = fit.halfAxisMm(single, FIRST_MM, TILE_MM);
        assertTrue(smallestMm >= 0.35 * TILE_MM - 1e-9 && smallestMm <= TILE_MM, "was " + smallestMm);
        double[] ends = new double[TILE_COUNT];
        ends[0] = 50;
        ends[TILE_COUNT - 1] = 50;
        assertEquals(4 * TILE_MM, fit.halfAxisMm(ends, FIRST_MM, TILE_MM), 1e-9);
    }
}
