package org.rollscope.viewer.library;

import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.Samples;

/**
 * What one pad measured over a session, as recorded and as pressure; 6 bytes a frame, times are those of the session's tracks.
 *
 * <p><b>Units.</b> Kilopascal; converter counts as sent.
 */
public final class PadTrace {
    /** Pads that can be looked at together: 36 bytes a frame, 26 MB for an hour at 200 Hz. */
    public static final int MOST_PADS_COUNT = 6;

    private final int padIndex;
    private final ChartHistory tracks;
    private final float[] pressureKpa;
    private final char[] counts;
    private final Samples pressure;
    private final Samples raw;
    private int count;

    /**
     * Nothing is known yet.
     *
     * @param padIndex which, 0 for the first.
     * @param tracks of its session; tells times and gaps.
     */
    public PadTrace(int padIndex, ChartHistory tracks) {
        this.padIndex = padIndex;
        this.tracks = tracks;
        pressureKpa = new float[tracks.count()];
        counts = new char[tracks.count()];
        pressure = new Line(true);
        raw = new Line(false);
    }

    /** Takes the next frame; frames that came after the tracks were read are left out. */
    public void append(double framePressureKpa, char frameCounts) {
        if (count < counts.length) {
            pressureKpa[count] = (float) framePressureKpa;
            counts[count++] = frameCounts;
        }
    }

    /** Which, 0 for the first. */
    public int padIndex() {
        return padIndex;
    }

    /** Pressure on the tile. */
    public Samples pressure() {
        return pressure;
    }

    /** Converter reading. */
    public Samples raw() {
        return raw;
    }

    /** One of both. */
    private final class Line implements Samples {
        private final Samples times = tracks.line(Quantity.MEAN_PRESSURE);
        private final boolean calibrated;

        Line(boolean calibrated) {
            this.calibrated = calibrated;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public long appendedCount() {
            return count;
        }

        @Override
        public long timeUs(int index) {
            return times.timeUs(index);
        }

        @Override
        public float value(int index) {
            return calibrated ? pressureKpa[index] : counts[index];
        }

        @Override
        public boolean gapBefore(int index) {
            return times.gapBefore(index);
        }

        @Override
        public int firstIndexFrom(long fromUs) {
            return Math.min(count, times.firstIndexFrom(fromUs));
        }
    }
}
