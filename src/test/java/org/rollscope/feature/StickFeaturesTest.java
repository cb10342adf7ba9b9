package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;

class StickFeaturesTest {
    private static final PadGeometry STICK = PadGeometry.STICK;
    private static final double RADIUS_MM = STICK.radiusMm();
    private static final double LIMB_RADIUS_MM = 80;
    private static final double DEPTH_MM = 10;
    private static final double STIFFNESS_KPA_PER_MM = 10;

    private final ToolFeatures features = ToolFeatures.of(
            new FeatureSettings(4, 20, 150, 500, 200, 250, 65, RollerHardness.FIRM, 5.5, 1), STICK, 100);
    private final CalibratedFrame frame = new CalibratedFrame(STICK.padCount());
    private long sequence;

    /** A second of the same frame, so that every filter has come to rest. */
    private FeatureFrame rest(double[] padForceN, double turnRadPerS, int leftOutIndex) {
        FeatureFrame last = features.nothing();
        for (int index = 0; index < 100; index++) {
            frame.begin(sequence, sequence * 10_000, Quality.GOOD_FLAGS);
            sequence++;
            for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
                int flags = padIndex == leftOutIndex ? Quality.PAD_UNCALIBRATED_FLAGS : Quality.GOOD_FLAGS;
                frame.setPad(padIndex, padForceN[padIndex], padForceN[padIndex] / STICK.tileAreaMm2() * 1000, flags);
            }
            double[] gyro = frame.gyroRadPerS();
            gyro[0] = turnRadPerS;
            last = features.extract(frame);
        }
        return last;
    }

    /** Winkler's contact of two crossed cylinders, summed over tiles in steps of half a millimetre. */
    private static double[] contactN(double towardRad, double alongMm) {
        return contactN(DEPTH_MM, LIMB_RADIUS_MM, towardRad, alongMm);
    }

    private static double[] contactN(double depthMm, double limbRadiusMm, double towardRad, double alongMm) {
        double[] padForceN = new double[STICK.padCount()];
        double stepMm = 0.5;
        for (double aroundMm = -30; aroundMm < 30; aroundMm += stepMm) {
            for (double axialMm = -60; axialMm < 60; axialMm += stepMm) {
                double fromMm = axialMm + stepMm / 2 - alongMm;
                double leftMm = depthMm
                        - (aroundMm + stepMm / 2) * (aroundMm + stepMm / 2) / (2 * RADIUS_MM)
                        - fromMm * fromMm / (2 * limbRadiusMm);
                if (leftMm > 0) {
                    double bodyRad = towardRad + (aroundMm + stepMm / 2) / RADIUS_MM;
                    int column = Math.floorMod((int) Math.round(bodyRad / (Math.PI / 4)), 8);
                    int row = (int) Math.floor((axialMm + 60) / 30);
                    padForceN[row * 8 + column] += STIFFNESS_KPA_PER_MM * leftMm * stepMm * stepMm / 1000;
                }
            }
        }
        return padForceN;
    }

    @Test
    void forceAndAreaOfALimbFromWhateverSide() {
        double areaMm2 = 2 * Math.PI * DEPTH_MM * Math.sqrt(RADIUS_MM * LIMB_RADIUS_MM);
        double skinN = STIFFNESS_KPA_PER_MM * DEPTH_MM / 2 * areaMm2 / 1000;
        double alongLineN = skinN * (1 - DEPTH_MM / (6 * RADIUS_MM));
        for (double towardRad : new double[] {0, 0.2, 0.39, 2.0, 4.5}) {
            FeatureFrame found = rest(contactN(towardRad, 8), 0, -1);
            assertEquals(alongLineN, found.contactForceN(), 0.05 * alongLineN, "towards " + towardRad);
            assertEquals(areaMm2, found.contactAreaMm2(), 0.12 * areaMm2, "towards " + towardRad);
            assertEquals(skinN / areaMm2 * 1000, found.meanPressureKpa(), 0.1 * skinN / areaMm2 * 1000);
            assertEquals(8, found.contactAxialMm(), 6);
        }
    }

    /** Four pads leave the size open: what is expected beforehand has to be a limb under a stick, not a thigh on a roller. */
    @Test
    void aLightPressOnFourPadsHasTheAreaOfAUsualLimb() {
        double depthMm = 4;
        double limbRadiusMm = UsualLimb.ON_STICK.radiusMm();
        double areaMm2 = 2 * Math.PI * depthMm * Math.sqrt(RADIUS_MM * limbRadiusMm);
        FeatureFrame found = rest(contactN(depthMm, limbRadiusMm, Math.PI / 8, 0), 0, -1);
        assertEquals(areaMm2, found.contactAreaMm2(), 0.08 * areaMm2);
    }

    @Test
    void aSqueezeCancelsItself() {
        double[] padForceN = new double[STICK.padCount()];
        padForceN[8 + 2] = 35;
        padForceN[6] = 10;
        padForceN[8 + 6] = 15;
        padForceN[16 + 6] = 9;
        FeatureFrame found = rest(padForceN, 0, -1);
        assertTrue(found.contactForceN() < 2, found.contactForceN() + " N of a hand");
        assertEquals(0, found.meanPressureKpa());
        // The same pressed from one side is a contact.
        padForceN[6] = 0;
        padForceN[8 + 6] = 0;
        padForceN[16 + 6] = 0;
        assertTrue(rest(padForceN, 0, -1).contactForceN() > 30);
    }

    /** What nothing measures is not a number; what cannot be is 0. */
    @Test
    void nothingLiesUnderItAndNothingRolls() {
        FeatureFrame found = rest(contactN(1, 0), 2.0, -1);
        assertTrue(Double.isNaN(found.floorForceN()));
        assertEquals(0, found.surfaceSpeedMmPerS());
        assertEquals(0, found.travelMm());
        assertEquals(0, found.motionRateRadPerS());
        assertEquals(2.0, found.offAxisRateRadPerS(), 1e-9, "hands that swing it are told by this");
        assertEquals(0, found.qualityFlags() & Quality.LOBES_DISAGREE_FLAGS);
    }

    @Test
    void aPadWithoutCalibrationIsLeftOutAndTold() {
        double[] padForceN = contactN(0, 0);
        double wholeN = rest(padForceN, 0, -1).contactForceN();
        int highestIndex = 0;
        for (int padIndex = 0; padIndex < padForceN.length; padIndex++) {
            highestIndex = padForceN[padIndex] > padForceN[highestIndex] ? padIndex : highestIndex;
        }
        FeatureFrame found = rest(padForceN, 0, highestIndex);
        assertTrue((found.qualityFlags() & Quality.PAD_LEFT_OUT_FLAGS) != 0);
        assertEquals(wholeN, found.contactForceN(), 0.25 * wholeN, "the fitted contact stands for it");
    }
}
