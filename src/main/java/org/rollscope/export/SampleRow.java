package org.rollscope.export;

import org.rollscope.detect.Activity;
import org.rollscope.detect.EventType;
import org.rollscope.detect.ToolProfile;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.CalibratedFrame;
import org.rollscope.frame.RawFrame;

/**
 * One frame on its way into a file: a value for each column of {@link SampleTables}.
 *
 * <p>Numbers of kind {@code REAL} are rounded to single precision here, once for all formats, so that all carry the same. A missing
 * value is NaN. <b>Threads.</b> One; filled anew for every frame.
 */
public final class SampleRow {
    private final ToolProfile tool;
    private final long[] raw;
    private final double[] samples;
    private int at;

    /** An empty row for a roller. */
    public SampleRow(BoardHello hello) {
        tool = ToolProfile.of(hello.geometryId());
        SampleTables tables = SampleTables.of(hello);
        raw = new long[tables.raw().columns().size()];
        samples = new double[tables.samples().columns().size()];
    }

    /**
     * Takes over a frame.
     *
     * @param frame as recorded.
     * @param calibrated the same in SI units.
     * @param features what was computed from it.
     * @param activity what was going on.
     * @param overpressure whether a warning stood.
     * @param guardingScoreRatio how much spoke for guarding.
     */
    public void fill(
            RawFrame frame,
            CalibratedFrame calibrated,
            FeatureFrame features,
            Activity activity,
            boolean overpressure,
            double guardingScoreRatio) {
        fillRaw(frame, calibrated.timeUs());
        at = 0;
        samples[at++] = calibrated.timeUs();
        samples[at++] = frame.sequence();
        boolean imuValid = calibrated.imuValid();
        for (int axis = 0; axis < 3; axis++) {
            real(imuValid ? calibrated.accelMPerS2()[axis] : Double.NaN);
        }
        for (int axis = 0; axis < 3; axis++) {
            real(imuValid ? calibrated.gyroRadPerS()[axis] : Double.NaN);
        }
        real(features.contactForceN());
        real(features.floorForceN());
        real(features.meanPressureKpa());
        real(features.peakPressureKpa());
        real(features.contactAreaMm2());
        real(tool.kind().liesLevel() ? features.rollAngleRad() : Double.NaN);
        real(tool.kind().rolls() ? features.travelMm() : Double.NaN);
        real(tool.kind().rolls() ? features.surfaceSpeedMmPerS() : Double.NaN);
        real(features.pressureSlopeKpaPerS());
        real(tool.has(EventType.GUARDING) ? guardingScoreRatio : Double.NaN);
        samples[at++] = SampleTables.STATES.indexOf(activity);
        samples[at++] = overpressure ? 1 : 0;
        samples[at++] = features.qualityFlags();
        for (double pressureKpa : calibrated.padPressureKpa()) {
            real(pressureKpa);
        }
    }

    private void real(double value) {
        samples[at++] = (float) value;
    }

    private void fillRaw(RawFrame frame, long timeUs) {
        at = 0;
        raw[at++] = timeUs;
        raw[at++] = frame.bootIndex();
        raw[at++] = frame.sequence();
        raw[at++] = frame.deviceTimeUs();
        raw[at++] = frame.lostBeforeCount();
        raw[at++] = frame.frameFlags();
        for (short counts : frame.accelCounts()) {
            raw[at++] = counts;
        }
        for (short counts : frame.gyroCounts()) {
            raw[at++] = counts;
        }
        for (char counts : frame.padCounts()) {
            raw[at++] = counts;
        }
    }

    /** Value of a column of the table {@code raw}. */
    public long raw(int columnIndex) {
        return raw[columnIndex];
    }

    /** Value of a column of the table {@code samples}; a word by its place among the words, NaN for none. */
    public double sample(int columnIndex) {
        return samples[columnIndex];
    }

    /** Session time. */
    public long timeUs() {
        return raw[0];
    }
}
