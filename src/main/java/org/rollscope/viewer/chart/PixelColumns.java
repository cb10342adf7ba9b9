package org.rollscope.viewer.chart;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.Samples;

/**
 * A stretch of a line thinned for drawing: of every pixel column the lowest and the highest value, in the order
 * in which they occurred, so that no extreme is lost; gaps stay gaps.
 *
 * <p>Columns lie at multiples of their width in time, so that a scrolling line does not flicker. A window that has moved on
 * since the last time costs the frames that have come since, not all that it shows. <b>Units.</b> Microseconds and the unit of
 * the quantity; NaN is a gap. <b>Threads.</b> Guarded by its owner.
 */
public final class PixelColumns {
    private long[] timeUs = new long[64];
    private float[] value = new float[64];
    /** Points before this one have scrolled out. */
    private int first;
    /** Points up to here belong to columns that get no more frames. */
    private int closedEnd;

    private int end;

    private @Nullable Samples samples;
    private long seenFilledCount;
    private long columnUs;
    private long fromUs;
    private long toUs;
    /** The next frame to take in, counted from the first that the history ever had. */
    private long nextFrameIndex;

    /** The column that may get more frames. */
    private long openColumn;

    private boolean openHasValue;
    private boolean gapBeforeOpen;
    private long lowestUs;
    private float lowest;
    private long highestUs;
    private float highest;
    private boolean gapPending;

    /**
     * Fills itself with a window of the history.
     *
     * @param newHistory where from.
     * @param newQuantity which line.
     * @param newFromUs left edge.
     * @param newToUs right edge, included.
     * @param columnCount columns between the edges, 1 or more.
     */
    public void fill(ChartHistory newHistory, Quantity newQuantity, long newFromUs, long newToUs, int columnCount) {
        fill(newHistory.line(newQuantity), newFromUs, newToUs, columnCount);
    }

    /**
     * Fills itself with a window of a line.
     *
     * @param newSamples where from.
     * @param newFromUs left edge.
     * @param newToUs right edge, included.
     * @param columnCount columns between the edges, 1 or more.
     */
    public void fill(Samples newSamples, long newFromUs, long newToUs, int columnCount) {
        long newColumnUs = columnUs(newFromUs, newToUs, columnCount);
        long firstKeptIndex = newSamples.appendedCount() - newSamples.count();
        boolean movedOn = newSamples == samples
                && newSamples.filledCount() == seenFilledCount
                && newColumnUs == columnUs
                && newFromUs >= fromUs
                && newToUs >= toUs
                && nextFrameIndex >= firstKeptIndex;
        samples = newSamples;
        seenFilledCount = newSamples.filledCount();
        columnUs = newColumnUs;
        fromUs = newFromUs;
        toUs = newToUs;
        long leftUs = Math.floorDiv(newFromUs, newColumnUs) * newColumnUs;
        if (!movedOn) {
            begin(firstKeptIndex + newSamples.firstIndexFrom(leftUs));
        }
        end = closedEnd;
        takeIn(newSamples, (int) (nextFrameIndex - firstKeptIndex), newToUs);
        closedEnd = end;
        scrollOut(leftUs);
        if (openHasValue) {
            writeOpenColumn();
        }
        if (first < end && Float.isNaN(value[first])) {
            first++; // nothing begins with a gap
            closedEnd = Math.max(closedEnd, first);
        }
    }

    /**
     * As {@link #fill(Samples, long, long, int)}, with the samples next to both edges too, so that a line between two samples reaches
     * the edge when few are shown: a line that ends looks like a gap. Reads all of the window.
     */
    public void fillToEdges(Samples newSamples, long newFromUs, long newToUs, int columnCount) {
        samples = null;
        columnUs = columnUs(newFromUs, newToUs, columnCount);
        fromUs = newFromUs;
        toUs = newToUs;
        begin(0);
        end = 0;
        int before = newSamples.firstIndexFrom(Math.floorDiv(newFromUs, columnUs) * columnUs) - 1;
        int after = newSamples.firstIndexFrom(newToUs + 1);
        takeIn(newSamples, Math.max(0, before), after < newSamples.count() ? newSamples.timeUs(after) : newToUs);
        if (openHasValue) {
            writeOpenColumn();
        }
    }

    /** The next filling reads all of its window. */
    void forget() {
        samples = null;
    }

    /** Width of one column in time. */
    public static long columnUs(long fromUs, long toUs, int columnCount) {
        return Math.max(1, (toUs - fromUs) / Math.max(1, columnCount));
    }

    private void begin(long frameIndex) {
        first = 0;
        closedEnd = 0;
        nextFrameIndex = frameIndex;
        openHasValue = false;
        gapPending = false;
    }

    private void takeIn(Samples source, int fromIndex, long lastUs) {
        int index = fromIndex;
        for (; index < source.count() && source.timeUs(index) <= lastUs; index++) {
            long hereUs = source.timeUs(index);
            float here = source.value(index);
            long column = Math.floorDiv(hereUs, columnUs);
            boolean known = !Float.isNaN(here);
            boolean gap = source.gapBefore(index) || !known;
            if (openHasValue && (gap || column != openColumn)) {
                writeOpenColumn();
                openHasValue = false;
            }
            gapPending |= gap;
            if (known) {
                include(column, hereUs, here);
            }
        }
        nextFrameIndex += index - fromIndex;
    }

    private void include(long column, long hereUs, float here) {
        if (!openHasValue) {
            openHasValue = true;
            openColumn = column;
            gapBeforeOpen = gapPending;
            gapPending = false;
            lowest = here;
            lowestUs = hereUs;
            highest = here;
            highestUs = hereUs;
        } else if (here < lowest) {
            lowest = here;
            lowestUs = hereUs;
        } else if (here > highest) {
            highest = here;
            highestUs = hereUs;
        }
    }

    private void writeOpenColumn() {
        boolean lowestIsEarlier = lowestUs <= highestUs;
        long earlierUs = lowestIsEarlier ? lowestUs : highestUs;
        if (gapBeforeOpen && end > first) {
            add(earlierUs, Float.NaN);
        }
        add(earlierUs, lowestIsEarlier ? lowest : highest);
        if (lowestUs != highestUs) {
            add(lowestIsEarlier ? highestUs : lowestUs, lowestIsEarlier ? highest : lowest);
        }
    }

    private void scrollOut(long leftUs) {
        while (first < end && timeUs[first] < leftUs) {
            first++;
        }
        if (openHasValue && openColumn * columnUs < leftUs) {
            openHasValue = false;
        }
    }

    private void add(long atUs, float here) {
        if (end == timeUs.length) {
            makeRoom();
        }
        timeUs[end] = atUs;
        value[end++] = here;
    }

    private void makeRoom() {
        if (first > timeUs.length / 2) {
            System.arraycopy(timeUs, first, timeUs, 0, end - first);
            System.arraycopy(value, first, value, 0, end - first);
            end -= first;
            closedEnd = Math.max(0, closedEnd - first);
            first = 0;
        } else {
            timeUs = Arrays.copyOf(timeUs, 2 * end);
            value = Arrays.copyOf(value, 2 * end);
        }
    }

    /** Points to draw. */
    public int count() {
        return end - first;
    }

    /** Time of one point. */
    public long timeUs(int index) {
        return timeUs[first + index];
    }

    /** Time of one column. */
    long columnUs() {
        return columnUs;
    }

    /** Column of one point, 0 at the left edge. */
    public int column(int index) {
        return (int) (Math.floorDiv(timeUs[first + index], columnUs) - Math.floorDiv(fromUs, columnUs));
    }

    /** Column of one point, counted from time 0. */
    long absoluteColumn(int index) {
        return Math.floorDiv(timeUs[first + index], columnUs);
    }

    /** Column of the right edge, counted from time 0. */
    long lastColumn() {
        return Math.floorDiv(toUs, columnUs);
    }

    /** Index of the first point in a column or after it; {@link #count} when there is none. */
    int firstIndexFromColumn(long column) {
        long fromTimeUs = column * columnUs;
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeUs[middle] < fromTimeUs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - first;
    }

    /** Columns between the edges, both included. */
    public int columnCount() {
        return (int) (Math.floorDiv(toUs, columnUs) - Math.floorDiv(fromUs, columnUs)) + 1;
    }

    /** Value of one point; NaN lifts the pen. */
    public float value(int index) {
        return value[first + index];
    }

    /** Highest value without regard to sign, 0 when there is none. */
    public float largestMagnitude() {
        float largest = 0;
        for (int index = first; index < end; index++) {
            if (Math.abs(value[index]) > largest) {
                largest = Math.abs(value[index]);
            }
        }
        return largest;
    }
}
