package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;
import org.rollscope.feature.RecordedFeatures;

class KinkSearchTest {
    private static final double LATEST_S = 1.5;

    private final StiffnessCourse course = new StiffnessCourse();
    private final KinkSearch shipped = new KinkSearch();
    private int lookedCount;
    private int kinkedCount;

    private void compare(String where) {
        SlowKinkSearch slow = new SlowKinkSearch(course, LATEST_S);
        assertEquals(slow.enough(), shipped.look(course, LATEST_S), where);
        if (!slow.enough()) {
            return;
        }
        lookedCount++;
        assertEquals(slow.strength(), shipped.strengthRatio(), 1e-6 * (1 + slow.strength()), where);
        assertEquals(slow.change(), shipped.changeRatio(), 1e-6, where);
        if (slow.strength() > 1e-3) {
            kinkedCount++;
            assertEquals(slow.onset(), shipped.onsetS(), 1e-6, where);
        }
    }

    @ParameterizedTest
    @CsvSource({"coached, 3, 90", "coached, 8, 90", "still, 2, 60", "fidgeter, 5, 60"})
    void findsWhatTwoLeastSquaresProblemsFromScratchFind(String scenario, long seed, int seconds) {
        boolean begun = false;
        double fromMm = 0;
        for (FeatureFrame frame : RecordedFeatures.of(scenario, seed, seconds)) {
            double atMm = frame.rollAngleRad() * FeatureFrames.RADIUS_MM;
            if (!begun || frame.contactForceN() < 30 || Math.abs(atMm - fromMm) > 40) {
                begun = frame.contactForceN() >= 30;
                fromMm = atMm;
                course.restart(frame.timeUs());
            } else if (course.accept(frame, atMm - fromMm, recovery(frame)) && course.count() % 5 == 0) {
                compare(scenario + " at " + frame.timeUs());
            }
        }
        assertTrue(lookedCount > 20 && kinkedCount > 10, lookedCount + " looks, " + kinkedCount + " kinks");
    }

    /** As after a spell of another load every twenty seconds, so that with and without one are compared. */
    private static double recovery(FeatureFrame frame) {
        double sinceS = frame.timeUs() / 1e6 % 20;
        return frame.timeUs() < 30_000_000 ? 0 : Math.exp(-sinceS / 4);
    }

    /** A course of passive tissue that relaxes, with a loss of a share from some moment on; noise on it. */
    private void make(double seconds, double lossRatio, double onsetS, double noiseRatio, boolean placeMoves) {
        Random random = new Random(4);
        course.restart(0);
        for (int index = 1; index <= seconds * 100; index++) {
            double atS = index / 100.0;
            double loss = atS > onsetS ? lossRatio * (1 - Math.exp(-(atS - onsetS) / 1.5)) : 0;
            double log = -0.03 * Math.log(atS + 0.1) + Math.log(1 - loss) + noiseRatio * random.nextGaussian();
            double forceN = 300 * (1 + 0.02 * Math.sin(atS));
            double axialMm = placeMoves ? 0.2 * Math.cos(atS / 4) : 0;
            FeatureFrame frame = FeatureFrames.pressed(index * 10_000L, 8 * Math.exp(log), forceN, axialMm);
            course.accept(frame, placeMoves ? 0.1 * Math.sin(atS / 3) : 0, 0);
        }
    }

    /** Place that never changes leaves nothing to explain by it. */
    @ParameterizedTest(name = "{0} s, loss {1}, place moves {2}")
    @CsvSource({"4, 0, true", "6.1, 0.1, true", "30, 0.1, false", "30, 0, false", "60, 0.2, true", "60, 0.2, false"})
    void agreesOnMadeCourses(double seconds, double lossRatio, boolean placeMoves) {
        make(seconds, lossRatio, seconds - 5, 0.01, placeMoves);
        compare("made course");
    }

    @Test
    void aLossIsFoundWhereItIsAndHowBigItIs() {
        make(30, 0.12, 25, 0.002, true);
        assertTrue(shipped.look(course, LATEST_S));
        assertEquals(25, shipped.onsetS(), 0.5);
        assertEquals(Math.log(1 - 0.12), shipped.changeRatio(), 0.02);
        assertTrue(shipped.strengthRatio() > 10, "strength " + shipped.strengthRatio());
    }

    @Test
    void passiveTissueAloneHasNoStrongKink() {
        make(30, 0, 25, 0.01, true);
        assertTrue(shipped.look(course, LATEST_S));
        assertTrue(shipped.strengthRatio() < 3, "strength " + shipped.strengthRatio());
    }

    @Test
    void aShortCourseSaysNothing() {
        make(5, 0.2, 3, 0.001, true);
        assertFalse(shipped.look(course, LATEST_S));
    }
}
