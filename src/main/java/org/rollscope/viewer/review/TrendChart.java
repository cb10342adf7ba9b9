package org.rollscope.viewer.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.Side;
import org.rollscope.session.TrendPairs;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * Sessions of one athlete and muscle over the calendar, a point each: no line joins or smooths them.
 *
 * <p><b>Threads.</b> Event dispatch thread.
 */
final class TrendChart extends Drawing {
    private static final long serialVersionUID = 1L;
    private static final long DAY_MS = 86_400_000;

    private transient Palette palette = Palette.LIGHT;
    private transient @Nullable JFreeChart chart;
    private transient List<SessionEntry> entries = List.of();
    private transient @Nullable SessionEntry shown;

    TrendChart() {
        setName("review-trends");
        getAccessibleContext().setAccessibleName(Texts.of("review.trends"));
        setPreferredSize(new Dimension(500, 520));
        setOpaque(true);
    }

    /** Shows the course of a session's athlete and muscle. */
    void show(List<SessionEntry> allEntries, @Nullable SessionEntry entry) {
        entries = List.copyOf(allEntries);
        shown = entry;
        rebuild();
    }

    void restyle(Palette newPalette, Font font) {
        palette = newPalette;
        setFont(font);
        setBackground(newPalette.panel());
        rebuild();
    }

    @Nullable
    JFreeChart chart() {
        return chart;
    }

    private void rebuild() {
        SessionEntry entry = shown;
        chart = entry == null || getFont() == null ? null : build(entry);
        repaint();
    }

    private JFreeChart build(SessionEntry entry) {
        TrendPoints points = TrendPoints.like(entry.record(), entries);
        Font small = getFont().deriveFont(getFont().getSize2D() * 0.88f);
        DateAxis days = new DateAxis("", TimeZone.getTimeZone("UTC"), Locale.ROOT);
        days.setDateFormatOverride(dayFormat());
        style(days, small);
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(days);
        combined.setGap(14);
        long earliestMs = Long.MAX_VALUE;
        long latestMs = Long.MIN_VALUE;
        for (TrendPoints.Measure measure : TrendPoints.Measure.values()) {
            combined.add(plot(points, measure, small), 1);
            for (Side side : Side.values()) {
                for (TrendPoints.Point point : points.points(measure, side)) {
                    long atMs = point.entry().record().startedAt().toEpochMilli();
                    earliestMs = Math.min(earliestMs, atMs);
                    latestMs = Math.max(latestMs, atMs);
                }
            }
        }
        if (latestMs >= earliestMs) {
            long marginMs = Math.max(DAY_MS, (latestMs - earliestMs) / 20);
            int stepDays = (int) Math.max(1, (latestMs - earliestMs + 2 * marginMs) / DAY_MS / 6);
            days.setTickUnit(new DateTickUnit(DateTickUnitType.DAY, stepDays, dayFormat()));
            days.setRange((double) (earliestMs - marginMs), (double) (latestMs + marginMs));
        }
        JFreeChart made = new JFreeChart(null, null, combined, false);
        made.setBackgroundPaint(palette.panel());
        made.setTextAntiAlias(true);
        made.setPadding(new RectangleInsets(6, 6, 6, 12));
        LegendTitle legend = new LegendTitle(combined.getSubplots().get(0));
        legend.setPosition(RectangleEdge.TOP);
        legend.setBackgroundPaint(palette.panel());
        legend.setItemPaint(palette.ink());
        legend.setItemFont(small);
        made.addLegend(legend);
        List<String> lines = words(points, entry.record().side());
        for (int index = lines.size() - 1; index >= 0; index--) { // the first that is added stands lowest
            String line = lines.get(index);
            TextTitle title = new TextTitle(line, small);
            title.setPaint(palette.ink());
            title.setPosition(RectangleEdge.BOTTOM);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setTextAlignment(HorizontalAlignment.LEFT);
            made.addSubtitle(title);
        }
        return made;
    }

    private static java.text.SimpleDateFormat dayFormat() {
        java.text.SimpleDateFormat format = new java.text.SimpleDateFormat("d MMM", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format;
    }

    /** What can be said of the session's own side: below three sessions nothing. */
    static List<String> words(TrendPoints points, Side side) {
        List<String> lines = new ArrayList<>();
        for (TrendPoints.Measure measure : TrendPoints.Measure.values()) {
            int knownCount = points.knownCount(measure, side);
            String name = Texts.of(measure.key(), unit());
            if (knownCount < TrendPairs.FEWEST_SESSIONS_COUNT) {
                lines.add(Texts.of("review.trend.few", name, knownCount));
            } else {
                TrendPairs pairs = points.pairs(measure, side);
                lines.add(Texts.of(
                        "review.trend.pairs",
                        name,
                        Integer.toString(knownCount),
                        Integer.toString(pairs.pairCount()),
                        Integer.toString(pairs.higherCount()),
                        Integer.toString(pairs.lowerCount())));
            }
        }
        if (points.otherToolCount() > 0) {
            lines.add(Texts.of("review.trend.other_tools", points.otherToolCount()));
        }
        lines.add(Texts.of("review.trend.chance"));
        return lines;
    }

    private static String unit() {
        return PressureUnit.shown().word();
    }

    private XYPlot plot(TrendPoints points, TrendPoints.Measure measure, Font small) {
        XYSeriesCollection dataset = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (Side side : Side.values()) {
            List<TrendPoints.Point> ofSide = points.points(measure, side);
            if (ofSide.isEmpty() || (measure == TrendPoints.Measure.ASYMMETRY && side == Side.MIDDLE)) {
                continue;
            }
            XYSeries series = new XYSeries(BodyWords.of(side));
            for (TrendPoints.Point point : ofSide) {
                double value = measure == TrendPoints.Measure.HOLD_PRESSURE
                        ? PressureUnit.shown().of(point.value())
                        : point.value();
                if (Double.isFinite(value)) {
                    series.add((double) point.entry().record().startedAt().toEpochMilli(), value);
                }
            }
            int index = dataset.getSeriesCount();
            dataset.addSeries(series);
            renderer.setSeriesShape(index, shape(side));
            renderer.setSeriesPaint(index, colour(side));
        }
        NumberAxis axis = new NumberAxis(Texts.of(measure.key() + ".axis", unit()));
        axis.setAutoRangeIncludesZero(true);
        axis.setUpperMargin(0.2);
        style(axis, small);
        XYPlot plot = new XYPlot(dataset, null, axis, renderer);
        plot.setBackgroundPaint(palette.panel());
        plot.setOutlinePaint(palette.grid());
        plot.setDomainGridlinePaint(palette.grid());
        plot.setRangeGridlinePaint(palette.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        return plot;
    }

    private Color colour(Side side) {
        return side == Side.RIGHT ? palette.peak() : side == Side.LEFT ? palette.mean() : palette.floor();
    }

    /** Left points to the left, right to the right. */
    private static Shape shape(Side side) {
        return switch (side) {
            case LEFT -> new Polygon(new int[] {-6, 4, 4}, new int[] {0, -6, 6}, 3);
            case RIGHT -> new Polygon(new int[] {6, -4, -4}, new int[] {0, -6, 6}, 3);
            case MIDDLE -> new Rectangle2D.Double(-4, -4, 8, 8);
        };
    }

    private void style(ValueAxis axis, Font small) {
        axis.setLabelPaint(palette.faint());
        axis.setTickLabelPaint(palette.faint());
        axis.setAxisLinePaint(palette.grid());
        axis.setTickMarkPaint(palette.grid());
        axis.setLabelFont(small);
        axis.setTickLabelFont(small);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setPaint(palette.panel());
        g2.fillRect(0, 0, getWidth(), getHeight());
        JFreeChart drawn = chart;
        if (drawn != null) {
            drawn.draw(g2, new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        }
        g2.dispose();
    }
}
