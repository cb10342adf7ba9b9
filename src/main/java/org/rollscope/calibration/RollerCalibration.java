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
 * @param loadChecks known masses laid on the whole roller; empty when nobody did.
 * @param commonGainRatio every pad's force is multiplied by it: 1, or what the load checks asked for.
 * @param tareCounts reading of every unloaded pad, whose force is taken off; empty when nobody tared.
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
        List<Double> gyroOffsetRadPerS,
        List<LoadCheck> loadChecks,
        double commonGainRatio,
        List<Double> tareCounts) {
    /** Least and greatest common gain that can be a calibration and no mistake with the masses; chosen by us. */
    private static final double LOWEST_GAIN_RATIO = 0.5;

    private static final double HIGHEST_GAIN_RATIO = 2;
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
        loadChecks = List.copyOf(loadChecks);
        tareCounts = List.copyOf(tareCounts);
        if (!(commonGainRatio >= LOWEST_GAIN_RATIO && commonGainRatio <= HIGHEST_GAIN_RATIO)) {
            throw new IllegalArgumentException("commonGainRatio must be " + LOWEST_GAIN_RATIO + ".."
                    + HIGHEST_GAIN_RATIO + ", was " + commonGainRatio);
        }
        if (!tareCounts.isEmpty() && tareCounts.size() != pads.size()) {
            throw new IllegalArgumentException(
                    "tareCounts has a value for each of " + pads.size() + " pads or none, was " + tareCounts.size());
        }
    }

    /**
     * The same roller with other readings of its unloaded pads.
     *
     * @param otherId name of the new calibration: frames calibrated with it differ.
     * @param otherTareCounts one per pad.
     */
    public RollerCalibration tared(String otherId, List<Double> otherTareCounts) {
        return new RollerCalibration(
                otherId,
                boardSerial,
                geometryId,
                date,
                operator,
                procedureVersion,
                referenceInstrument,
                ambientTemperatureDegC,
                adcBits,
                pads,
                gyroOffsetRadPerS,
                loadChecks,
                commonGainRatio,
                otherTareCounts);
    }

    /** How many pads have a curve. */
    public int usablePadCount() {
        return (int) pads.stream().filter(PadCalibration::hasCurve).count();
    }

    /** Standard error of a force as a share of it: the points' spread about the curves, loop included, and drift. */
    public double forceErrorRatio() {
        double squareSum = 0;
        for (PadCalibration pad : pads) {
            squareSum += pad.residualRatio() * pad.residualRatio(); // 0 for a pad without a curve
        }
        return Math.sqrt(squareSum / Math.max(1, usablePadCount()) + DRIFT_ERROR_RATIO * DRIFT_ERROR_RATIO);
    }
}
