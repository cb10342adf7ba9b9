package org.rollscope.viewer.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
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
 * Draws each line of a {@link LineDataset} as one path through whole pixels, instead of one shape a point: for a chart at rest or on
 * paper. While frames come, {@link LivePainter} draws the lines.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
public final class EnvelopeRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    private static final Shape LEGEND_LINE = new Line2D.Double(-7, 0, 7, 0);

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
        g2.setStroke(getItemStroke(series, 0));
        g2.draw(path(line, to));
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

    private static Path2D path(PixelColumns line, Projection to) {
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
        return path;
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
