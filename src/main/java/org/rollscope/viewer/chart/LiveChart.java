package org.rollscope.viewer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javax.swing.JComponent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.session.LiveMetrics;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureScale;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.StateRun;
import org.rollscope.viewer.model.ViewerModel;

/**
 * The scrolling chart: pressures with their band, speed, and the ribbon of states, all on one time axis.
 *
 * <p><b>Units.</b> Kilopascal, millimetres per second; seconds before the newest frame. <b>Threads.</b> Event dispatch thread.
 */
public final class LiveChart {
    private static final int FALLBACK_COLUMN_COUNT = 800;
    private static final double LEAST_SPEED_MM_PER_S = 50;
    private static final int GRID_ALPHA = 110;

    private final PixelColumns mean = new PixelColumns();
    private final PixelColumns peak = new PixelColumns();
    private final PixelColumns speed = new PixelColumns();
    private final LineDataset pressures =
            new LineDataset(List.of(mean, peak), List.of(Texts.of("chart.mean"), Texts.of("chart.peak")));
    private final LineDataset speeds = new LineDataset(List.of(speed), List.of(Texts.of("reading.speed")));
    private final StateRibbon ribbon = new StateRibbon();
    private final BandLabels labels = new BandLabels();
    private final NumberAxis timeAxis = new NumberAxis(Texts.of("chart.time_axis"));
    private final NumberAxis pressureAxis = new NumberAxis(PressureUnit.shown().word());
    private final NumberAxis speedAxis = new NumberAxis(Texts.of("chart.speed_axis"));
    private final NumberAxis stateAxis = new NumberAxis(Texts.of("chart.state_axis"));
    private final XYPlot pressurePlot = new XYPlot(pressures, null, pressureAxis, new EnvelopeRenderer());
    private final XYPlot speedPlot = new XYPlot(speeds, null, speedAxis, new EnvelopeRenderer());
    private final XYPlot ribbonPlot = new XYPlot(null, null, stateAxis, null);
    private final CombinedDomainXYPlot combined;
    private final JFreeChart chart;
    private final LivePainter painter;
    private final View view = new View();

    private Palette palette = Palette.LIGHT;
    private long spanMs;
    private String drawnKey = "";
    private long drawnFilledCount;
    private @Nullable PressureBand drawnBand;

    public LiveChart(long spanMs) {
        combined = new CombinedDomainXYPlot(timeAxis);
        combined.setGap(16);
        combined.add(pressurePlot, 60);
        combined.add(speedPlot, 17);
        combined.add(ribbonPlot, 12);
        combined.setOrientation(PlotOrientation.VERTICAL);
        chart = new JFreeChart(null, null, combined, false);
        chart.setAntiAlias(false);
        chart.setTextAntiAlias(true);
        LegendTitle legend = new LegendTitle(combined);
        legend.setPosition(RectangleEdge.TOP);
        legend.setFrame(BlockBorder.NONE);
        chart.addLegend(legend);
        pressurePlot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        pressureAxis.setAutoRange(false);
        speedAxis.setAutoRange(false);
        timeAxis.setAutoRange(false);
        stateAxis.setAutoRange(false);
        stateAxis.setRange(0, 1);
        stateAxis.setTickLabelsVisible(false);
        stateAxis.setTickMarksVisible(false);
        stateAxis.setAxisLineVisible(false);
        pressurePlot.addAnnotation(labels);
        ribbonPlot.setRangeGridlinesVisible(false);
        ribbonPlot.setDomainGridlinesVisible(false);
        speedPlot.setRangeZeroBaselineVisible(true);
        pressureAxis.setRange(0, 100);
        speedAxis.setRange(-LEAST_SPEED_MM_PER_S, LEAST_SPEED_MM_PER_S);
        painter = new LivePainter(chart, List.of(pressurePlot, speedPlot), this::paintOverLines);
        setSpanMs(spanMs);
    }

    public JComponent component() {
        return view;
    }

    public void setSpanMs(long newSpanMs) {
        spanMs = newSpanMs;
        timeAxis.setRange(-newSpanMs / 1000.0, 0);
        timeAxis.setTickUnit(new NumberTickUnit(tickS(newSpanMs)));
        painter.changed();
        drawnKey = "";
    }

    /** Without legend and name of the time axis, where there is little room; what a line is, its colour and axis tell. */
    public void showSmall(boolean small) {
        chart.setNotify(false);
        chart.getLegend().setVisible(!small);
        timeAxis.setLabel(small ? null : Texts.of("chart.time_axis"));
        stateAxis.setLabel(small ? null : Texts.of("chart.state_axis"));
        combined.setGap(small ? 6 : 16);
        painter.changed();
        drawnKey = "";
        view.repaint();
    }

    private static double tickS(long spanMs) {
        return spanMs <= 20_000 ? 2 : spanMs <= 90_000 ? 10 : spanMs <= 400_000 ? 30 : 60;
    }

    /** Upper end of the pressure axis; the pad map uses the same scale. */
    public double upperKpa() {
        return pressureAxis.getUpperBound();
    }

    /**
     * Draws the selected roller anew if anything of it changed.
     *
     * @param model where from.
     * @param live whether more is coming soon; a chart at rest is drawn with smooth lines, which takes several times longer.
     * @return whether it was drawn.
     */
    public boolean refresh(ViewerModel model, boolean live) {
        int columnCount = columnCount();
        String key = model.lookAtSelected(roller -> roller.rollerId() + "/" + roller.heardCount() + "/"
                + roller.history().filledCount() + "/" + columnCount + "/" + live);
        if (key == null || key.equals(drawnKey)) {
            return false;
        }
        drawnKey = key;
        view.still = !live;
        PressureBand band = model.lookAtSelected(roller -> {
            fill(roller.history(), columnCount);
            LiveMetrics figures = roller.live();
            return figures == null ? null : figures.band();
        });
        if (band != null && !band.equals(drawnBand)) {
            drawnBand = band;
            markBand(band);
        }
        scale(band);
        view.repaint();
        return true;
    }

    private int columnCount() {
        int known = painter.columnCount();
        return known < 10 ? FALLBACK_COLUMN_COUNT : known;
    }

    private void fill(ChartHistory history, int columnCount) {
        if (history.filledCount() != drawnFilledCount) {
            drawnFilledCount = history.filledCount();
            painter.forgetLines(); // what was drawn before has changed
        }
        long newestUs = history.count() == 0 ? 0 : history.newestTimeUs();
        long fromUs = newestUs - spanMs * 1000;
        mean.fill(history, Quantity.MEAN_PRESSURE, fromUs, newestUs, columnCount);
        peak.fill(history, Quantity.PEAK_PRESSURE, fromUs, newestUs, columnCount);
        speed.fill(history, Quantity.SPEED, fromUs, newestUs, columnCount);
        ribbon.refill(StateRun.between(history, fromUs, newestUs), newestUs);
        pressures.refilled(newestUs);
        speeds.refilled(newestUs);
    }

    private void scale(@Nullable PressureBand band) {
        double wantedKpa = Math.max(peak.largestMagnitude() * 1.05, mean.largestMagnitude() * 1.05);
        if (band != null) {
            wantedKpa = Math.max(wantedKpa, band.ceilingKpa() * 1.25);
        }
        double upperKpa = PressureTick.roundUpKpa(wantedKpa);
        if (upperKpa != pressureAxis.getUpperBound()) {
            pressureAxis.setRange(0, upperKpa);
            pressureAxis.setTickUnit(PressureTick.upTo(upperKpa));
            painter.changed();
        }
        double upperMmPerS = PressureScale.roundUp(Math.max(LEAST_SPEED_MM_PER_S, speed.largestMagnitude() * 1.05));
        if (upperMmPerS != speedAxis.getUpperBound()) {
            speedAxis.setRange(-upperMmPerS, upperMmPerS);
            painter.changed();
        }
        speedAxis.setTickUnit(new NumberTickUnit(upperMmPerS));
    }

    private void markBand(PressureBand band) {
        pressurePlot.clearRangeMarkers();
        zone(band.floorKpa(), band.amberKpa(), Palette.faded(palette.floor(), palette.dark() ? 34 : 22));
        zone(band.amberKpa(), band.ceilingKpa(), Palette.faded(palette.amber(), palette.dark() ? 46 : 34));
        labels.show(band);
        painter.changed();
    }

    private void zone(double fromKpa, double toKpa, Color colour) {
        pressurePlot.addRangeMarker(new IntervalMarker(fromKpa, toKpa, colour), Layer.BACKGROUND);
    }

    /** What must not be hidden by lines, and what changes with every frame. */
    private void paintOverLines(Graphics2D g2, List<Rectangle2D> areas) {
        Rectangle2D pressureArea = areas.get(0);
        LivePainter.within(g2, pressureArea, () -> {
            gridOver(g2, pressureArea);
            limits(g2, pressureArea);
        });
        LivePainter.within(g2, areas.get(1), () -> gridOver(g2, areas.get(1)));
        LivePainter.within(g2, areas.get(2), () -> ribbon.paint(g2, areas.get(2), timeAxis));
    }

    /** The lines cover those of the plot itself. */
    private void gridOver(Graphics2D g2, Rectangle2D area) {
        g2.setPaint(Palette.faded(palette.grid(), GRID_ALPHA));
        g2.setStroke(new BasicStroke(1f));
        double pxPerS = area.getWidth() * 1000 / spanMs;
        for (double backS = tickS(spanMs); backS * 1000 < spanMs; backS += tickS(spanMs)) {
            double x = area.getMaxX() - backS * pxPerS;
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
        }
    }

    private void limits(Graphics2D g2, Rectangle2D area) {
        PressureBand band = drawnBand;
        if (band != null) {
            limit(g2, area, band.floorKpa(), palette.floor(), dashed(6));
            limit(g2, area, band.amberKpa(), palette.amber(), dashed(2));
            limit(g2, area, band.ceilingKpa(), palette.ceiling(), new BasicStroke(2f));
        }
    }

    private void limit(Graphics2D g2, Rectangle2D area, double atKpa, Color colour, Stroke stroke) {
        double y = pressureAxis.valueToJava2D(atKpa, area, RectangleEdge.LEFT);
        g2.setPaint(colour);
        g2.setStroke(stroke);
        g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
    }

    private static Stroke dashed(float length) {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {length, 4}, 0);
    }

    private Font chartFont(float factor) {
        Font base = view.getFont();
        return base.deriveFont(base.getSize2D() * factor);
    }

    /** Takes colours and the font of the look. */
    public void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        pressureAxis.setLabel(PressureUnit.shown().word());
        pressureAxis.setTickUnit(PressureTick.upTo(pressureAxis.getUpperBound()));
        view.setFont(font);
        chart.setNotify(false);
        chart.setBackgroundPaint(palette.panel());
        view.setBackground(palette.panel());
        LegendTitle legend = chart.getLegend();
        legend.setBackgroundPaint(palette.panel());
        legend.setItemPaint(palette.ink());
        legend.setItemFont(chartFont(0.95f));
        for (ValueAxis axis : List.of(timeAxis, pressureAxis, speedAxis, stateAxis)) {
            axis.setLabelPaint(palette.faint());
            axis.setTickLabelPaint(palette.faint());
            axis.setAxisLinePaint(palette.grid());
            axis.setTickMarkPaint(palette.grid());
            axis.setLabelFont(chartFont(0.9f));
            axis.setTickLabelFont(chartFont(0.9f));
        }
        for (XYPlot plot : List.of(pressurePlot, speedPlot, ribbonPlot)) {
            plot.setBackgroundPaint(palette.panel());
            plot.setOutlinePaint(palette.grid());
            plot.setDomainGridlinePaint(palette.grid());
            plot.setRangeGridlinePaint(palette.grid());
            plot.setDomainGridlineStroke(new BasicStroke(1f));
            plot.setRangeGridlineStroke(new BasicStroke(1f));
            plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        }
        speedPlot.setRangeZeroBaselinePaint(palette.grid());
        line(pressurePlot, 0, palette.mean(), 2.4f);
        line(pressurePlot, 1, palette.peak(), 1f);
        line(speedPlot, 0, palette.speed(), 1.2f);
        ribbon.restyle(palette, chartFont(0.9f));
        labels.restyle(palette, chartFont(0.9f));
        chart.setPadding(new RectangleInsets(8, 8, 6, 12 + font.getSize2D() * 4));
        if (drawnBand != null) {
            markBand(drawnBand);
        }
        drawnKey = "";
        painter.changed();
        view.repaint();
    }

    private static void line(XYPlot plot, int series, Color colour, float widthPx) {
        plot.getRenderer().setSeriesPaint(series, colour);
        plot.getRenderer()
                .setSeriesStroke(series, new BasicStroke(widthPx, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** Paints the chart once as while frames come, for measuring. */
    public void paintOnce(Graphics2D g2, int widthPx, int heightPx) {
        painter.paintLive(g2, widthPx, heightPx);
    }

    /** Where the chart is seen. */
    private final class View extends JComponent {
        private static final long serialVersionUID = 1L;

        private transient boolean still;

        View() {
            setPreferredSize(new Dimension(800, 400));
            setMinimumSize(new Dimension(10, 10));
            setOpaque(true);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g2 = (Graphics2D) graphics.create();
            if (still) {
                painter.paintStill(g2, getWidth(), getHeight());
            } else {
                painter.paintLive(g2, getWidth(), getHeight());
            }
            g2.dispose();
        }
    }
}
