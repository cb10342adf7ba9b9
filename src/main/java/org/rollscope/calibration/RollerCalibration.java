package org.rollscope.calibration;

import java.util.List;

/**
 * What was measured of one roller: a curve per pad and the rest offsets of its gyroscope, with where they came from.
 *
 * @param calibrationId unique name.
 * @param boardSerial sixteen hexadecimal digits.
 * @param geometryId pads it was made for.
 * @param date day of the measurement, ISO-8601.
 * @param operator who measured; free text.
 * @param procedureVersion version of {@code hardware/calibration/procedure.md}.
 * @param referenceInstrument what the loads were known from; free text.
 * @param ambientTemperatureDegC temperature of the room.
 * @param adcBits resolution of the converter, 8 to 16.
 * @param pads one curve per pad.
 * @param gyroOffsetRadPerS reading at rest about x, y, z.
 */
public record RollerCalibration(
        String calibrationId,
        String boardSerial,
        int geometryId,
        String date,
        String operator,
        String procedureVersion,
        String referenceInstrument,
        double ambientTemperatureDegC,
        int adcBits,
        List<PadCalibration> pads,
        List<Double> gyroOffsetRadPerS) {
    /** Drift within a session: FSR 400 data sheet, under 5 % per decade of time; 3 % over a minute. */
    private static final double DRIFT_ERROR_RATIO = 0.03;

    /** Copies the lists and refuses what cannot be a calibration. */
    public RollerCalibration {
        pads = List.copyOf(pads);
        gyroOffsetRadPerS = List.copyOf(gyroOffsetRadPerS);
        if (gyroOffsetRadPerS.size() != 3) {
            throw new IllegalArgumentException("gyroOffsetRadPerS has 3 values, was " + gyroOffsetRadPerS.size());
        }
        if (adcBits < 8 || adcBits > 16) {
            throw new IllegalArgumentException("adcBits must be 8..16, was " + adcBits);
        }
    }

    /** Standard error of a force as a share of it: the points' spread about the curves, loop included, and drift. */
    public double forceErrorRatio() {
        double squareSum = 0;
        for (PadCalibration pad : pads) {
            squareSum += pad.residualRatio() * pad.residualRatio();
        }
        return Math.sqrt(squareSum / Math.max(1, pads.size()) + DRIFT_ERROR_RATIO * DRIFT_ERROR_RATIO);
    }
}
