package org.rollscope.viewer.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/** Judged by the pixels that it leaves, against the data. */
class EnvelopeRendererTest {
    private static final int WIDTH_PX = 700;
    private static final int HEIGHT_PX = 300;
    private static final long SPAN_US = 60_000_000;
    private static final int PAPER = Color.WHITE.getRGB();
    private static final int SMOOTH_PX = 1;

    private final ChartHistory history = new ChartHistory(40_000);
    private final PixelColumns columns = new PixelColumns();
    private final LineDataset dataset = new LineDataset(List.of(columns), List.of("line"));
    private final EnvelopeRenderer renderer = new EnvelopeRenderer();
    private final Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH_PX, HEIGHT_PX);

    private BufferedImage draw(float strokePx) {
        long newestUs = history.newestTimeUs();
        columns.fill(history, Quantity.MEAN_PRESSURE, newestUs - SPAN_US, newestUs, WIDTH_PX);
        dataset.refilled(newestUs);
        NumberAxis time = new NumberAxis();
        time.setRange(-SPAN_US / 1e6, 0);
        NumberAxis pressure = new NumberAxis();
        pressure.setRange(-250, 250);
        renderer.setSeriesPaint(0, Color.BLACK);
        renderer.setSeriesStroke(0, new BasicStroke(strokePx));
        XYPlot plot = new XYPlot(dataset, time, pressure, renderer);
        new JFreeChart(null, null, plot, false); // gives the plot its chart
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setPaint(Color.WHITE);
        g2.fill(area);
        plot.render(g2, area, 0, null, null);
        g2.dispose();
        return image;
    }

    /** A smooth line lies between pixels: its ink is on the pixel itself or on the next one. */
    private static boolean inkNear(BufferedImage image, int xPx, int yPx) {
        for (int x = Math.max(0, xPx - SMOOTH_PX); x <= Math.min(WIDTH_PX - 1, xPx + SMOOTH_PX); x++) {
            for (int y = Math.max(0, yPx - SMOOTH_PX); y <= Math.min(HEIGHT_PX - 1, yPx + SMOOTH_PX); y++) {
                if (image.getRGB(x, y) != PAPER) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int yPx(float value) {
        return (int) Math.floor(HEIGHT_PX - (value + 250) * HEIGHT_PX / 500);
    }

    private int xPx(long timeUs) {
        long columnUs = PixelColumns.columnUs(0, SPAN_US, WIDTH_PX);
        long lastColumn = Math.floorDiv(history.newestTimeUs(), columnUs);
        return (int) (WIDTH_PX - 1 - (lastColumn - Math.floorDiv(timeUs, columnUs)));
    }

    /** Spikes of one sample among thousands, at 200 Hz: 17 samples share a column. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2.4"})
    void everySampleHasInkOnItsPixel(long seed, float strokePx) {
        Random random = new Random(seed);
        for (int index = 0; index < 14_000; index++) {
            double value = random.nextInt(500) == 0 ? 200 * random.nextGaussian() : 20 * Math.sin(index / 300.0);
            history.append(index * 5000L, index, Activity.CONTACT, Math.max(-249, Math.min(249, value)), 0, 0, false);
        }
        BufferedImage image = draw(strokePx);
        int lookedAtCount = 0;
        for (int index = 0; index < history.count(); index++) {
            int x = xPx(history.timeUs(index));
            if (x >= 0) {
                float value = history.value(Quantity.MEAN_PRESSURE, index);
                assertTrue(inkNear(image, x, yPx(value)), "sample " + index + " of " + value);
                lookedAtCount++;
            }
        }
        assertTrue(lookedAtCount > 11_900, lookedAtCount + " samples");
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void aGapHasNoInk(float strokePx) {
        for (int index = 0; index < 12_000; index++) {
            if (index < 4000 || index >= 8000) {
                history.append(index * 5000L, index, Activity.CONTACT, index < 4000 ? -100 : 100, 0, 0, false);
            }
        }
        BufferedImage image = draw(strokePx);
        int emptyCount = 0;
        for (int x = xPx(4000 * 5000L) + 1 + SMOOTH_PX; x < xPx(8000 * 5000L) - SMOOTH_PX; x++) {
            for (int y = 0; y < HEIGHT_PX; y++) {
                assertEquals(PAPER, image.getRGB(x, y), "ink at " + x + ", " + y);
            }
            emptyCount++;
        }
        assertTrue(emptyCount > 200, emptyCount + " columns");
    }
}
