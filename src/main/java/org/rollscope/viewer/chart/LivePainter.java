package org.rollscope.viewer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * Paints a live chart: what JFreeChart draws beside the lines once, and kept, the lines as a {@link LineRaster} over it.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class LivePainter {
    /** A column of the plot that no vertical grid line crosses, from the left. */
    private static final int CLEAR_COLUMN_PX = 2;

    /** What is drawn over the lines, at the places of the plots. */
    interface Overlay {
        /** Draws it, in the chart's own coordinates. */
        void paint(Graphics2D g2, List<Rectangle2D> dataAreas);
    }

    private final JFreeChart chart;
    private final List<XYPlot> plots;
    private final List<LineRaster> rasters = new ArrayList<>();
    private final Overlay overlay;
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private List<Rectangle2D> areas = List.of();
    private BufferedImage chrome = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private boolean stale = true;
    private double scale = 1;

    /**
     * Makes a painter.
     *
     * @param chart all of it; its plots are those below, and others without lines.
     * @param plots whose lines are painted; first plots of the chart, each with an {@link EnvelopeRenderer}.
     * @param overlay drawn over the lines.
     */
    LivePainter(JFreeChart chart, List<XYPlot> plots, Overlay overlay) {
        this.chart = chart;
        this.plots = List.copyOf(plots);
        this.overlay = overlay;
        plots.forEach(plot -> rasters.add(new LineRaster()));
    }

    /** Something but the lines has changed. */
    void changed() {
        stale = true;
    }

    /** All of the lines is drawn with the next painting, not only what is new. */
    void forgetLines() {
        rasters.forEach(LineRaster::forget);
    }

    /** Columns of a plot on the device, 0 before the first painting. */
    int columnCount() {
        return areas.isEmpty() ? 0 : (int) Math.floor(areas.get(0).getWidth() * scale);
    }

    /** Areas of the plots, in the chart's own coordinates. */
    List<Rectangle2D> areas() {
        return areas;
    }

    /** With smooth lines, for a chart at rest or on paper. */
    void paintStill(Graphics2D g2, int widthPx, int heightPx) {
        chart.setNotify(false);
        chart.setAntiAlias(true);
        chart.draw(g2, new Rectangle2D.Double(0, 0, widthPx, heightPx), info);
        learnAreas();
        overlay.paint(g2, areas);
    }

    /** Many times a second. */
    void paintLive(Graphics2D g2, int widthPx, int heightPx) {
        AffineTransform before = g2.getTransform();
        double wantedScale = before.getScaleX();
        int deviceWidthPx = (int) Math.ceil(widthPx * wantedScale);
        int deviceHeightPx = (int) Math.ceil(heightPx * wantedScale);
        if (stale
                || scale != wantedScale
                || chrome.getWidth() != deviceWidthPx
                || chrome.getHeight() != deviceHeightPx) {
            scale = wantedScale;
            drawChrome(deviceWidthPx, deviceHeightPx, widthPx, heightPx);
        }
        // pixel for pixel: what is scaled already must not be scaled again
        g2.setTransform(AffineTransform.getTranslateInstance(before.getTranslateX(), before.getTranslateY()));
        List<Rectangle> places = new ArrayList<>();
        for (int index = 0; index < plots.size(); index++) {
            places.add(linesAt(index));
        }
        drawChromeBeside(g2, places);
        for (int index = 0; index < plots.size(); index++) {
            if (!places.get(index).isEmpty()) {
                paintLines(g2, index, places.get(index));
            }
        }
        g2.setTransform(before);
        overlay.paint(g2, areas);
    }

    /** The chrome, but where lines cover all of it: most of a redraw is memory that is written, and that was written twice. */
    private void drawChromeBeside(Graphics2D g2, List<Rectangle> places) {
        int doneToPx = 0;
        for (Rectangle lines : places) {
            if (lines.isEmpty() || lines.y < doneToPx) {
                continue; // drawn with what follows
            }
            int belowPx = lines.y + lines.height;
            drawChromePart(g2, 0, doneToPx, chrome.getWidth(), lines.y);
            drawChromePart(g2, 0, lines.y, lines.x, belowPx);
            drawChromePart(g2, lines.x + lines.width, lines.y, chrome.getWidth(), belowPx);
            doneToPx = belowPx;
        }
        drawChromePart(g2, 0, doneToPx, chrome.getWidth(), chrome.getHeight());
    }

    private void drawChromePart(Graphics2D g2, int fromX, int fromY, int toX, int toY) {
        if (toX > fromX && toY > fromY) {
            g2.drawImage(chrome, fromX, fromY, toX, toY, fromX, fromY, toX, toY, null);
        }
    }

    private void drawChrome(int deviceWidthPx, int deviceHeightPx, int widthPx, int heightPx) {
        chrome = new BufferedImage(deviceWidthPx, deviceHeightPx, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = chrome.createGraphics();
        g2.scale(scale, scale);
        chart.setNotify(false);
        chart.setAntiAlias(false);
        lines(false);
        chart.draw(g2, new Rectangle2D.Double(0, 0, widthPx, heightPx), info);
        lines(true);
        g2.dispose();
        learnAreas();
        stale = false;
    }

    private void lines(boolean drawn) {
        plots.forEach(plot -> ((EnvelopeRenderer) plot.getRenderer()).drawLines(drawn));
    }

    private void learnAreas() {
        PlotRenderingInfo plotInfo = info.getPlotInfo();
        List<Rectangle2D> found = new ArrayList<>();
        if (plotInfo.getSubplotCount() == 0) {
            found.add(plotInfo.getDataArea());
        }
        for (int index = 0; index < plotInfo.getSubplotCount(); index++) {
            found.add(plotInfo.getSubplotInfo(index).getDataArea());
        }
        areas = List.copyOf(found);
    }

    /** Pixels that the lines of a plot take, whole; empty where there is no room or no line. */
    private Rectangle linesAt(int index) {
        Rectangle2D area = areas.get(index);
        int left = (int) Math.ceil(area.getX() * scale);
        int top = (int) Math.ceil(area.getY() * scale);
        int width = (int) Math.floor(area.getMaxX() * scale) - left;
        int height = (int) Math.floor(area.getMaxY() * scale) - top;
        LineDataset dataset = (LineDataset) plots.get(index).getDataset();
        boolean drawn = width > CLEAR_COLUMN_PX && height > 0 && dataset.line(0).count() > 0;
        return drawn ? new Rectangle(left, top, width, height) : new Rectangle();
    }

    private void paintLines(Graphics2D g2, int index, Rectangle place) {
        XYPlot plot = plots.get(index);
        LineDataset dataset = (LineDataset) plot.getDataset();
        int[] rows = new int[place.height];
        for (int row = 0; row < place.height; row++) {
            rows[row] = chrome.getRGB(place.x + CLEAR_COLUMN_PX, place.y + row) & 0xFFFFFF;
        }
        List<LineRaster.Line> lines = new ArrayList<>();
        for (int series = 0; series < dataset.getSeriesCount(); series++) {
            Color colour = (Color) plot.getRenderer().getItemPaint(series, 0);
            BasicStroke stroke = (BasicStroke) plot.getRenderer().getItemStroke(series, 0);
            int thickness = Math.max(1, (int) Math.round(stroke.getLineWidth() * scale));
            lines.add(new LineRaster.Line(dataset.line(series), colour.getRGB() & 0xFFFFFF, thickness));
        }
        LineRaster.Frame frame = new LineRaster.Frame(
                plot.getRangeAxis().getLowerBound(),
                plot.getRangeAxis().getUpperBound(),
                dataset.line(0).columnUs());
        LineRaster raster = rasters.get(index);
        raster.show(rows, place.width, frame, lines);
        raster.paint(g2, place.x, place.y);
    }

    /** Runs a drawing with smooth edges, clipped to an area. */
    static void within(Graphics2D g2, Rectangle2D area, Runnable drawing) {
        Shape clip = g2.getClip();
        g2.clip(area);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.run();
        g2.setClip(clip);
    }
}
