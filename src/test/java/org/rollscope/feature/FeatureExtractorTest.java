package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.calibration.Calibrator;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;
import org.rollscope.simulation.Scenario;

class FeatureExtractorTest {
    private static final double DEG_PER_RAD = 180 / Math.PI;

    private final FeatureExtractor extractor =
            new FeatureExtractor(ShippedSettings.core().features(), PadGeometry.REFERENCE, 100);
    private final CalibratedFrame frame = new CalibratedFrame(48);
    private long timeUs;

    /** A level roller at rest with column 3 up, a limb over four tiles there and the floor on column 9. */
    private FeatureFrame next(double limbN, double floorN, int frameFlags) {
        timeUs += 10_000;
        frame.begin(timeUs / 10_000, timeUs, frameFlags);
        for (int padIndex = 0; padIndex < 48; padIndex++) {
            int column = PadGeometry.REFERENCE.columnIndex(padIndex);
            double forceN = column == 3 ? limbN / 4 : column == 9 ? floorN / 4 : 0;
            frame.setPad(padIndex, forceN, forceN / 1.02, 0);
        }
        frame.accelMPerS2()[1] = 9.80665;
        return extractor.extract(frame);
    }

    private FeatureFrame last(double limbN, double floorN, int frameCount) {
        FeatureFrame last = null;
        for (int index = 0; index < frameCount; index++) {
            last = next(limbN, floorN, 0);
        }
        return last;
    }

    private static double quantile(List<Double> values, double ratio) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(ratio * (sorted.size() - 1)));
    }

    /**
     * The whole way over the wire and through a calibration with the procedure's own errors.
     *
     * <p>Tolerances: force 5 %, since pads calibrated to 8 % each average out over eight tiles to 3 %, and drift adds up to
     * 3 %; pressure 15 % for 95 % of the frames, domain study 9.7; angle 4 degrees, since the simulated accelerometer is off by
     * up to 30 mg (1.7 degrees) per axis, and twice that may lie between two orientations.
     */
    @ParameterizedTest
    @ValueSource(longs = {3, 7, 11, 15})
    void forcePressureAndAngleOfACoachedSessionAreTrue(long seed) {
        SimulatedSession session = SimulatedSession.of(Scenario.COACHED, seed, 60);
        Calibrator calibrator = new Calibrator(session.calibration(), session.hello());
        FeatureExtractor whole = new FeatureExtractor(ShippedSettings.core().features(), PadGeometry.REFERENCE, 100);
        List<Double> forceErrors = new ArrayList<>();
        List<Double> pressureErrors = new ArrayList<>();
        List<Double> angleErrors = new ArrayList<>();
        double forceSum = 0;
        for (int index = 0; index < session.truths().size(); index++) {
            var raw = session.frames().get(index);
            FeatureFrame found = whole.extract(calibrator.calibrate(raw, raw.deviceTimeUs()));
            SimulatedSession.Truth truth = session.truths().get(index);
            double turnedRad = truth.angleRad() - session.truths().get(0).angleRad();
            angleErrors.add(Math.abs(found.rollAngleRad() - turnedRad) * DEG_PER_RAD);
            if (truth.loaded() && truth.forceN() > 50) {
                double errorRatio = found.contactForceN() / truth.forceN() - 1;
                forceSum += errorRatio;
                forceErrors.add(Math.abs(errorRatio));
                pressureErrors.add(Math.abs(found.meanPressureKpa() / truth.meanKpa() - 1));
            }
        }
        System.out.printf(
                "coached seed %d: force error median %.3f, 95 %% %.3f, mean %.3f; pressure median %.3f, 95 %% %.3f; "
                        + "angle 95 %% %.2f, worst %.2f degrees%n",
                seed,
                quantile(forceErrors, 0.5),
                quantile(forceErrors, 0.95),
                forceSum / forceErrors.size(),
                quantile(pressureErrors, 0.5),
                quantile(pressureErrors, 0.95),
                quantile(angleErrors, 0.95),
                quantile(angleErrors, 1));
        assertTrue(forceErrors.size() > 2000);
        assertTrue(quantile(forceErrors, 0.5) < 0.05);
        assertEquals(0, forceSum / forceErrors.size(), 0.05);
        assertTrue(quantile(pressureErrors, 0.95) < 0.15);
        assertTrue(quantile(angleErrors, 1) < 4);
    }

    @Test
    void sidesThatDisagreeAreFlagged() {
        assertEquals(0, last(200, 205.5, 100).qualityFlags());
        assertEquals(Quality.LOBES_DISAGREE_FLAGS, last(200, 100, 100).qualityFlags());
        assertEquals(0, last(200, 205.5, 100).qualityFlags());
        assertEquals(Quality.LOBES_DISAGREE_FLAGS, last(200, 300, 100).qualityFlags());
        assertEquals(0, last(40, 0, 200).qualityFlags(), "too little to compare");
    }

    @Test
    void forceSettlesOnTheTruthAndPressureIsForceOverArea() {
        FeatureFrame features = last(200, 205.5, 200);
        assertEquals(200, features.contactForceN(), 1e-6);
        assertEquals(205.5, features.floorForceN(), 1e-6);
        assertEquals(200 / features.contactAreaMm2() * 1000, features.meanPressureKpa(), 1e-6);
        assertEquals(50 / 1020.0 * 1000, features.peakPressureKpa(), 1e-9);
        assertEquals(0, features.pressureSlopeKpaPerS(), 1e-6);
    }

    @Test
    void filtersStartAnewAfterAGapAndOnlyThen() {
        last(200, 205.5, 100);
        assertTrue(next(100, 105.5, 0).contactForceN() > 190, "a step is smoothed");
        last(200, 205.5, 100);
        timeUs += 190_000;
        assertTrue(next(100, 105.5, 0).contactForceN() > 190, "200 ms are no gap yet");
        last(200, 205.5, 100);
        timeUs += 200_000;
        FeatureFrame fresh = next(100, 105.5, 0);
        assertEquals(100, fresh.contactForceN(), 1e-9);
        assertEquals(100 / fresh.contactAreaMm2() * 1000, fresh.meanPressureKpa(), 1e-9);
    }

    @Test
    void nothingOnTheRollerGivesNoPressure() {
        FeatureFrame features = last(0, 5.5, 100);
        assertEquals(0, features.contactForceN());
        assertEquals(0, features.meanPressureKpa());
        assertEquals(0, features.contactAreaMm2());
        assertEquals(5.5, features.floorForceN(), 1e-6);
    }

    @Test
    void turningShowsAsRateAngleAndSpeed() {
        last(0, 5.5, 10);
        frame.gyroRadPerS()[2] = 1;
        FeatureFrame features = null;
        for (int index = 0; index < 100; index++) {
            timeUs += 10_000;
            frame.begin(0, timeUs, 0);
            double upRad = Math.PI / 2 - (index + 1) * 0.01;
            frame.accelMPerS2()[0] = 9.80665 * Math.cos(upRad);
            frame.accelMPerS2()[1] = 9.80665 * Math.sin(upRad);
            features = extractor.extract(frame);
        }
        assertEquals(1, features.rollAngleRad(), 1e-6);
        assertEquals(1, features.motionRateRadPerS(), 1e-6);
        assertEquals(65, features.surfaceSpeedMmPerS(), 0.01, "the smoothed speed has settled");
        assertEquals(65, features.travelMm(), 1e-6);
    }

    /** Peak pressure, twice the mean, over the sleeve's stiffness; on soft foam 34 kPa sink in by 9 mm: domain study 6.2. */
    @Test
    void limbSinksInByItsPressureAndRollsOnASmallerRadius() {
        assertEquals(8.68, RollerHardness.SOFT.sinkMm(34.3), 0.01);
        assertEquals(1.5, RollerHardness.FIRM.sinkMm(30), 1e-9);
        assertEquals(0.6, RollerHardness.RIGID.sinkMm(30), 1e-9);
        assertEquals(15, RollerHardness.SOFT.sinkMm(1000), "no deeper than a sleeve is thick");
    }

    @Test
    void silentImuKeepsTurningAndIsFlagged() {
        turningShowsAsRateAngleAndSpeed();
        frame.gyroRadPerS()[2] = -9;
        FeatureFrame features = null;
        for (int index = 0; index < 20; index++) {
            timeUs += 10_000;
            frame.begin(0, timeUs, Quality.IMU_INVALID_FLAGS);
            features = extractor.extract(frame);
        }
        assertEquals(1.2, features.rollAngleRad(), 1e-6);
        assertTrue((features.qualityFlags() & Quality.IMU_INVALID_FLAGS) != 0);
    }

    @Test
    void tiltAndTurningAcrossTheAxisAreTold() {
        frame.accelMPerS2()[2] = 9.80665;
        frame.gyroRadPerS()[0] = 3;
        FeatureFrame features = last(0, 0, 50);
        assertEquals(Math.PI / 4, features.axisTiltRad(), 1e-9);
        assertEquals(3, features.offAxisRateRadPerS(), 1e-9);
        assertEquals(3, features.motionRateRadPerS(), 1e-9, "motion is turning about any axis: domain study 9.1");
        assertEquals(0, features.rollRateRadPerS(), 1e-9);
    }
}
