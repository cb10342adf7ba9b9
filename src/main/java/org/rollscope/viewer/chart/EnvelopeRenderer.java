package org.rollscope.viewer.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * Draws each line of a {@link LineDataset} as one polyline through whole pixels, instead of one shape a point.
 *
 * <p>Without anti-aliasing a line of several pixels is that many thin ones side by side: going through a stroke costs ten times as
 * much. With it, at rest, the stroke of the series is used. <b>Threads.</b> Event dispatch thread.
 */
final class EnvelopeRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;
    private static final Stroke HAIRLINE = new BasicStroke(1f);

    private static final Shape LEGEND_LINE = new Line2D.Double(-7, 0, 7, 0);

    private transient int[] xPx = new int[256];
    private transient int[] yPx = new int[256];

    private boolean drawsLines = true;

    /** Whether lines are drawn; all else of the plot is in any case. */
    void drawLines(boolean drawn) {
        drawsLines = drawn;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D dataArea, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, dataArea, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item > 0 || !drawsLines || !isSeriesVisible(series)) {
            return; // the first item stands for the whole line
        }
        PixelColumns line = ((LineDataset) dataset).line(series);
        Projection to = new Projection(dataArea, rangeAxis, line.columnCount());
        g2.setPaint(getItemPaint(series, 0));
        Stroke stroke = getItemStroke(series, 0);
        if (RenderingHints.VALUE_ANTIALIAS_ON.equals(g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING))) {
            drawSmooth(g2, line, to, stroke);
        } else {
            drawFast(g2, line, to, thicknessPx(stroke));
        }
    }

    @Override
    public @Nullable LegendItem getLegendItem(int datasetIndex, int series) {
        XYPlot plot = getPlot();
        if (plot == null || plot.getDataset(datasetIndex) == null) {
            return null;
        }
        String name = getLegendItemLabelGenerator().generateLabel(plot.getDataset(datasetIndex), series);
        LegendItem item = new LegendItem(
                name, null, null, null, LEGEND_LINE, lookupSeriesStroke(series), lookupSeriesPaint(series));
        item.setLabelFont(lookupLegendTextFont(series));
        return item;
    }

    private static int thicknessPx(Stroke stroke) {
        return stroke instanceof BasicStroke basic ? Math.max(1, Math.round(basic.getLineWidth())) : 1;
    }

    private void drawFast(Graphics2D g2, PixelColumns line, Projection to, int thicknessPx) {
        g2.setStroke(HAIRLINE);
        int length = 0;
        for (int index = 0; index < line.count(); index++) {
            float value = line.value(index);
            if (Float.isNaN(value)) {
                drawPiece(g2, length, thicknessPx);
                length = 0;
                continue;
            }
            if (length == xPx.length) {
                xPx = Arrays.copyOf(xPx, 2 * length);
                yPx = Arrays.copyOf(yPx, 2 * length);
            }
            xPx[length] = to.xPx(line.column(index));
            yPx[length++] = to.yPx(value);
        }
        drawPiece(g2, length, thicknessPx);
    }

    private void drawPiece(Graphics2D g2, int length, int thicknessPx) {
        if (length == 0) {
            return;
        }
        for (int layer = 0; layer < thicknessPx; layer++) {
            if (length == 1) {
                g2.drawLine(xPx[0], yPx[0], xPx[0], yPx[0]);
            } else {
                g2.drawPolyline(xPx, yPx, length);
            }
            for (int index = 0; index < length; index++) {
                yPx[index]--;
            }
        }
    }

    private static void drawSmooth(Graphics2D g2, PixelColumns line, Projection to, Stroke stroke) {
        Path2D path = new Path2D.Float();
        boolean down = false;
        for (int index = 0; index < line.count(); index++) {
            float value = line.value(index);
            if (Float.isNaN(value)) {
                down = false;
            } else if (down) {
                path.lineTo(to.xPx(line.column(index)) + 0.5, to.yPx(value) + 0.5);
            } else {
                path.moveTo(to.xPx(line.column(index)) + 0.5, to.yPx(value) + 0.5);
                path.lineTo(to.xPx(line.column(index)) + 0.5, to.yPx(value) + 0.5);
                down = true;
            }
        }
        g2.setStroke(stroke);
        g2.draw(path);
    }

    /** From columns and values to pixels; the newest column lies at the right edge. */
    private record Projection(
            double rightPx, double bottomPx, double pxPerColumn, double pxPerUnit, double lowerEnd, int lastColumn) {
        Projection(Rectangle2D area, ValueAxis axis, int columnCount) {
            this(
                    area.getMaxX() - 1,
                    area.getMaxY(),
                    pxPerColumn(Math.floor(area.getWidth()), columnCount),
                    area.getHeight() / axis.getRange().getLength(),
                    axis.getLowerBound(),
                    columnCount - 1);
        }

        /** One for one; only between a change of the window's size and the next filling is it another. */
        private static double pxPerColumn(double widthPx, int columnCount) {
            return Math.abs(columnCount - widthPx) <= 1 ? 1 : widthPx / columnCount;
        }

        int xPx(int column) {
            return (int) Math.floor(rightPx - (lastColumn - column) * pxPerColumn);
        }

        int yPx(float value) {
            return (int) Math.floor(bottomPx - (value - lowerEnd) * pxPerUnit);
        }
    }
}
