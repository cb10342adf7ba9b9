package org.rollscope.viewer.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.ChartHistory;
import org.rollscope.viewer.model.Quantity;

class PixelColumnsTest {
    private final PixelColumns columns = new PixelColumns();

    @Test
    void lowestAndHighestOfAColumnAreKeptInTheirOrder() {
        ChartHistory history = history(3, 1, 9, 4);
        columns.fill(history, Quantity.MEAN_PRESSURE, 0, 40_000, 1);
        assertEquals(List.of("10000:1.0", "20000:9.0"), points());
    }

    @Test
    void aGapStaysAGapInsideAColumnAndBetweenColumns() {
        ChartHistory history = new ChartHistory(100);
        add(history, 0, 0, 5);
        add(history, 10_000, 1, 6);
        add(history, 40_000, 4, 7);
        columns.fill(history, Quantity.MEAN_PRESSURE, 0, 40_000, 1);
        assertEquals(List.of("0:5.0", "10000:6.0", "40000:NaN", "40000:7.0"), points());
        columns.fill(history, Quantity.MEAN_PRESSURE, 0, 40_000, 4);
        assertEquals(List.of("0:5.0", "10000:6.0", "40000:NaN", "40000:7.0"), points());
    }

    @Test
    void anUnknownValueIsAGap() {
        ChartHistory history = history(3, Double.NaN, 4);
        columns.fill(history, Quantity.MEAN_PRESSURE, 0, 20_000, 100);
        assertEquals(List.of("0:3.0", "20000:NaN", "20000:4.0"), points());
    }

    @Test
    void nothingStartsWithAGap() {
        ChartHistory history = history(Double.NaN, 4);
        columns.fill(history, Quantity.MEAN_PRESSURE, 0, 20_000, 100);
        assertEquals(List.of("10000:4.0"), points());
    }

    @Test
    void aScrollingWindowShowsTheSamePointsForTheSameColumns() {
        Random random = new Random(12);
        ChartHistory history = new ChartHistory(5000);
        for (int index = 0; index < 3000; index++) {
            add(history, index * 5_000L, index, random.nextDouble());
        }
        columns.fill(history, Quantity.MEAN_PRESSURE, 1_000_000, 11_000_000, 100);
        List<String> before = points();
        columns.fill(history, Quantity.MEAN_PRESSURE, 1_035_000, 11_035_000, 100);
        List<String> after = points();
        assertTrue(after.containsAll(before.subList(4, before.size() - 4)));
    }

    /** Law: against a slow and obvious account of the same data, no extreme is lost or invented and no gap is bridged. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void thinnedDataAgreeWithASlowAccount(long seed) {
        Random random = new Random(seed);
        ChartHistory history = new ChartHistory(2000);
        long timeUs = 0;
        long sequence = 0;
        int frameCount = 500 + random.nextInt(3000);
        for (int index = 0; index < frameCount; index++) {
            boolean hole = random.nextInt(150) == 0;
            timeUs += 5_000 + random.nextInt(100) + (hole ? 30_000 : 0);
            sequence += hole ? 7 : 1;
            add(history, timeUs, sequence, random.nextInt(200) == 0 ? Double.NaN : random.nextGaussian() * 50);
        }
        long toUs = history.newestTimeUs() - random.nextInt(100_000);
        long fromUs = toUs - 1_000_000 - random.nextInt(8_000_000);
        int columnCount = 1 + random.nextInt(900);
        columns.fill(history, Quantity.MEAN_PRESSURE, fromUs, toUs, columnCount);
        assertEquals(slowAccount(history, fromUs, toUs, columnCount), points(), "seed " + seed);
    }

    /** Law: a window that follows growing data, in any steps, shows what one that is filled anew shows. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void aWindowThatFollowsShowsWhatAFreshOneShows(long seed) {
        Random random = new Random(seed);
        ChartHistory history = new ChartHistory(700);
        int columnCount = 1 + random.nextInt(300);
        long spanUs = 500_000 + random.nextInt(4_000_000);
        long timeUs = 0;
        long sequence = 0;
        long toUs = 0;
        for (int batch = 0; batch < 300; batch++) {
            int frameCount = random.nextInt(30) == 0 ? 900 : random.nextInt(12);
            for (int index = 0; index < frameCount; index++) {
                boolean hole = random.nextInt(60) == 0;
                timeUs += 5_000 + random.nextInt(100) + (hole ? 300_000 : 0);
                sequence += hole ? 7 : 1;
                add(history, timeUs, sequence, random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian() * 50);
            }
            if (history.count() > 0) {
                toUs = Math.max(toUs, history.newestTimeUs() + random.nextInt(3) * random.nextInt(900_000));
            }
            columns.fill(history, Quantity.MEAN_PRESSURE, toUs - spanUs, toUs, columnCount);
            assertEquals(
                    slowAccount(history, toUs - spanUs, toUs, columnCount),
                    points(),
                    "seed " + seed + " batch " + batch);
        }
    }

    /** Cuts the data into pieces at column edges and gaps, then takes lowest and highest of each piece. */
    private static List<String> slowAccount(ChartHistory history, long fromUs, long toUs, int columnCount) {
        long columnUs = PixelColumns.columnUs(fromUs, toUs, columnCount);
        long firstUs = Math.floorDiv(fromUs, columnUs) * columnUs;
        List<List<Integer>> pieces = new ArrayList<>();
        List<Boolean> afterGap = new ArrayList<>();
        boolean gap = false;
        for (int index = 0; index < history.count(); index++) {
            if (history.timeUs(index) < firstUs || history.timeUs(index) > toUs) {
                continue;
            }
            gap |= history.gapBefore(index) || Float.isNaN(history.value(Quantity.MEAN_PRESSURE, index));
            if (Float.isNaN(history.value(Quantity.MEAN_PRESSURE, index))) {
                continue;
            }
            boolean begins = gap || pieces.isEmpty();
            if (!begins) {
                List<Integer> piece = pieces.get(pieces.size() - 1);
                long columnBefore = Math.floorDiv(history.timeUs(piece.get(piece.size() - 1)), columnUs);
                begins = columnBefore != Math.floorDiv(history.timeUs(index), columnUs);
            }
            if (begins) {
                afterGap.add(gap && !pieces.isEmpty());
                pieces.add(new ArrayList<>());
            }
            pieces.get(pieces.size() - 1).add(index);
            gap = false;
        }
        List<String> account = new ArrayList<>();
        for (int number = 0; number < pieces.size(); number++) {
            account.addAll(extremes(history, pieces.get(number), afterGap.get(number)));
        }
        return account;
    }

    private static List<String> extremes(ChartHistory history, List<Integer> piece, boolean afterGap) {
        int lowest = piece.get(0);
        int highest = piece.get(0);
        for (int index : piece) {
            float here = history.value(Quantity.MEAN_PRESSURE, index);
            lowest = here < history.value(Quantity.MEAN_PRESSURE, lowest) ? index : lowest;
            highest = here > history.value(Quantity.MEAN_PRESSURE, highest) ? index : highest;
        }
        int earlier = Math.min(lowest, highest);
        int later = Math.max(lowest, highest);
        List<String> account = new ArrayList<>();
        if (afterGap) {
            account.add(history.timeUs(earlier) + ":NaN");
        }
        account.add(history.timeUs(earlier) + ":" + history.value(Quantity.MEAN_PRESSURE, earlier));
        if (later != earlier) {
            account.add(history.timeUs(later) + ":" + history.value(Quantity.MEAN_PRESSURE, later));
        }
        return account;
    }

    private List<String> points() {
        List<String> points = new ArrayList<>();
        for (int index = 0; index < columns.count(); index++) {
            points.add(columns.timeUs(index) + ":" + columns.value(index));
        }
        return points;
    }

    private static ChartHistory history(double... values) {
        ChartHistory history = new ChartHistory(100);
        for (int index = 0; index < values.length; index++) {
            add(history, index * 10_000L, index, values[index]);
        }
        return history;
    }

    private static void add(ChartHistory history, long timeUs, long sequence, double mean) {
        history.append(timeUs, sequence, Activity.CONTACT, mean, 0, 0, false);
    }
}
