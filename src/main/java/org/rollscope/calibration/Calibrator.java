package org.rollscope.calibration;

import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.Quality;
import org.rollscope.frame.RawFrame;

/**
 * Turns raw frames into calibrated ones.
 *
 * <p>Each pad's curve is laid out as a table over all readings at the start, so a frame costs one look-up a pad. Outside
 * the calibrated range the force is the range's end, flagged; never extrapolated.
 *
 * <p><b>Threads.</b> One; the frame returned is written anew by the next call.
 */
public final class Calibrator {
    private static final double MOTION_FULL_COUNTS = 32768;
    /** Share of the converter from which on a pad counts as saturated. */
    private static final double SATURATED_FROM_RATIO = 0.98;

    private final float[][] padForceTableN;
    private final int[] lowestInRangeCounts;
    private final int[] highestInRangeCounts;
    private final double tileAreaMm2;
    private final int saturatedFromCounts;
    private final double accelScaleMPerS2;
    private final double gyroScaleRadPerS;
    private final double[] gyroOffsetRadPerS = new double[3];
    private final CalibratedFrame frame;
    private final int calibratedPadCount;

    /**
     * Lays out the tables.
     *
     * @param calibration of this roller.
     * @param hello of its board.
     * @throws IllegalArgumentException when the calibration was made with another converter.
     */
    public Calibrator(RollerCalibration calibration, BoardHello hello) {
        if (calibration.adcBits() != hello.adcBits()) {
            throw new IllegalArgumentException("the calibration " + calibration.calibrationId() + " was made with "
                    + calibration.adcBits() + " converter bits, the board has " + hello.adcBits());
        }
        int fullCounts = 1 << hello.adcBits();
        calibratedPadCount = Math.min(calibration.pads().size(), hello.padCount());
        padForceTableN = new float[calibratedPadCount][];
        lowestInRangeCounts = new int[calibratedPadCount];
        highestInRangeCounts = new int[calibratedPadCount];
        for (int padIndex = 0; padIndex < calibratedPadCount; padIndex++) {
            PadCalibration pad = calibration.pads().get(padIndex);
            if (pad.hasCurve()) {
                layOut(padIndex, pad, fullCounts);
                float[] tableN = padForceTableN[padIndex];
                scale(tableN, calibration.commonGainRatio());
                takeOff(
                        tableN,
                        calibration.tareCounts().isEmpty()
                                ? 0
                                : calibration.tareCounts().get(padIndex));
            } else {
                padForceTableN[padIndex] = new float[0];
            }
        }
        tileAreaMm2 = PadGeometry.of(hello.geometryId()).tileAreaMm2();
        saturatedFromCounts = (int) (fullCounts * SATURATED_FROM_RATIO);
        accelScaleMPerS2 = hello.accelFullScaleMPerS2() / MOTION_FULL_COUNTS;
        gyroScaleRadPerS = hello.gyroFullScaleRadPerS() / MOTION_FULL_COUNTS;
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            gyroOffsetRadPerS[axisIndex] = calibration.gyroOffsetRadPerS().get(axisIndex);
        }
        frame = new CalibratedFrame(hello.padCount());
    }

    private void layOut(int padIndex, PadCalibration pad, int fullCounts) {
        float[] tableN = new float[fullCounts];
        for (int counts = 1; counts < fullCounts; counts++) {
            tableN[counts] = (float) Math.max(0, Math.min(pad.highestForceN(), forceN(pad, counts, fullCounts)));
        }
        // A cubic may turn beyond its points and come back into the range: only what hangs together with them is
        // believed.
        int within = middleCounts(pad, fullCounts);
        int highestCounts = within;
        while (highestCounts + 1 < fullCounts && rises(pad, highestCounts, fullCounts)) {
            highestCounts++;
        }
        int lowestCounts = within;
        while (lowestCounts > 1 && rises(pad, lowestCounts - 1, fullCounts)) {
            lowestCounts--;
        }
        clampOutside(tableN, lowestCounts, highestCounts);
        padForceTableN[padIndex] = tableN;
        lowestInRangeCounts[padIndex] = lowestCounts;
        highestInRangeCounts[padIndex] = highestCounts;
    }

    /** The converter rounds down, so the middle of the step is the likeliest voltage. */
    private static double forceN(PadCalibration pad, int counts, int fullCounts) {
        return pad.forceN(Math.min(counts + 0.5, fullCounts - 0.5), fullCounts);
    }

    /** A reading in the middle of the points, or of the converter where they are not known. */
    private static int middleCounts(PadCalibration pad, int fullCounts) {
        double middleCounts = pad.points().stream()
                .mapToDouble(CalibrationPoint::meanCounts)
                .filter(meanCounts -> meanCounts >= 1 && meanCounts < fullCounts - 1)
                .average()
                .orElse(fullCounts / 4.0);
        return (int) middleCounts;
    }

    /** Whether a reading and the next one lie in the calibrated range, and the next one means more. */
    private static boolean rises(PadCalibration pad, int counts, int fullCounts) {
        double hereN = forceN(pad, counts, fullCounts);
        double nextN = forceN(pad, counts + 1, fullCounts);
        return hereN >= pad.lowestForceN() && nextN > hereN && nextN <= pad.highestForceN();
    }

    private static void scale(float[] tableN, double gainRatio) {
        for (int counts = 0; counts < tableN.length; counts++) {
            tableN[counts] = (float) (tableN[counts] * gainRatio);
        }
    }

    /** Takes off the force of a resting reading: what presses on an unloaded pad is a force, as that of a tight sleeve. */
    private static void takeOff(float[] tableN, double tareCounts) {
        int below = (int) Math.min(tableN.length - 2, Math.max(0, Math.floor(tareCounts)));
        double restN = tableN[below] + (tareCounts - below) * (tableN[below + 1] - tableN[below]);
        for (int counts = 0; counts < tableN.length; counts++) {
            tableN[counts] = (float) Math.max(0, tableN[counts] - restN);
        }
    }

    /** A cubic may turn outside its points: below the range the force runs to zero, above it stays. */
    private static void clampOutside(float[] tableN, int lowestCounts, int highestCounts) {
        for (int counts = 0; counts < tableN.length; counts++) {
            if (counts < lowestCounts && lowestCounts < tableN.length) {
                tableN[counts] = tableN[lowestCounts] * counts / lowestCounts;
            } else if (counts > highestCounts) {
                tableN[counts] = tableN[highestCounts];
            }
        }
    }

    /**
     * Calibrates one frame.
     *
     * @param raw as decoded.
     * @param timeUs session time of the frame.
     * @return this calibrator's one frame.
     */
    public CalibratedFrame calibrate(RawFrame raw, long timeUs) {
        int qualityFlags = raw.imuValid() ? Quality.GOOD_FLAGS : Quality.IMU_INVALID_FLAGS;
        qualityFlags |= raw.lostBeforeCount() > 0 ? Quality.AFTER_GAP_FLAGS : 0;
        qualityFlags |=
                (raw.frameFlags() & RawFrame.AFTER_MISSED_TICK_FLAGS) != 0 ? Quality.AFTER_MISSED_TICK_FLAGS : 0;
        frame.begin(raw.sequence(), timeUs, qualityFlags);
        char[] padCounts = raw.padCounts();
        for (int padIndex = 0; padIndex < frame.padCount(); padIndex++) {
            if (padIndex < calibratedPadCount && padForceTableN[padIndex].length > 0) {
                calibratePad(padIndex, padCounts[padIndex]);
            } else {
                frame.setPad(padIndex, 0, 0, Quality.PAD_UNCALIBRATED_FLAGS);
            }
        }
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            frame.accelMPerS2()[axisIndex] = raw.accelCounts()[axisIndex] * accelScaleMPerS2;
            frame.gyroRadPerS()[axisIndex] =
                    raw.gyroCounts()[axisIndex] * gyroScaleRadPerS - gyroOffsetRadPerS[axisIndex];
        }
        return frame;
    }

    private void calibratePad(int padIndex, int counts) {
        float[] tableN = padForceTableN[padIndex];
        int padFlags = Quality.GOOD_FLAGS;
        if (counts >= saturatedFromCounts) {
            padFlags |= Quality.PAD_SATURATED_FLAGS;
        } else if (counts > highestInRangeCounts[padIndex]) {
            padFlags |= Quality.OUTSIDE_CALIBRATED_RANGE_FLAGS;
        }
        double forceN = tableN[Math.min(counts, tableN.length - 1)];
        frame.setPad(padIndex, forceN, forceN / tileAreaMm2 * 1000, padFlags);
    }
}
