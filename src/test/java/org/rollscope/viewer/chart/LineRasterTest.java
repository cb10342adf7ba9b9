package org.rollscope.viewer.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

/** The pixels of a scrolling plot, against the data and against a picture that is drawn whole. */
class LineRasterTest {
    private static final int WIDTH_PX = 240;
    private static final int HEIGHT_PX = 120;
    private static final long SPAN_US = 6_000_000;
    private static final int MEAN_RGB = 0x112233;
    private static final int PEAK_RGB = 0xAA5500;
    private static final int[] ROWS = rows();

    private final ChartHistory history = new ChartHistory(4000);
    private final Picture following = new Picture();

    private static int[] rows() {
        int[] rows = new int[HEIGHT_PX];
        for (int row = 0; row < HEIGHT_PX; row++) {
            rows[row] = 0xF0F000 + row;
        }
        return rows;
    }

    /** A raster with its columns. */
    private final class Picture {
        private final PixelColumns mean = new PixelColumns();
        private final PixelColumns peak = new PixelColumns();
        private final LineRaster raster = new LineRaster();

        /** The column of the oldest point of either line. */
        int firstColumn(long toUs) {
            show(toUs, 100);
            int first = WIDTH_PX;
            for (PixelColumns line : List.of(mean, peak)) {
                if (line.count() > 0) {
                    first = Math.min(first, (int) (WIDTH_PX - 1 - line.lastColumn() + line.absoluteColumn(0)));
                }
            }
            return first;
        }

        BufferedImage show(long toUs, double upperKpa) {
            mean.fill(history, Quantity.MEAN_PRESSURE, toUs - SPAN_US, toUs, WIDTH_PX);
            peak.fill(history, Quantity.PEAK_PRESSURE, toUs - SPAN_US, toUs, WIDTH_PX);
            raster.show(
                    ROWS,
                    WIDTH_PX,
                    new LineRaster.Frame(0, upperKpa, mean.columnUs()),
                    List.of(new LineRaster.Line(mean, MEAN_RGB, 2), new LineRaster.Line(peak, PEAK_RGB, 1)));
            return raster.picture();
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, WIDTH_PX, HEIGHT_PX, null, 0, WIDTH_PX);
    }

    private static int[] columnOf(int[] pixels, int x) {
        int[] column = new int[HEIGHT_PX];
        for (int row = 0; row < HEIGHT_PX; row++) {
            column[row] = pixels[row * WIDTH_PX + x];
        }
        return column;
    }

    /**
     * Law: however a window came to where it is, it shows what one that is drawn whole shows. But for the column at the left edge:
     * whole, it lacks the slope from a point that has just left the window.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureThatScrollsIsThatOfOneDrawnWhole(long seed) {
        Random random = new Random(seed);
        long timeUs = 0;
        long sequence = 0;
        double upperKpa = 100;
        boolean dense = seed % 2 == 0;
        for (int batch = 0; batch < 250; batch++) {
            int frameCount = random.nextInt(40) == 0 ? 1500 : 1 + random.nextInt(dense ? 40 : 4);
            for (int index = 0; index < frameCount; index++) {
                boolean hole = random.nextInt(80) == 0;
                timeUs += (dense ? 4_000 : 70_000) + random.nextInt(900) + (hole ? 400_000 : 0);
                sequence += hole ? 9 : 1;
                double mean = random.nextInt(50) == 0 ? Double.NaN : 50 + 20 * random.nextGaussian();
                history.append(timeUs, sequence, Activity.CONTACT, mean, mean + 10, 0, false);
            }
            upperKpa = random.nextInt(60) == 0 ? 60 + random.nextInt(100) : upperKpa;
            int[] scrolled = pixels(following.show(timeUs, upperKpa));
            int[] whole = pixels(new Picture().show(timeUs, upperKpa));
            int firstPoint = new Picture().firstColumn(timeUs);
            for (int x = Math.max(1, firstPoint + 1); x < WIDTH_PX; x++) {
                assertArrayEquals(
                        columnOf(whole, x),
                        columnOf(scrolled, x),
                        "seed " + seed + ", batch " + batch + ", column " + x);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everySampleHasInkOnItsPixel(long seed) {
        Random random = new Random(seed);
        for (int index = 0; index < 3000; index++) {
            double value = random.nextInt(100) == 0 ? 99 * random.nextDouble() : 30 + 10 * Math.sin(index / 90.0);
            history.append(index * 5000L, index, Activity.CONTACT, value, Double.NaN, 0, false);
            if (index % 37 == 0) {
                following.show(history.newestTimeUs(), 100);
            }
        }
        BufferedImage image = following.show(history.newestTimeUs(), 100);
        long columnUs = PixelColumns.columnUs(0, SPAN_US, WIDTH_PX);
        int lookedAtCount = 0;
        for (int index = 0; index < history.count(); index++) {
            long back =
                    Math.floorDiv(history.newestTimeUs(), columnUs) - Math.floorDiv(history.timeUs(index), columnUs);
            int x = (int) (WIDTH_PX - 1 - back);
            if (x >= 0) {
                int y = (int)
                        Math.floor(HEIGHT_PX - history.value(Quantity.MEAN_PRESSURE, index) * (double) HEIGHT_PX / 100);
                assertEquals(MEAN_RGB, image.getRGB(x, y) & 0xFFFFFF, "sample " + index);
                lookedAtCount++;
            }
        }
        assertTrue(lookedAtCount > 1100, lookedAtCount + " samples");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void aGapShowsTheBackgroundOnly(int stepCount) {
        for (int index = 0; index < 1200; index++) {
            if (index < 400 || index >= 800) {
                history.append(index * 5000L, index, Activity.CONTACT, 40, 60, 0, false);
                if (index % stepCount == 0) {
                    following.show(history.newestTimeUs(), 100);
                }
            }
        }
        int[] pixels = pixels(following.show(history.newestTimeUs(), 100));
        int emptyCount = 0;
        for (int x = 0; x < WIDTH_PX; x++) {
            int[] column = columnOf(pixels, x);
            boolean empty = true;
            for (int row = 0; row < HEIGHT_PX; row++) {
                empty &= (column[row] & 0xFFFFFF) == ROWS[row];
            }
            emptyCount += empty ? 1 : 0;
        }
        // 2 s of 6 s, less the columns that hold the last sample before and the first after
        assertEquals(WIDTH_PX / 3.0, emptyCount, 2);
        assertEquals(HEIGHT_PX, Arrays.stream(ROWS).distinct().count());
    }
}
