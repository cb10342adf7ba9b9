package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rollscope.frame.PadGeometry;

class LimbSideTest {
    private static final PadGeometry GEOMETRY = PadGeometry.REFERENCE;
    private static final double UP_RAD = 0;

    private final LimbSide side = new LimbSide(GEOMETRY);

    /** Pads under a limb in one quarter and under a wall opposite of it, each with an error of its own. */
    private static double[] atWall(double limbRad, double limbShareOfMiddle, Random noise) {
        double[] padForceN = new double[GEOMETRY.padCount()];
        int limbColumn = column(limbRad);
        int wallColumn = column(limbRad + Math.PI);
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            int column = padIndex % GEOMETRY.columnCount();
            boolean middle = Math.abs(GEOMETRY.axialMm(padIndex)) < GEOMETRY.tileLengthMm();
            double limbN = middle ? 100 * limbShareOfMiddle : 100 * (1 - limbShareOfMiddle);
            double forceN = column == limbColumn ? limbN : column == wallColumn ? 50 : 0;
            padForceN[padIndex] = Math.max(0, forceN * (1 + 0.15 * noise.nextGaussian()));
        }
        return padForceN;
    }

    private static int column(double atRad) {
        double columnRad = 2 * Math.PI / GEOMETRY.columnCount();
        return Math.floorMod((int) Math.round(atRad / columnRad), GEOMETRY.columnCount());
    }

    @Test
    void atAWallTheSideThatIsGatheredIsTheLimbs() {
        for (double limbRad : new double[] {Math.PI / 2, -Math.PI / 2}) {
            LimbSide fresh = new LimbSide(GEOMETRY);
            Random noise = new Random(1);
            double found = Double.NaN;
            for (int frame = 0; frame < 300; frame++) {
                found = fresh.limbRad(atWall(limbRad, 0.8, noise), UP_RAD);
            }
            assertTrue(fresh.atWall());
            assertEquals(limbRad, found, 1e-9);
        }
    }

    /** A slight difference that noise turns over in every other frame: whichever side was found, it is not left again. */
    @Test
    void sidesDoNotChangePlacesWithinAContact() {
        Random noise = new Random(2);
        int changedCount = 0;
        double before = Double.NaN;
        for (int frame = 0; frame < 3000; frame++) {
            double found = side.limbRad(atWall(Math.PI / 2, 0.5, noise), UP_RAD);
            if (frame > 500 && found != before) {
                changedCount++;
            }
            before = found;
        }
        assertTrue(side.atWall());
        assertTrue(changedCount <= 2, "changed " + changedCount + " times");
    }

    /** Put down, turned end for end and pressed against the wall again: a second is enough to see it. */
    @Test
    void aNewContactIsLookedAtAnew() {
        Random noise = new Random(3);
        for (int frame = 0; frame < 3000; frame++) {
            side.limbRad(atWall(Math.PI / 2, 0.8, noise), UP_RAD);
        }
        side.limbRad(new double[GEOMETRY.padCount()], UP_RAD);
        double found = Double.NaN;
        for (int frame = 0; frame < 100; frame++) {
            found = side.limbRad(atWall(-Math.PI / 2, 0.8, noise), UP_RAD);
        }
        assertEquals(-Math.PI / 2, found, 1e-9);
    }
}
