package org.rollscope.viewer.model;

import org.rollscope.detect.Activity;

/**
 * The newest frames of one roller in primitive arrays of fixed size; the oldest are overwritten.
 *
 * <p>Time is the board's, made to run on: when the board restarts, its new times follow {@link #RESTART_GAP_US} after the last.
 * A frame after a hole in the sequence, after more than {@link #GAP_US} or after a restart is marked, so that no line is
 * drawn over missing data. <b>Threads.</b> Guarded by its owner.
 */
public final class ChartHistory {
    /** Five minutes at 200 Hz, with room: the longest span of the header. */
    private static final int USUAL_CAPACITY_COUNT = 1 << 16;

    private static final long USUAL_SPAN_MS = 300_000;

    /** Longer steps between frames are gaps; chosen by us: four times the slowest live period. */
    static final long GAP_US = 200_000;

    /** Shown between the last frame before a restart of the board and the first after it. */
    static final long RESTART_GAP_US = 1_000_000;

    /** Steps back in time up to this are late or repeated frames, larger ones a restart. */
    private static final long LATE_US = 2_000_000;

    /** For a point whose place in the sequence is not known. */
    static final long NO_SEQUENCE = -1;

    private static final Activity[] ACTIVITIES = Activity.values();

    private final int capacityCount;
    private final long[] timeUs;
    private final float[] meanKpa;
    private final float[] peakKpa;
    private final float[] speedMmPerS;
    private final byte[] activityIndex;
    private final boolean[] overpressure;
    private final boolean[] gapBefore;
    private int first;
    private int count;
    private long restartOffsetUs;
    private long lastSequence = NO_SEQUENCE;
    private long missingFrameCount;
    private long appendedCount;
    private final Samples mean = new Line(Quantity.MEAN_PRESSURE);
    private final Samples peak = new Line(Quantity.PEAK_PRESSURE);
    private final Samples speed = new Line(Quantity.SPEED);

    /** Frames to keep so that a span can be drawn at 200 Hz: 1.5 MB a roller up to five minutes, 3 MB beyond. */
    public static int capacityCount(long spanMs) {
        return spanMs <= USUAL_SPAN_MS ? USUAL_CAPACITY_COUNT : 2 * USUAL_CAPACITY_COUNT;
    }

    public ChartHistory(int capacityCount) {
        this.capacityCount = capacityCount;
        timeUs = new long[capacityCount];
        meanKpa = new float[capacityCount];
        peakKpa = new float[capacityCount];
        speedMmPerS = new float[capacityCount];
        activityIndex = new byte[capacityCount];
        overpressure = new boolean[capacityCount];
        gapBefore = new boolean[capacityCount];
    }

    /**
     * Adds a frame.
     *
     * @param deviceTimeUs board time.
     * @param sequence tick of the board or {@link #NO_SEQUENCE}.
     * @param activity state.
     * @param mean mean pressure.
     * @param peak peak pressure.
     * @param speed speed.
     * @param over whether an overpressure is open.
     * @return false when it is late or repeated and was left out.
     */
    public boolean append(
            long deviceTimeUs, long sequence, Activity activity, double mean, double peak, double speed, boolean over) {
        boolean gap = false;
        if (count > 0) {
            long stepUs = deviceTimeUs + restartOffsetUs - newestTimeUs();
            if (stepUs <= 0 && stepUs >= -LATE_US) {
                return false;
            } else if (stepUs < 0) {
                restartOffsetUs = newestTimeUs() + RESTART_GAP_US - deviceTimeUs;
                gap = true;
            } else {
                boolean missing = countMissing(sequence);
                gap = missing || stepUs > GAP_US;
            }
        }
        lastSequence = sequence;
        int slot = count < capacityCount ? slot(count++) : overwriteOldest();
        timeUs[slot] = deviceTimeUs + restartOffsetUs;
        meanKpa[slot] = (float) mean;
        peakKpa[slot] = (float) peak;
        speedMmPerS[slot] = (float) speed;
        activityIndex[slot] = indexOf(activity);
        overpressure[slot] = over;
        gapBefore[slot] = gap;
        appendedCount++;
        return true;
    }

    private boolean countMissing(long sequence) {
        if (sequence == NO_SEQUENCE || lastSequence == NO_SEQUENCE || sequence <= lastSequence + 1) {
            return false;
        }
        missingFrameCount += sequence - lastSequence - 1;
        return true;
    }

    private int overwriteOldest() {
        int slot = first;
        first = (first + 1) % capacityCount;
        return slot;
    }

    private static byte indexOf(Activity activity) {
        for (byte index = 0; index < ACTIVITIES.length; index++) {
            if (ACTIVITIES[index] == activity) {
                return index;
            }
        }
        throw new IllegalStateException("a state outside its own enumeration");
    }

    private int slot(int index) {
        int slot = first + index;
        return slot >= capacityCount ? slot - capacityCount : slot;
    }

    /** Frames that are kept. */
    public int count() {
        return count;
    }

    /** Frames that were ever added; changes whenever the history does. */
    public long appendedCount() {
        return appendedCount;
    }

    /** Holes in the sequence, in frames. */
    long missingFrameCount() {
        return missingFrameCount;
    }

    /** Time of one frame; 0 is the oldest kept. */
    public long timeUs(int index) {
        return timeUs[slot(index)];
    }

    /** Time of the newest frame; only when there is one. */
    public long newestTimeUs() {
        return timeUs(count - 1);
    }

    public float value(Quantity quantity, int index) {
        int slot = slot(index);
        return switch (quantity) {
            case MEAN_PRESSURE -> meanKpa[slot];
            case PEAK_PRESSURE -> peakKpa[slot];
            case SPEED -> speedMmPerS[slot];
        };
    }

    /** One quantity of it; always the same object. */
    public Samples line(Quantity quantity) {
        return switch (quantity) {
            case MEAN_PRESSURE -> mean;
            case PEAK_PRESSURE -> peak;
            case SPEED -> speed;
        };
    }

    /** State of one frame. */
    public Activity activity(int index) {
        return ACTIVITIES[activityIndex[slot(index)]];
    }

    /** Whether an overpressure was open at one frame. */
    public boolean overpressure(int index) {
        return overpressure[slot(index)];
    }

    /** Whether data are missing directly before this frame. */
    public boolean gapBefore(int index) {
        return gapBefore[slot(index)];
    }

    /** Index of the first frame at or after a time; {@link #count()} when there is none. */
    public int firstIndexFrom(long fromUs) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeUs(middle) < fromUs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** One quantity, as charts read it. */
    private final class Line implements Samples {
        private final Quantity quantity;

        Line(Quantity quantity) {
            this.quantity = quantity;
        }

        @Override
        public int count() {
            return ChartHistory.this.count();
        }

        @Override
        public long appendedCount() {
            return ChartHistory.this.appendedCount();
        }

        @Override
        public long timeUs(int index) {
            return ChartHistory.this.timeUs(index);
        }

        @Override
        public float value(int index) {
            return ChartHistory.this.value(quantity, index);
        }

        @Override
        public boolean gapBefore(int index) {
            return ChartHistory.this.gapBefore(index);
        }

        @Override
        public int firstIndexFrom(long fromUs) {
            return ChartHistory.this.firstIndexFrom(fromUs);
        }
    }
}
