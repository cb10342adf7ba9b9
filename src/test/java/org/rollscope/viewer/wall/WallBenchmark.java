package org.rollscope.viewer.wall;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rollscope.detect.Activity;
import org.rollscope.frame.HostClock;
import org.rollscope.telemetry.MetricsFeed;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.Palette;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;
import org.rollscope.viewer.model.ViewerModel;
import org.rollscope.viewer.orders.Orders;

/**
 * A repaint of a wall of 30 rollers, ours against 30 JFreeCharts as they come, on the same frames, in one run and taking turns.
 *
 * <p>Twice: with the one line that a panel has, and with eight lines in each. A batch of ten frames a roller comes before each
 * repaint; ours is timed from the model to the picture, with all words, stock from its series to the picture.
 */
public final class WallBenchmark {
    private static final int WIDTH_PX = 1600;
    private static final int HEIGHT_PX = 900;
    private static final int ROLLER_COUNT = 30;
    private static final int LINE_COUNT = 8;
    private static final int POINT_COUNT = 2000;
    private static final long PERIOD_US = PanelTrace.SPAN_US / POINT_COUNT;
    private static final int WARM_UP_COUNT = 40;
    private static final int ROUND_COUNT = 80;
    private static final double LIMIT_RATIO = 0.06;
    private static final HostClock CLOCK = new HostClock() {
        @Override
        public long monotonicNs() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

    private final int lineCount;
    private final SimulatedRoom room = new SimulatedRoom(ROLLER_COUNT, PERIOD_US);
    private final ViewerModel model = new ViewerModel(CLOCK, 1 << 13);
    private final WallView wall = new WallView(new Orders(null, model.clock()), rollerId -> {});
    private final WallGrid grid = WallGrid.of(ROLLER_COUNT, WIDTH_PX, HEIGHT_PX);
    private final BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
    private final List<Stock> charts = new ArrayList<>();
    private final List<MoreLines> more = new ArrayList<>();

    private WallBenchmark(int lineCount) {
        this.lineCount = lineCount;
        wall.restyle(Palette.LIGHT, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        wall.seen(new Dimension(WIDTH_PX, HEIGHT_PX));
        wall.setSize(WIDTH_PX, HEIGHT_PX);
        for (int roller = 0; roller < ROLLER_COUNT; roller++) {
            charts.add(new Stock(lineCount));
            more.add(new MoreLines(lineCount - 1));
        }
        room.start(new Both());
        while (charts.get(0).pointCount() < POINT_COUNT) {
            room.step();
        }
        room.press(7, 1.2);
        room.guard(20, 0.8);
    }

    /** Prints a line for each number of lines, and ends with 1 when the limit is broken. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        // the study that set the limit drew eight lines a panel; the wall itself draws one, and that is printed too
        new WallBenchmark(1).judged();
        boolean kept = new WallBenchmark(LINE_COUNT).judged();
        System.exit(kept ? 0 : 1);
    }

    private boolean judged() {
        double[] oursMs = new double[ROUND_COUNT];
        double[] stockMs = new double[ROUND_COUNT];
        for (int round = -WARM_UP_COUNT; round < ROUND_COUNT; round++) {
            room.step();
            double ours = timed(this::drawOurs);
            double stock = timed(this::drawStock);
            if (round >= 0) {
                oursMs[round] = ours;
                stockMs[round] = stock;
            }
        }
        double ratio = median(oursMs) / median(stockMs);
        System.out.printf(
                Locale.ROOT,
                "wall of %d rollers, lines a panel %d, %d points each, %d x %d px: ours %.2f ms, stock %.2f ms, ratio %.3f, "
                        + "limit %.2f: %s%n",
                ROLLER_COUNT,
                lineCount,
                POINT_COUNT,
                WIDTH_PX,
                HEIGHT_PX,
                median(oursMs),
                median(stockMs),
                ratio,
                LIMIT_RATIO,
                ratio <= LIMIT_RATIO ? "kept" : "MISSED");
        return ratio <= LIMIT_RATIO;
    }

    private static double timed(Runnable work) {
        long startNs = System.nanoTime();
        work.run();
        return (System.nanoTime() - startNs) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void drawOurs() {
        if (!wall.refresh(model)) {
            throw new IllegalStateException("nothing was new");
        }
        Graphics2D g2 = image.createGraphics();
        wall.paintComponent(g2);
        for (int roller = 0; roller < ROLLER_COUNT && lineCount > 1; roller++) {
            more.get(roller).draw(g2, wall.traceBounds(roller));
        }
        g2.dispose();
    }

    private void drawStock() {
        Graphics2D g2 = image.createGraphics();
        for (int roller = 0; roller < ROLLER_COUNT; roller++) {
            charts.get(roller).draw(g2, grid.bounds(roller));
        }
        g2.dispose();
    }

    /** Every frame goes to the model and to the charts. */
    private final class Both implements MetricsFeed.Listener {
        @Override
        public void message(String rollerId, MetricsMessage message) {
            model.message(rollerId, message);
            if (message instanceof MetricsMessage.Frames frames) {
                int roller = Integer.parseInt(rollerId.substring(rollerId.length() - 2)) - 1;
                frames.points().forEach(point -> {
                    charts.get(roller).add(point.deviceTimeUs() / 1e6, point.meanPressureKpa());
                    more.get(roller).add(point.deviceTimeUs(), point.sequence(), point.meanPressureKpa());
                });
            }
        }

        @Override
        public void connection(boolean connected, String words) {}

        @Override
        public void unreadable(String topicPath, String reason) {}
    }

    private static double value(int line, double meanKpa) {
        return Math.max(0, meanKpa * (1 - line / 10.0));
    }

    /** A JFreeChart as it comes: XYSeries, without anti-aliasing, one notification a batch. */
    private static final class Stock {
        private final XYSeriesCollection lines = new XYSeriesCollection();
        private final NumberAxis time = new NumberAxis("s");
        private final JFreeChart chart;
        private double newestS;

        Stock(int lineCount) {
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            for (int line = 0; line < lineCount; line++) {
                XYSeries series = new XYSeries("line " + line, false, true);
                series.setMaximumItemCount(POINT_COUNT);
                series.setNotify(false);
                lines.addSeries(series);
                renderer.setSeriesPaint(line, Color.getHSBColor(line / 8f, 0.8f, 0.6f));
                renderer.setSeriesStroke(line, new BasicStroke(1f));
            }
            NumberAxis value = new NumberAxis("kPa");
            value.setRange(0, 130);
            chart = new JFreeChart(null, null, new XYPlot(lines, time, value, renderer), false);
            chart.setAntiAlias(false);
        }

        void add(double timeS, double meanKpa) {
            for (int line = 0; line < lines.getSeriesCount(); line++) {
                lines.getSeries(line).add(timeS, value(line, meanKpa));
            }
            newestS = timeS;
        }

        int pointCount() {
            return lines.getItemCount(0);
        }

        void draw(Graphics2D g2, Rectangle bounds) {
            time.setRange(newestS - PanelTrace.SPAN_US / 1e6, newestS);
            chart.draw(g2, bounds);
        }
    }

    /** Further lines of a panel, drawn as its own one. */
    private static final class MoreLines {
        private final List<ChartHistory> histories = new ArrayList<>();
        private final List<PanelTrace> traces = new ArrayList<>();

        MoreLines(int lineCount) {
            for (int line = 0; line < lineCount; line++) {
                if (line % Quantity.values().length == 0) {
                    histories.add(new ChartHistory(1 << 13));
                }
                traces.add(new PanelTrace(Quantity.values()[line % Quantity.values().length]));
            }
        }

        void add(long timeUs, long sequence, double meanKpa) {
            for (int index = 0; index < histories.size(); index++) {
                int line = 1 + 3 * index;
                histories
                        .get(index)
                        .append(
                                timeUs,
                                sequence,
                                Activity.HOLD,
                                value(line, meanKpa),
                                value(line + 1, meanKpa),
                                value(line + 2, meanKpa),
                                false);
            }
        }

        void draw(Graphics2D g2, Rectangle area) {
            for (int line = 0; line < traces.size(); line++) {
                PanelTrace trace = traces.get(line);
                trace.fill(histories.get(line / Quantity.values().length), area.width);
                g2.setPaint(Color.getHSBColor((line + 1) / 8f, 0.8f, 0.6f));
                trace.draw(g2, area, 130);
            }
        }
    }
}
