package org.rollscope.viewer.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;

/**
 * Lines of a scrolling plot as pixels: a ring of columns, of which only those are drawn anew that changed.
 *
 * <p>A column's pixels between its lowest and its highest value are all set, so that no extreme is lost. <b>Units.</b> Pixels of the
 * device, colours as 0xRRGGBB. <b>Threads.</b> Event dispatch thread.
 */
final class LineRaster {
    /**
     * How a line is drawn.
     *
     * @param columns its points.
     * @param rgb colour.
     * @param thicknessPx 1 or more.
     */
    record Line(PixelColumns columns, int rgb, int thicknessPx) {}

    /**
     * What all of the picture depends on; a change of it draws everything anew.
     *
     * @param lowerEnd value at the lower edge.
     * @param upperEnd value at the upper edge.
     * @param columnUs time of one column.
     */
    record Frame(double lowerEnd, double upperEnd, long columnUs) {}

    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private int[] pixels = {0};
    private int[] rows = {0};
    private int widthPx = 1;
    private int heightPx = 1;
    private Frame frame = new Frame(0, 0, 0);
    private List<Line> lines = List.of();
    private long lastColumn = Long.MIN_VALUE;
    /** Columns before this one cannot change any more. */
    private long openColumn;

    /**
     * Draws what is new.
     *
     * @param background a colour for each row; its length is the height.
     * @param newWidthPx columns.
     * @param newFrame scales.
     * @param newLines in the order of drawing.
     */
    void show(int[] background, int newWidthPx, Frame newFrame, List<Line> newLines) {
        long newLastColumn = newLines.get(0).columns().lastColumn();
        boolean follows = newWidthPx == widthPx
                && newFrame.equals(frame)
                && newLines.equals(lines)
                && Arrays.equals(background, rows)
                && newLastColumn >= lastColumn
                && newLastColumn - lastColumn < newWidthPx;
        frame = newFrame;
        lines = newLines;
        if (!follows) {
            resize(newWidthPx, background);
        }
        long leftColumn = newLastColumn - widthPx + 1;
        long from = follows ? Math.max(leftColumn, Math.min(openColumn, lastColumn)) : leftColumn;
        lastColumn = newLastColumn;
        clear(from);
        openColumn = newLastColumn;
        for (Line line : newLines) {
            draw(line, from);
        }
    }

    /** The next picture is drawn whole. */
    void forget() {
        lines = List.of();
    }

    /** The picture, its newest column at the right; for tests. */
    BufferedImage picture() {
        BufferedImage copy = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = copy.createGraphics();
        paint(g2, 0, 0);
        g2.dispose();
        return copy;
    }

    private void resize(int newWidthPx, int[] background) {
        rows = background.clone();
        if (newWidthPx != widthPx || rows.length != heightPx) {
            widthPx = newWidthPx;
            heightPx = rows.length;
            image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
            pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    private void clear(long fromColumn) {
        int count = (int) (lastColumn - fromColumn + 1);
        int begin = ringPx(fromColumn);
        int untilEnd = Math.min(count, widthPx - begin);
        for (int row = 0; row < heightPx; row++) {
            int start = row * widthPx;
            Arrays.fill(pixels, start + begin, start + begin + untilEnd, rows[row]);
            Arrays.fill(pixels, start, start + count - untilEnd, rows[row]);
        }
    }

    private int ringPx(long column) {
        return (int) Math.floorMod(column, (long) widthPx);
    }

    private void draw(Line line, long fromColumn) {
        PixelColumns points = line.columns();
        int index = Math.max(0, points.firstIndexFromColumn(fromColumn) - 1);
        boolean down = false;
        long beforeColumn = 0;
        int beforeYPx = 0;
        for (; index < points.count(); index++) {
            float value = points.value(index);
            if (Float.isNaN(value)) {
                down = false;
                continue;
            }
            long column = points.absoluteColumn(index);
            int yPx = yPx(value);
            if (!down || column == beforeColumn) {
                span(line, column, down ? beforeYPx : yPx, yPx, fromColumn);
            } else {
                slope(line, beforeColumn, beforeYPx, column, yPx, fromColumn);
            }
            down = true;
            beforeColumn = column;
            beforeYPx = yPx;
        }
        // the next point is joined to the last one, over columns that have none
        openColumn = Math.min(openColumn, down ? beforeColumn : openColumn);
    }

    /** From one point to a later one, a vertical piece in each column, so that it is joined everywhere. */
    private void slope(Line line, long fromColumn, int fromYPx, long toColumn, int toYPx, long firstDrawn) {
        long steps = toColumn - fromColumn;
        int lastYPx = fromYPx;
        for (long step = 1; step <= steps; step++) {
            int yPx = (int) (fromYPx + (toYPx - fromYPx) * step / steps);
            span(line, fromColumn + step, lastYPx, yPx, firstDrawn);
            lastYPx = yPx;
        }
    }

    private void span(Line line, long column, int oneYPx, int otherYPx, long firstDrawn) {
        if (column < firstDrawn || column > lastColumn) {
            return;
        }
        int top = Math.max(0, Math.min(oneYPx, otherYPx) - line.thicknessPx() + 1);
        int bottom = Math.min(heightPx - 1, Math.max(oneYPx, otherYPx));
        int at = top * widthPx + ringPx(column);
        for (int row = top; row <= bottom; row++) {
            pixels[at] = line.rgb();
            at += widthPx;
        }
    }

    private int yPx(float value) {
        double perUnit = heightPx / (frame.upperEnd() - frame.lowerEnd());
        return (int) Math.floor(heightPx - (value - frame.lowerEnd()) * perUnit);
    }

    /** Puts the picture down with its newest column at the right. */
    void paint(Graphics2D g2, int leftPx, int topPx) {
        int begin = ringPx(lastColumn + 1);
        int firstPart = widthPx - begin;
        copy(g2, leftPx, topPx, begin, firstPart);
        if (begin > 0) {
            copy(g2, leftPx + firstPart, topPx, 0, begin);
        }
    }

    private void copy(Graphics2D g2, int leftPx, int topPx, int fromPx, int countPx) {
        g2.drawImage(
                image, leftPx, topPx, leftPx + countPx, topPx + heightPx, fromPx, 0, fromPx + countPx, heightPx, null);
    }
}
