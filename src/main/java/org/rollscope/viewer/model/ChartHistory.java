package org.rollscope.viewer.model;

import java.util.List;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;

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
    private long filledCount;
    /** From frame to frame of the newest that follow each other, 0 while that is not known. */
    private long periodUs;

    /** Frames from here on are on the board's present clock. */
    private long restartedUs = Long.MIN_VALUE;

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
                restartedUs = newestTimeUs() + RESTART_GAP_US;
                gap = true;
            } else {
                boolean missing = countMissing(sequence);
                if (lastSequence != NO_SEQUENCE && sequence == lastSequence + 1) {
                    periodUs = stepUs;
                }
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

    /**
     * Puts frames that came late in their places; those that are there already, that are older than the oldest kept while there is no
     * room, or newer than the newest, are left out. Not for every frame: what lies behind is moved.
     *
     * @param points in order of time, on the board's present clock.
     * @return how many were put in.
     */
    public int fill(List<FramePoint> points) {
        List<FramePoint> missing = points.stream().filter(this::isMissing).toList();
        int overCount = count + missing.size() - capacityCount;
        if (overCount > 0) {
            first = (first + Math.min(overCount, count)) % capacityCount;
            count -= Math.min(overCount, count);
            missing = missing.stream().filter(this::isMissing).toList();
        }
        if (count > 0) {
            merge(missing, periodUs(points));
        }
        missingFrameCount = Math.max(0, missingFrameCount - missing.size());
        filledCount += missing.size();
        appendedCount += missing.size();
        return missing.size();
    }

    private boolean isMissing(FramePoint point) {
        long atUs = point.deviceTimeUs() + restartOffsetUs;
        int index = firstIndexFrom(atUs);
        boolean roomBefore = index > 0 || count < capacityCount;
        return atUs >= restartedUs && index < count && timeUs(index) != atUs && roomBefore;
    }

    /** From the newest to the oldest, so that nothing is overwritten before it has moved. */
    private void merge(List<FramePoint> added, long stepUs) {
        int from = count - 1;
        int to = count + added.size() - 1;
        int[] addedAt = new int[added.size()];
        count += added.size();
        for (int left = added.size() - 1; left >= 0; to--) {
            FramePoint point = added.get(left);
            if (from >= 0 && timeUs(from) > point.deviceTimeUs() + restartOffsetUs) {
                copy(slot(from--), slot(to));
            } else {
                put(slot(to), point);
                addedAt[left--] = to;
            }
        }
        for (int index : addedAt) {
            gapBefore[slot(index)] = index > 0 && isGap(index, stepUs);
            gapBefore[slot(index + 1)] = isGap(index + 1, stepUs);
        }
    }

    private void put(int slot, FramePoint point) {
        timeUs[slot] = point.deviceTimeUs() + restartOffsetUs;
        meanKpa[slot] = (float) point.meanPressureKpa();
        peakKpa[slot] = (float) point.peakPressureKpa();
        speedMmPerS[slot] = (float) point.speedMmPerS();
        activityIndex[slot] = indexOf(point.activity());
        overpressure[slot] = point.overpressure();
    }

    /** From frame to frame: as live ones come, else as within a batch. */
    private long periodUs(List<FramePoint> points) {
        FramePoint first = points.get(0);
        FramePoint last = points.get(points.size() - 1);
        long ticks = last.sequence() - first.sequence();
        return periodUs > 0 || ticks <= 0 ? periodUs : (last.deviceTimeUs() - first.deviceTimeUs()) / ticks;
    }

    private boolean isGap(int index, long stepUs) {
        return timeUs(index) - timeUs(index - 1) > (stepUs > 0 ? stepUs * 3 / 2 : GAP_US);
    }

    private void copy(int from, int to) {
        timeUs[to] = timeUs[from];
        meanKpa[to] = meanKpa[from];
        peakKpa[to] = peakKpa[from];
        speedMmPerS[to] = speedMmPerS[from];
        activityIndex[to] = activityIndex[from];
        overpressure[to] = overpressure[from];
        gapBefore[to] = gapBefore[from];
    }

    /** Frames that were put in late; when it changes, frames that were read before may have moved. */
    public long filledCount() {
        return filledCount;
    }

    /** The board's own time of a time here; only for times since its last restart. */
    long boardUs(long atUs) {
        return atUs - restartOffsetUs;
    }

    /** Whether a time is on the board's present clock. */
    boolean isOnPresentClock(long atUs) {
        return atUs >= restartedUs;
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
        public long filledCount() {
            return ChartHistory.this.filledCount();
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
