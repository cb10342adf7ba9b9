package org.rollscope.viewer.wall;

import java.awt.Dimension;
import java.awt.Rectangle;

/**
 * Where the panels lie: as many columns as make them largest; lower ones than can be read are not made, the wall scrolls then.
 *
 * @param columnCount panels side by side.
 * @param panel size of one.
 */
record WallGrid(int columnCount, Dimension panel) {
    static final int GAP_PX = 10;
    static final Dimension LEAST = new Dimension(178, 118);
    private static final Dimension MOST = new Dimension(620, 380);
    /** Width over height at which a panel reads best. */
    private static final double SHAPE_RATIO = 1.6;

    /**
     * The grid for some panels.
     *
     * @param panelCount how many.
     * @param widthPx room from side to side.
     * @param heightPx room that is seen without scrolling.
     * @return the grid.
     */
    static WallGrid of(int panelCount, int widthPx, int heightPx) {
        WallGrid best = new WallGrid(1, LEAST);
        double bestPx = -1;
        for (int columnCount = 1; columnCount <= Math.max(1, panelCount); columnCount++) {
            int rowCount = (Math.max(1, panelCount) + columnCount - 1) / columnCount;
            int panelWidthPx = (widthPx - GAP_PX) / columnCount - GAP_PX;
            int panelHeightPx = (heightPx - GAP_PX) / rowCount - GAP_PX;
            if (panelWidthPx < LEAST.width && columnCount > 1) {
                break;
            }
            // A panel that would be too low is made readable and scrolled to; more columns are better then.
            double sizePx = panelHeightPx < LEAST.height
                    ? columnCount / 1000.0
                    : Math.min(panelWidthPx, panelHeightPx * SHAPE_RATIO);
            if (sizePx > bestPx) {
                bestPx = sizePx;
                best = new WallGrid(columnCount, clipped(panelWidthPx, panelHeightPx));
            }
        }
        return best;
    }

    private static Dimension clipped(int widthPx, int heightPx) {
        return new Dimension(
                Math.max(LEAST.width, Math.min(MOST.width, widthPx)),
                Math.max(LEAST.height, Math.min(MOST.height, heightPx)));
    }

    /** Where the panel of a place lies. */
    Rectangle bounds(int place) {
        return new Rectangle(
                GAP_PX + place % columnCount * (panel.width + GAP_PX),
                GAP_PX + place / columnCount * (panel.height + GAP_PX),
                panel.width,
                panel.height);
    }

    /** Room that some panels need. */
    Dimension size(int panelCount) {
        int rowCount = (panelCount + columnCount - 1) / columnCount;
        return new Dimension(
                GAP_PX + columnCount * (panel.width + GAP_PX), GAP_PX + rowCount * (panel.height + GAP_PX));
    }

    /** Place under a point, -1 when there is none. */
    int placeAt(int xPx, int yPx, int panelCount) {
        for (int place = 0; place < panelCount; place++) {
            if (bounds(place).contains(xPx, yPx)) {
                return place;
            }
        }
        return -1;
    }
}
