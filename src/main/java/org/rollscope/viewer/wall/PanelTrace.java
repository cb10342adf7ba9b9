package org.rollscope.viewer.wall;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Arrays;
import org.rollscope.viewer.chart.PixelColumns;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/**
 * The last seconds of one line in a panel, thinned to its width: of every pixel column the lowest and the highest value are
 * drawn, and nothing is drawn over missing frames.
 *
 * <p>Columns move by whole pixels, so that a scrolling line keeps its shape. <b>Threads.</b> Event dispatch thread, and for
 * filling the lock of the model.
 */
final class PanelTrace {
    /** Time from the left edge to the right one. */
    static final long SPAN_US = 30_000_000;

    private final Quantity quantity;
    private final PixelColumns columns = new PixelColumns();
    private int[] xPx = new int[256];
    private int[] yPx = new int[256];
    private long newestColumn;
    private long columnUs = 1;
    private float highest;

    PanelTrace(Quantity quantity) {
        this.quantity = quantity;
    }

    /** Takes the newest frames for so many pixel columns. */
    void fill(ChartHistory history, int columnCount) {
        long toUs = history.count() == 0 ? 0 : history.newestTimeUs();
        columns.fill(history, quantity, toUs - SPAN_US, toUs, columnCount);
        columnUs = PixelColumns.columnUs(toUs - SPAN_US, toUs, columnCount);
        newestColumn = Math.floorDiv(toUs, columnUs);
        highest = 0;
        for (int index = 0; index < columns.count(); index++) {
            if (columns.value(index) > highest) { // a gap is not a number
                highest = columns.value(index);
            }
        }
    }

    /** Highest value that is drawn, 0 when there is none. */
    float highest() {
        return highest;
    }

    /**
     * Draws the line in the colour and stroke that are set.
     *
     * @param g2 where.
     * @param area its right edge is now.
     * @param upper value of the upper edge; 0 is the lower one.
     */
    void draw(Graphics2D g2, Rectangle area, double upper) {
        int rightPx = area.x + area.width - 1;
        int bottomPx = area.y + area.height - 1;
        double pxPerUnit = (area.height - 1) / upper;
        int penCount = 0;
        for (int index = 0; index < columns.count(); index++) {
            float value = columns.value(index);
            if (Float.isNaN(value)) {
                stroke(g2, penCount);
                penCount = 0;
                continue;
            }
            int columnPx = rightPx - (int) (newestColumn - Math.floorDiv(columns.timeUs(index), columnUs));
            if (columnPx < area.x) {
                continue;
            }
            if (penCount == xPx.length) {
                xPx = Arrays.copyOf(xPx, 2 * penCount);
                yPx = Arrays.copyOf(yPx, 2 * penCount);
            }
            xPx[penCount] = columnPx;
            yPx[penCount++] = bottomPx - (int) Math.round(Math.max(0, value) * pxPerUnit);
        }
        stroke(g2, penCount);
    }

    private void stroke(Graphics2D g2, int penCount) {
        if (penCount == 1) {
            g2.drawLine(xPx[0], yPx[0], xPx[0], yPx[0]);
        } else if (penCount > 1) {
            g2.drawPolyline(xPx, yPx, penCount);
        }
    }
}
