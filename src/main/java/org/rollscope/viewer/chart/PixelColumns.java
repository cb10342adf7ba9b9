package org.rollscope.viewer.chart;

import java.util.Arrays;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/**
 * A stretch of a {@link ChartHistory} thinned for drawing: of every pixel column the lowest and the highest value, in the order
 * in which they occurred, so that no extreme is lost; gaps stay gaps.
 *
 * <p>Columns lie at multiples of their width in time, so that a scrolling line does not flicker. <b>Units.</b> Microseconds
 * and the unit of the quantity; NaN is a gap. <b>Threads.</b> Guarded by its owner.
 */
public final class PixelColumns {
    private static final int NONE = -1;

    private long[] timeUs = new long[64];
    private float[] value = new float[64];
    private int count;

    private int lowest;
    private int highest;
    private boolean gapPending;

    /**
     * Fills itself anew.
     *
     * @param history where from.
     * @param quantity which line.
     * @param fromUs left edge.
     * @param toUs right edge, included.
     * @param columnCount columns between the edges, 1 or more.
     */
    public void fill(ChartHistory history, Quantity quantity, long fromUs, long toUs, int columnCount) {
        count = 0;
        lowest = NONE;
        gapPending = false;
        long columnUs = columnUs(fromUs, toUs, columnCount);
        long column = Long.MIN_VALUE;
        int index = history.firstIndexFrom(Math.floorDiv(fromUs, columnUs) * columnUs);
        for (; index < history.count() && history.timeUs(index) <= toUs; index++) {
            float here = history.value(quantity, index);
            long columnHere = Math.floorDiv(history.timeUs(index), columnUs);
            boolean known = !Float.isNaN(here);
            if (columnHere != column || history.gapBefore(index) || !known) {
                endColumn(history, quantity);
            }
            gapPending |= history.gapBefore(index) || !known;
            column = columnHere;
            if (known) {
                include(history, quantity, index, here);
            }
        }
        endColumn(history, quantity);
    }

    /** Width of one column in time. */
    public static long columnUs(long fromUs, long toUs, int columnCount) {
        return Math.max(1, (toUs - fromUs) / Math.max(1, columnCount));
    }

    private void include(ChartHistory history, Quantity quantity, int index, float here) {
        if (lowest == NONE) {
            lowest = index;
            highest = index;
        } else if (here < history.value(quantity, lowest)) {
            lowest = index;
        } else if (here > history.value(quantity, highest)) {
            highest = index;
        }
    }

    private void endColumn(ChartHistory history, Quantity quantity) {
        if (lowest == NONE) {
            return;
        }
        int earlier = Math.min(lowest, highest);
        int later = Math.max(lowest, highest);
        if (gapPending && count > 0) {
            add(history.timeUs(earlier), Float.NaN);
        }
        gapPending = false;
        add(history.timeUs(earlier), history.value(quantity, earlier));
        if (later != earlier) {
            add(history.timeUs(later), history.value(quantity, later));
        }
        lowest = NONE;
    }

    private void add(long atUs, float here) {
        if (count == timeUs.length) {
            timeUs = Arrays.copyOf(timeUs, 2 * count);
            value = Arrays.copyOf(value, 2 * count);
        }
        timeUs[count] = atUs;
        value[count++] = here;
    }

    /** Points to draw. */
    public int count() {
        return count;
    }

    /** Time of one point. */
    public long timeUs(int index) {
        return timeUs[index];
    }

    /** Value of one point; NaN lifts the pen. */
    public float value(int index) {
        return value[index];
    }

    /** Highest value without regard to sign, 0 when there is none. */
    float largestMagnitude() {
        float largest = 0;
        for (int index = 0; index < count; index++) {
            if (Math.abs(value[index]) > largest) {
                largest = Math.abs(value[index]);
            }
        }
        return largest;
    }
}
