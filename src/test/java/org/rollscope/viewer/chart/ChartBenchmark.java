package org.rollscope.viewer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/**
 * A redraw of 8 lines of 12,000 points, ours against JFreeChart as it comes, in one run and taking turns.
 *
 * <p>Both get the same frames, a batch of ten before each redraw; both draw the same axes into the same kind of image.
 */
public final class ChartBenchmark {
    private static final int WIDTH_PX = 1600;
    private static final int HEIGHT_PX = 900;
    private static final int LINE_COUNT = 8;
    private static final int POINT_COUNT = 12_000;
    private static final int BATCH_COUNT = 10;
    private static final long PERIOD_US = 5_000;
    private static final long SPAN_US = POINT_COUNT * PERIOD_US;
    private static final int WARM_UP_COUNT = 60;
    private static final int ROUND_COUNT = 200;
    private static final double LIMIT_RATIO = 0.08;

    private final Stock stock = new Stock();
    private final Ours ours = new Ours(false);
    private final Ours fresh = new Ours(true);
    private long frameIndex;

    private ChartBenchmark() {
        for (int index = 0; index < POINT_COUNT; index++) {
            frame();
        }
    }

    /** Prints one line for each way, and ends with 1 when a window that follows breaks the limit. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        ChartBenchmark benchmark = new ChartBenchmark();
        for (int round = 0; round < WARM_UP_COUNT; round++) {
            benchmark.round(new double[3]);
        }
        double[][] spentMs = new double[3][ROUND_COUNT];
        for (int round = 0; round < ROUND_COUNT; round++) {
            double[] spent = new double[3];
            benchmark.round(spent);
            for (int way = 0; way < 3; way++) {
                spentMs[way][round] = spent[way];
            }
        }
        double stockMs = median(spentMs[0]);
        // what follows is what a person sees all the time; all lines are drawn anew after a change of size or scale
        boolean kept = tell("a window that follows", median(spentMs[1]), stockMs);
        tell("all lines drawn anew", median(spentMs[2]), stockMs);
        System.exit(kept ? 0 : 1);
    }

    private static boolean tell(String what, double oursMs, double stockMs) {
        double ratio = oursMs / stockMs;
        boolean kept = ratio <= LIMIT_RATIO;
        System.out.printf(
                Locale.ROOT,
                "%d lines x %d points, %d x %d px, %s: ours %.2f ms, stock %.2f ms, ratio %.3f, limit %.2f: %s%n",
                LINE_COUNT,
                POINT_COUNT,
                WIDTH_PX,
                HEIGHT_PX,
                what,
                oursMs,
                stockMs,
                ratio,
                LIMIT_RATIO,
                kept ? "kept" : "MISSED");
        return kept;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void frame() {
        double[] values = new double[LINE_COUNT];
        for (int line = 0; line < LINE_COUNT; line++) {
            double phase = frameIndex / 200.0 * (1 + line / 8.0);
            values[line] = 20 + 8 * line + 6 * Math.sin(phase) + (frameIndex * 31 % 97) / 40.0;
        }
        stock.add(frameIndex, values);
        ours.add(frameIndex, values);
        fresh.add(frameIndex, values);
        frameIndex++;
    }

    private void round(double[] spentMs) {
        for (int index = 0; index < BATCH_COUNT; index++) {
            frame();
        }
        double newestS = (frameIndex - 1) * PERIOD_US / 1e6;
        spentMs[0] = timed(() -> stock.draw(newestS));
        spentMs[1] = timed(ours::draw);
        spentMs[2] = timed(fresh::draw);
    }

    private static double timed(Runnable work) {
        long startNs = System.nanoTime();
        work.run();
        return (System.nanoTime() - startNs) / 1e6;
    }

    private static JFreeChart chart(XYDataset dataset, NumberAxis time, XYItemRenderer renderer) {
        NumberAxis value = new NumberAxis("kPa");
        value.setRange(0, 100);
        for (int line = 0; line < LINE_COUNT; line++) {
            renderer.setSeriesPaint(line, Color.getHSBColor(line / 8f, 0.8f, 0.6f));
            renderer.setSeriesStroke(line, new BasicStroke(1f));
        }
        JFreeChart chart = new JFreeChart(null, null, new XYPlot(dataset, time, value, renderer), true);
        chart.setAntiAlias(false);
        return chart;
    }

    private static final class Drawn {
        private final BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);

        void draw(JFreeChart chart) {
            Graphics2D g2 = image.createGraphics();
            chart.draw(g2, new Rectangle2D.Double(0, 0, WIDTH_PX, HEIGHT_PX));
            g2.dispose();
        }
    }

    /** JFreeChart as it comes: XYSeries, one notification a batch. */
    private static final class Stock {
        private final XYSeriesCollection lines = new XYSeriesCollection();
        private final NumberAxis time = new NumberAxis("s");
        private final JFreeChart chart = chart(lines, time, new XYLineAndShapeRenderer(true, false));
        private final Drawn drawn = new Drawn();

        Stock() {
            for (int line = 0; line < LINE_COUNT; line++) {
                XYSeries series = new XYSeries("line " + line, false, true);
                series.setMaximumItemCount(POINT_COUNT);
                series.setNotify(false);
                lines.addSeries(series);
            }
        }

        void add(long index, double[] values) {
            for (int line = 0; line < LINE_COUNT; line++) {
                lines.getSeries(line).add(index * PERIOD_US / 1e6, values[line]);
            }
        }

        void draw(double newestS) {
            time.setRange(newestS - SPAN_US / 1e6, newestS);
            drawn.draw(chart);
        }
    }

    /** The viewer's history, columns and renderer. */
    private static final class Ours {
        private final List<ChartHistory> histories = new ArrayList<>();
        private final List<PixelColumns> columns = new ArrayList<>();
        private final LineDataset lines;
        private final NumberAxis time = new NumberAxis("s");
        private final LivePainter painter;
        private final BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        private final boolean anew;

        Ours(boolean anew) {
            this.anew = anew;
            List<String> names = new ArrayList<>();
            for (int line = 0; line < LINE_COUNT; line++) {
                if (line % Quantity.values().length == 0) {
                    histories.add(new ChartHistory(1 << 14));
                }
                columns.add(new PixelColumns());
                names.add("line " + line);
            }
            lines = new LineDataset(columns, names);
            time.setRange(-SPAN_US / 1e6, 0);
            JFreeChart chart = chart(lines, time, new EnvelopeRenderer());
            painter = new LivePainter(chart, List.of(chart.getXYPlot()), (g2, areas) -> {});
        }

        void add(long index, double[] values) {
            for (int group = 0; group < histories.size(); group++) {
                int line = group * 3;
                histories
                        .get(group)
                        .append(
                                index * PERIOD_US,
                                index,
                                Activity.CONTACT,
                                values[line],
                                values[line + 1],
                                line + 2 < LINE_COUNT ? values[line + 2] : 0,
                                false);
            }
        }

        void draw() {
            long newestUs = histories.get(0).newestTimeUs();
            for (int line = 0; line < LINE_COUNT; line++) {
                if (anew) {
                    columns.get(line).forget();
                    painter.forgetLines();
                }
                columns.get(line)
                        .fill(
                                histories.get(line / 3),
                                Quantity.values()[line % 3],
                                newestUs - SPAN_US,
                                newestUs,
                                painter.columnCount() == 0 ? WIDTH_PX : painter.columnCount());
            }
            lines.refilled(newestUs);
            Graphics2D g2 = image.createGraphics();
            painter.paintLive(g2, WIDTH_PX, HEIGHT_PX);
            g2.dispose();
        }
    }
}
