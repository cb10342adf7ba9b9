package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.viewer.chart.BandLabels;
import org.rollscope.viewer.chart.EnvelopeRenderer;
import org.rollscope.viewer.chart.LineDataset;
import org.rollscope.viewer.chart.PixelColumns;
import org.rollscope.viewer.chart.PressureTick;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.TimeWindow;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureScale;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.Samples;

/**
 * A stretch of a session as a chart: pressures with their band, chosen pads, speed, lanes for events and states, on one time axis.
 *
 * <p>Each pixel column carries the lowest and the highest sample in it, so that no extreme is lost; where frames are missing the line
 * breaks. Draws onto whatever it is given: a window, a picture, paper. <b>Threads.</b> Event dispatch thread.
 */
final class SessionPlot {
    private static final int FALLBACK_COLUMN_COUNT = 800;
    private static final double LEAST_SPEED_MM_PER_S = 50;

    private final ReviewedSession session;
    private final List<PadTrace> pads;
    private final Rows lines = new Rows();
    private final TimeAxis timeAxis = new TimeAxis(Texts.of("review.axis.time"));
    private final NumberAxis pressureAxis = new NumberAxis();
    private final NumberAxis padAxis = new NumberAxis();
    private final NumberAxis countsAxis = new NumberAxis(Texts.of("review.axis.counts"));
    private final NumberAxis speedAxis = new NumberAxis(Texts.of("chart.speed_axis"));
    private final NumberAxis eventAxis = new NumberAxis(Texts.of("review.axis.events"));
    private final NumberAxis stateAxis = new NumberAxis(Texts.of("chart.state_axis"));
    private final BandLabels labels = new BandLabels();
    private final List<XYPlot> plots = new ArrayList<>();
    private final List<NumberAxis> axes = new ArrayList<>();
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);
    private final JFreeChart chart;
    private final PlotLanes lanes;
    private List<Rectangle2D> areas = List.of();
    private Palette palette = Palette.LIGHT;
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private final double neededUpperKpa;
    private final double neededUpperMmPerS;
    private final double neededPadKpa;
    private final double neededCounts;
    private double leastUpperKpa;
    private double leastUpperMmPerS = LEAST_SPEED_MM_PER_S;
    private boolean fits;

    /** One line: where from, and thinned for drawing. */
    private record Row(Samples samples, PixelColumns columns) {}

    /** All lines. */
    private static final class Rows extends ArrayList<Row> {
        private static final long serialVersionUID = 1L;

        PixelColumns of(Samples samples) {
            PixelColumns columns = new PixelColumns();
            add(new Row(samples, columns));
            return columns;
        }
    }

    SessionPlot(ReviewedSession session, List<PadTrace> pads) {
        this.session = session;
        this.pads = List.copyOf(pads);
        lanes = new PlotLanes(session, timeAxis, pressureAxis);
        double highestKpa = Math.max(
                highest(session.tracks().line(Quantity.PEAK_PRESSURE)),
                highest(session.tracks().line(Quantity.MEAN_PRESSURE)));
        neededUpperKpa =
                Math.max(highestKpa * 1.05, session.entry().record().band().ceilingKpa() * 1.25);
        neededUpperMmPerS = highest(session.tracks().line(Quantity.SPEED)) * 1.05;
        neededPadKpa = highest(pads.stream().map(PadTrace::pressure).toList(), 10);
        neededCounts = highest(pads.stream().map(PadTrace::raw).toList(), 100);
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(timeAxis);
        combined.setGap(10);
        add(combined, pressures(), pressureAxis, 50);
        if (!pads.isEmpty()) {
            add(combined, padLines(true), padAxis, 30);
            add(combined, padLines(false), countsAxis, 24);
        }
        add(combined, speeds(), speedAxis, 16);
        add(combined, null, eventAxis, pads.isEmpty() ? 14 : 20);
        add(combined, null, stateAxis, pads.isEmpty() ? 9 : 14);
        plots.get(0).addAnnotation(labels);
        XYPlot speed = plots.get(plots.size() - 3);
        speed.setRangeZeroBaselineVisible(true);
        for (NumberAxis axis : List.of(eventAxis, stateAxis)) {
            axis.setRange(0, 1);
            axis.setTickLabelsVisible(false);
            axis.setTickMarksVisible(false);
            axis.setAxisLineVisible(false);
        }
        chart = new JFreeChart(null, null, combined, false);
        chart.setTextAntiAlias(true);
        LegendTitle legend = new LegendTitle(combined);
        legend.setPosition(RectangleEdge.TOP);
        legend.setFrame(BlockBorder.NONE);
        chart.addLegend(legend);
        scaleToSession();
        restyle(palette, font);
    }

    private void add(CombinedDomainXYPlot combined, @Nullable LineDataset dataset, NumberAxis axis, int weight) {
        XYPlot plot = new XYPlot(dataset, null, axis, dataset == null ? null : new EnvelopeRenderer());
        boolean lane = dataset == null;
        plot.setRangeGridlinesVisible(!lane);
        plot.setDomainGridlinesVisible(!lane);
        axis.setAutoRange(false);
        combined.add(plot, weight);
        plots.add(plot);
        axes.add(axis);
    }

    private LineDataset pressures() {
        PixelColumns mean = lines.of(session.tracks().line(Quantity.MEAN_PRESSURE));
        PixelColumns peak = lines.of(session.tracks().line(Quantity.PEAK_PRESSURE));
        return new LineDataset(List.of(mean, peak), List.of(Texts.of("chart.mean"), Texts.of("chart.peak")));
    }

    private LineDataset speeds() {
        return new LineDataset(
                List.of(lines.of(session.tracks().line(Quantity.SPEED))), List.of(Texts.of("reading.speed")));
    }

    private LineDataset padLines(boolean calibrated) {
        List<PixelColumns> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (PadTrace pad : pads) {
            columns.add(lines.of(calibrated ? pad.pressure() : pad.raw()));
            names.add(Texts.of(calibrated ? "review.pad" : "review.pad.raw", Integer.toString(pad.padIndex() + 1)));
        }
        return new LineDataset(columns, names);
    }

    PlotLanes lanes() {
        return lanes;
    }

    /** Pressures and speeds up to here are shown at least, so that two sessions can be compared by eye. */
    void setLeastUpper(double upperKpa, double upperMmPerS) {
        leastUpperKpa = upperKpa;
        leastUpperMmPerS = Math.max(LEAST_SPEED_MM_PER_S, upperMmPerS);
        scaleToSession();
    }

    /** Upper end of the speeds that the whole session needs. */
    double neededUpperMmPerS() {
        return neededUpperMmPerS;
    }

    /** Upper end of the pressures that the whole session needs. */
    double neededUpperKpa() {
        return neededUpperKpa;
    }

    /** Whether the pressure axis ends at what is shown, or at the session's highest so that its scale never changes. */
    void setFits(boolean fitting) {
        fits = fitting;
        scaleToSession();
    }

    private void scaleToSession() {
        setUpperKpa(pressureAxis, Math.max(leastUpperKpa, neededUpperKpa));
        setUpperKpa(padAxis, neededPadKpa);
        double upperCounts = PressureScale.roundUp(neededCounts);
        countsAxis.setRange(0, upperCounts);
        countsAxis.setTickUnit(new NumberTickUnit(upperCounts / 2));
        double speedMmPerS = PressureScale.roundUp(Math.max(leastUpperMmPerS, neededUpperMmPerS));
        speedAxis.setRange(-speedMmPerS, speedMmPerS);
        speedAxis.setTickUnit(new NumberTickUnit(speedMmPerS));
    }

    private static void setUpperKpa(NumberAxis axis, double neededKpa) {
        double upperKpa = PressureTick.roundUpKpa(neededKpa);
        axis.setRange(0, upperKpa);
        axis.setTickUnit(PressureTick.upTo(upperKpa));
        axis.setLabel(PressureUnit.shown().word());
    }

    private static double highest(List<Samples> lines, double least) {
        return Math.max(
                least, lines.stream().mapToDouble(SessionPlot::highest).max().orElse(0) * 1.05);
    }

    private static double highest(Samples line) {
        double highest = 0;
        for (int index = 0; index < line.count(); index++) {
            double here = Math.abs(line.value(index));
            highest = here > highest ? here : highest;
        }
        return highest;
    }

    /** Takes colours and the font of a look. */
    void restyle(Palette newPalette, Font newFont) {
        palette = newPalette;
        font = newFont;
        Font small = font.deriveFont(font.getSize2D() * 0.9f);
        chart.setNotify(false);
        scaleToSession();
        chart.setBackgroundPaint(palette.panel());
        LegendTitle legend = chart.getLegend();
        legend.setBackgroundPaint(palette.panel());
        legend.setItemPaint(palette.ink());
        legend.setItemFont(small);
        style(timeAxis, small);
        axes.forEach(axis -> style(axis, small));
        plots.forEach(this::style);
        line(0, 0, palette.mean(), 2.2f);
        line(0, 1, palette.peak(), 1f);
        line(plots.size() - 3, 0, palette.speed(), 1.2f);
        for (int index = 0; index < pads.size(); index++) {
            for (int plotIndex : new int[] {1, 2}) {
                plots.get(plotIndex).getRenderer().setSeriesPaint(index, PadLook.colour(index));
                plots.get(plotIndex).getRenderer().setSeriesStroke(index, PadLook.stroke(index));
            }
        }
        lanes.restyle(palette, small);
        labels.restyle(palette, small);
        chart.setPadding(new RectangleInsets(4, 6, 4, 10 + font.getSize2D() * 4));
        markBand();
    }

    private void style(ValueAxis axis, Font small) {
        axis.setLabelPaint(palette.faint());
        axis.setTickLabelPaint(palette.faint());
        axis.setAxisLinePaint(palette.grid());
        axis.setTickMarkPaint(palette.grid());
        axis.setLabelFont(small);
        axis.setTickLabelFont(small);
    }

    private void style(XYPlot plot) {
        plot.setBackgroundPaint(palette.panel());
        plot.setOutlinePaint(palette.grid());
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeZeroBaselinePaint(palette.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    private void line(int plotIndex, int series, Color colour, float widthPx) {
        plots.get(plotIndex).getRenderer().setSeriesPaint(series, colour);
        plots.get(plotIndex)
                .getRenderer()
                .setSeriesStroke(series, new BasicStroke(widthPx, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void markBand() {
        PressureBand band = session.entry().record().band();
        XYPlot pressure = plots.get(0);
        pressure.clearRangeMarkers();
        zone(pressure, band.floorKpa(), band.amberKpa(), Palette.faded(palette.floor(), palette.dark() ? 34 : 22));
        zone(pressure, band.amberKpa(), band.ceilingKpa(), Palette.faded(palette.amber(), palette.dark() ? 46 : 34));
        labels.show(band);
    }

    private static void zone(XYPlot plot, double fromKpa, double toKpa, Color colour) {
        plot.addRangeMarker(new IntervalMarker(fromKpa, toKpa, colour), Layer.BACKGROUND);
    }

    /** Draws a stretch; gives where each plot lies. */
    List<Rectangle2D> draw(Graphics2D g2, int widthPx, int heightPx, TimeWindow window) {
        chart.setNotify(false);
        timeAxis.show(window);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle2D place = new Rectangle2D.Double(0, 0, widthPx, heightPx);
        if (fits) {
            fill(window, columnCount());
            fitToShown();
        }
        for (int turn = 0; turn < 3; turn++) {
            // how many columns there are is known when the axes have taken their room
            int columnCount = columnCount();
            fill(window, columnCount);
            chart.draw(g2, place, info);
            learnAreas();
            if (columnCount() == columnCount) {
                break;
            }
        }
        lanes.paint(g2, areas, window);
        return areas;
    }

    private void fitToShown() {
        double highestKpa = Math.max(
                lines.get(0).columns().largestMagnitude(),
                lines.get(1).columns().largestMagnitude());
        setUpperKpa(pressureAxis, highestKpa * 1.05);
    }

    private int columnCount() {
        return areas.isEmpty()
                ? FALLBACK_COLUMN_COUNT
                : (int) Math.max(10, Math.floor(areas.get(0).getWidth()));
    }

    private void fill(TimeWindow window, int columnCount) {
        for (Row row : lines) {
            row.columns().fillToEdges(row.samples(), window.fromUs(), window.toUs(), columnCount);
        }
        for (XYPlot plot : plots) {
            if (plot.getDataset() instanceof LineDataset dataset) {
                dataset.refilled(0);
            }
        }
    }

    private void learnAreas() {
        PlotRenderingInfo plotInfo = info.getPlotInfo();
        List<Rectangle2D> found = new ArrayList<>();
        for (int index = 0; index < plotInfo.getSubplotCount(); index++) {
            found.add(plotInfo.getSubplotInfo(index).getDataArea());
        }
        areas = List.copyOf(found);
    }

    /** Where the plots lie: pressures first, the lanes of events and states last. */
    List<Rectangle2D> areas() {
        return areas;
    }

    /** Session time at a place. */
    long timeUs(double xPx, TimeWindow window) {
        if (areas.isEmpty()) {
            return window.fromUs();
        }
        Rectangle2D area = areas.get(0);
        double shareRatio = (xPx - area.getX()) / area.getWidth();
        return window.fromUs() + Math.round(shareRatio * window.lengthUs());
    }

    /** Place of a session time. */
    double xPx(long timeUs, TimeWindow window) {
        Rectangle2D area = areas.get(0);
        return area.getX() + area.getWidth() * (timeUs - window.fromUs()) / window.lengthUs();
    }

    /** Height of a pressure. */
    double yPx(double pressureKpa) {
        return pressureAxis.valueToJava2D(pressureKpa, areas.get(0), RectangleEdge.LEFT);
    }
}
