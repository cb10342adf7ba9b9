package org.rollscope.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.ShippedSettings;
import org.rollscope.evaluation.SimulatedSession;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.Quality;
import org.rollscope.frame.RawFrame;
import org.rollscope.simulation.CalibrationBench;

class CalibrationTest {
    private static final long SEED = 17;
    private static final int FULL_COUNTS = 1024;
    private static final BoardHello HELLO = new CalibrationBench(SEED).hello();
    /** A pad as they are: 0.5 to 160 N over 40 to 670 counts. */
    private static final double[] CURVE = {4, 1.65, 0.13, 0.02};

    private static double forceN(double counts) {
        double x = Math.log(counts / (FULL_COUNTS - counts));
        return Math.exp(CURVE[0] + x * (CURVE[1] + x * (CURVE[2] + x * CURVE[3])));
    }

    private static List<CalibrationPoint> points(double noiseRatio, double loopRatio, long seed) {
        Random random = new Random(seed);
        List<CalibrationPoint> points = new ArrayList<>();
        for (int counts = 40; counts <= 670; counts += 15) {
            for (boolean loading : new boolean[] {true, false}) {
                double way = loading ? loopRatio / 2 : -loopRatio / 2;
                points.add(new CalibrationPoint(
                        forceN(counts) * Math.exp(way + noiseRatio * random.nextGaussian()), counts, loading));
            }
        }
        return points;
    }

    private static PadCalibration exact() {
        return PadCalibrationFit.fit(points(0, 0, 1), 10);
    }

    private static RollerCalibration roller(List<PadCalibration> pads, int adcBits) {
        return new RollerCalibration(
                "test",
                "51d0000000000011",
                1,
                "2026-11-21",
                "",
                "1",
                "",
                22,
                adcBits,
                pads,
                List.of(0.1, 0.2, 0.3),
                List.of(),
                1,
                List.of());
    }

    private static RawFrame raw(int counts) {
        char[] padCounts = new char[HELLO.padCount()];
        java.util.Arrays.fill(padCounts, (char) counts);
        return new RawFrame(
                0,
                5,
                50_000,
                0,
                0,
                RawFrame.IMU_VALID_FLAGS,
                new short[] {0, 8192, 0},
                new short[] {0, 0, 16_384},
                padCounts);
    }

    private static CalibratedFrame calibrate(RollerCalibration calibration, int counts) {
        return new Calibrator(calibration, HELLO).calibrate(raw(counts), 50_000);
    }

    @Test
    void fitOfExactPointsGivesTheCurveBack() {
        PadCalibration pad = exact();
        for (int index = 0; index < 4; index++) {
            assertEquals(CURVE[index], pad.coefficients().get(index), 1e-6);
        }
        for (double counts = 40; counts < 670; counts += 3.3) {
            assertEquals(1, pad.forceN(counts, FULL_COUNTS) / forceN(counts), 1e-9);
        }
        assertEquals(0, pad.residualRatio(), 1e-9);
        assertEquals(forceN(40), pad.lowestForceN(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fitOfNoisyPointsIsRightWithinItsResidual(long seed) {
        System.out.println("CalibrationTest seed " + seed);
        PadCalibration pad = PadCalibrationFit.fit(points(0.05, 0, seed), 10);
        // 86 points: the residual is known to 8 %, taken three times.
        assertEquals(0.05, pad.residualRatio(), 0.012);
        for (double counts = 45; counts < 660; counts += 7) {
            assertEquals(0, Math.log(pad.forceN(counts, FULL_COUNTS) / forceN(counts)), pad.residualRatio());
        }
    }

    @Test
    void loopBetweenTheWaysIsMeasuredAndTheCurveRunsThroughItsMiddle() {
        PadCalibration pad = PadCalibrationFit.fit(points(0, 0.1, 1), 10);
        assertEquals(0.1, pad.hysteresisRatio(), 1e-6);
        assertEquals(1, pad.forceN(300, FULL_COUNTS) / forceN(300), 1e-6);
        assertEquals(0.05, pad.residualRatio(), 0.002);
    }

    @Test
    void deadPadIsRefusedInWords() {
        List<CalibrationPoint> dead = points(0, 0, 1).stream()
                .map(point -> new CalibrationPoint(point.forceN(), 0.3, point.loading()))
                .toList();
        String message = assertThrows(IllegalArgumentException.class, () -> PadCalibrationFit.fit(dead, 10))
                .getMessage();
        assertTrue(message.contains("only 0 of 86 readings are usable"), message);
        assertTrue(message.contains("is the pad connected?"), message);
    }

    @Test
    void stuckPadIsRefusedInWords() {
        List<CalibrationPoint> stuck = points(0, 0, 1).stream()
                .map(point -> new CalibrationPoint(point.forceN(), 512, point.loading()))
                .toList();
        String message = assertThrows(IllegalArgumentException.class, () -> PadCalibrationFit.fit(stuck, 10))
                .getMessage();
        assertTrue(message.contains("too close together"), message);
        List<CalibrationPoint> atTheEnd = points(0, 0, 1).stream()
                .map(point -> new CalibrationPoint(point.forceN(), 1023, point.loading()))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> PadCalibrationFit.fit(atTheEnd, 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {17, 18})
    void moreCountsNeverMeanLessForce(long seed) {
        RollerCalibration calibration = SimulatedSession.calibration(seed);
        double[] beforeN = new double[HELLO.padCount()];
        Calibrator calibrator = new Calibrator(calibration, HELLO);
        for (int counts = 0; counts < FULL_COUNTS; counts++) {
            CalibratedFrame frame = calibrator.calibrate(raw(counts), 0);
            for (int padIndex = 0; padIndex < HELLO.padCount(); padIndex++) {
                double forceN = frame.padForceN()[padIndex];
                assertTrue(forceN >= beforeN[padIndex], "pad " + padIndex + " at " + counts);
                beforeN[padIndex] = forceN;
            }
            if (counts == 0) {
                assertEquals(0, frame.padForceN()[0]);
            }
        }
    }

    @Test
    void outsideTheRangeTheForceIsItsEndAndIsFlagged() {
        RollerCalibration calibration = roller(java.util.Collections.nCopies(48, exact()), 10);
        double highestN = exact().highestForceN();
        assertEquals(0, calibrate(calibration, 600).qualityFlags());
        for (int counts : new int[] {680, 800, 1000}) {
            CalibratedFrame frame = calibrate(calibration, counts);
            assertEquals(Quality.OUTSIDE_CALIBRATED_RANGE_FLAGS, frame.qualityFlags(), counts + " counts");
            // The last count within the range may lie up to one step below its end.
            assertTrue(frame.padForceN()[7] <= highestN && frame.padForceN()[7] > 0.98 * highestN);
        }
        CalibratedFrame low = calibrate(calibration, 20);
        assertEquals(0, low.qualityFlags(), "next to nothing is no doubt");
        assertTrue(low.padForceN()[7] < exact().lowestForceN() && low.padForceN()[7] > 0);
    }

    @Test
    void saturationIsFlaggedAsSuch() {
        RollerCalibration calibration = roller(java.util.Collections.nCopies(48, exact()), 10);
        assertEquals(
                Quality.OUTSIDE_CALIBRATED_RANGE_FLAGS,
                calibrate(calibration, 1002).qualityFlags());
        assertEquals(Quality.PAD_SATURATED_FLAGS, calibrate(calibration, 1003).qualityFlags());
        assertEquals(Quality.PAD_SATURATED_FLAGS, calibrate(calibration, 1023).qualityFlags());
    }

    @Test
    void padWithoutACalibrationReadsZeroAndIsFlagged() {
        CalibratedFrame frame = calibrate(roller(List.of(exact()), 10), 300);
        assertEquals(forceN(300.5), frame.padForceN()[0], 1e-4);
        assertEquals(0, frame.padForceN()[1]);
        assertEquals(Quality.PAD_UNCALIBRATED_FLAGS, frame.padQualityFlags()[1]);
        assertEquals(0, frame.padQualityFlags()[0]);
        assertEquals(Quality.PAD_UNCALIBRATED_FLAGS, frame.qualityFlags());
    }

    @Test
    void calibrationOfAnotherConverterIsRefusedInWords() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Calibrator(roller(List.of(exact()), 12), HELLO))
                .getMessage();
        assertEquals("the calibration test was made with 12 converter bits, the board has 10", message);
    }

    @Test
    void motionIsScaledAndItsOffsetTakenOff() {
        CalibratedFrame frame = calibrate(roller(List.of(exact()), 10), 0);
        assertEquals(39.2266 / 4, frame.accelMPerS2()[1], 1e-9);
        assertEquals(17.453293 / 2 - 0.3, frame.gyroRadPerS()[2], 1e-9);
        assertEquals(-0.1, frame.gyroRadPerS()[0], 1e-12);
    }

    @Test
    void flagsOfTheLinkTravelWithTheFrame() {
        RawFrame raw = new RawFrame(
                0, 9, 90_000, 0, 3, RawFrame.AFTER_MISSED_TICK_FLAGS, new short[3], new short[3], new char[48]);
        CalibratedFrame frame =
                new Calibrator(roller(java.util.Collections.nCopies(48, exact()), 10), HELLO).calibrate(raw, 77);
        assertEquals(
                Quality.IMU_INVALID_FLAGS | Quality.AFTER_GAP_FLAGS | Quality.AFTER_MISSED_TICK_FLAGS,
                frame.qualityFlags());
        assertEquals("imu_invalid,after_gap,after_missed_tick", Quality.words(frame.qualityFlags()));
        assertFalse(frame.imuValid());
        assertEquals(77, frame.timeUs());
        assertEquals(9, frame.sequence());
    }

    @Test
    void standardErrorIsThatOfThePadsAndOfDrift() {
        RollerCalibration calibration = roller(List.of(PadCalibrationFit.fit(points(0, 0.16, 1), 10), exact()), 10);
        double residual = calibration.pads().get(0).residualRatio();
        assertEquals(Math.sqrt(residual * residual / 2 + 0.03 * 0.03), calibration.forceErrorRatio(), 1e-9);
    }

    @Test
    void writtenAndReadBackItIsTheSameToTheLastBit() {
        RollerCalibration calibration = SimulatedSession.calibration(SEED);
        String text = DocumentJson.write(calibration);
        RollerCalibration read = DocumentJson.readCalibration(text);
        assertEquals(calibration, read);
        assertEquals(text, DocumentJson.write(read));
    }

    /** After a change of the simulated pads or of the procedure: {@code mvn test -Dtest=CalibrationTest -DwriteShippedCalibration=true}. */
    @Test
    void shippedCalibrationIsThatOfItsRoller() throws IOException {
        Path file = ShippedSettings.FOLDER.resolve("calibration/simulated-roller.json");
        if (Boolean.getBoolean("writeShippedCalibration")) {
            Files.writeString(file, DocumentJson.write(SimulatedSession.calibration(1)) + "\n");
        }
        RollerCalibration shipped = DocumentJson.readCalibration(Files.readString(file));
        assertEquals(48, shipped.pads().size());
        long seed = Long.parseUnsignedLong(shipped.boardSerial(), 16) & 0xFFFF_FFFFL;
        assertEquals(SimulatedSession.calibration(seed), shipped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"schema\":\"rollscope.calibration/1\"}",
                "{\"schema\":\"rollscope.calibration/2\"}",
                "{\"schema\":\"rollscope.calibration/3\"}",
                "{\"schema\":\"rollscope.calibration/1\",\"pads\":7}"
            })
    void damagedDocumentIsRefusedInOneLine(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> DocumentJson.readCalibration(text))
                .getMessage();
        assertEquals(1, message.lines().count(), message);
    }
}
