package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.Activity;
import org.rollscope.session.FramePoint;
import org.rollscope.session.PadPressures;

/** Frames that come late go in their places. */
class ChartFillTest {
    private static final long PERIOD_US = 10_000;

    private final ChartHistory history = new ChartHistory(1000);

    private static FramePoint frame(long index) {
        return new FramePoint(
                index * PERIOD_US, index, Activity.ROLLING, 1, index, 2 * index, 3, -index, false, PadPressures.NONE);
    }

    private static List<FramePoint> frames(long from, long to) {
        List<FramePoint> frames = new ArrayList<>();
        for (long index = from; index < to; index++) {
            frames.add(frame(index));
        }
        return frames;
    }

    private void live(long from, long to) {
        for (long index = from; index < to; index++) {
            assertTrue(history.append(index * PERIOD_US, index, Activity.ROLLING, index, 2 * index, -index, false));
        }
    }

    private int gapCount() {
        int gapCount = 0;
        for (int index = 0; index < history.count(); index++) {
            gapCount += history.gapBefore(index) ? 1 : 0;
        }
        return gapCount;
    }

    @Test
    void aHoleThatIsFilledIsNoGapAnyMore() {
        live(0, 100);
        live(250, 300);
        assertEquals(1, gapCount());
        assertEquals(150, history.missingFrameCount());
        assertEquals(150, history.fill(frames(90, 260)), "those that are there are left out");
        assertEquals(0, gapCount());
        assertEquals(0, history.missingFrameCount());
        assertEquals(300, history.count());
        for (int index = 0; index < 300; index++) {
            assertEquals(index * PERIOD_US, history.timeUs(index));
            assertEquals(index, history.value(Quantity.MEAN_PRESSURE, index));
            assertEquals(2 * index, history.value(Quantity.PEAK_PRESSURE, index));
            assertEquals(-index, history.value(Quantity.SPEED, index));
        }
    }

    @Test
    void whatCannotBeHadStaysAGap() {
        live(0, 100);
        live(250, 300);
        history.fill(frames(150, 200));
        assertEquals(2, gapCount());
        assertTrue(history.gapBefore(100) && history.gapBefore(150));
        assertEquals(100, history.missingFrameCount());
    }

    @Test
    void liveFramesGoOnBehindIt() {
        live(0, 100);
        live(250, 300);
        history.fill(frames(100, 250));
        live(300, 310);
        assertEquals(0, gapCount());
        assertEquals(310, history.count());
    }

    @Test
    void theOldestGoWhereThereIsNoRoom() {
        live(0, 900);
        live(1100, 1200);
        history.fill(frames(900, 1000));
        history.fill(frames(1000, 1100));
        assertEquals(1000, history.count());
        assertEquals(0, gapCount());
        assertEquals(200 * PERIOD_US, history.timeUs(0));
        assertEquals(0, history.fill(frames(100, 150)), "older than the oldest kept");
    }

    @Test
    void framesFromBeforeARestartOfTheBoardAreNotMixedIn() {
        live(1000, 1100);
        live(0, 50); // the board began anew
        long before = history.count();
        assertFalse(history.isOnPresentClock(history.timeUs(0)));
        assertEquals(0, history.fill(frames(1010, 1020)), "those are of a clock that is gone");
        live(100, 120);
        assertEquals(50, history.fill(frames(50, 100)));
        assertEquals(before + 70, history.count());
        assertEquals(1, gapCount(), "the restart itself stays a gap");
    }

    @Test
    void anyOrderOfBatchesGivesWhatASortedListGives() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            ChartHistory tried = new ChartHistory(400);
            TreeMap<Long, Double> expected = new TreeMap<>();
            long next = 0;
            for (int step = 0; step < 30; step++) {
                if (random.nextBoolean()) {
                    next += random.nextInt(30);
                    for (long end = next + random.nextInt(20) + 1; next < end; next++) {
                        tried.append(next * PERIOD_US, next, Activity.ROLLING, next, next, next, false);
                        expected.put(next, (double) next);
                    }
                } else if (next > 0) {
                    long from = random.nextInt((int) next);
                    long oldest = tried.timeUs(0) / PERIOD_US;
                    List<FramePoint> batch = frames(from, from + random.nextInt(100) + 1);
                    tried.fill(batch);
                    for (FramePoint point : batch) {
                        boolean kept = point.sequence() > oldest || expected.size() < 400;
                        if (point.sequence() < next && kept) {
                            expected.put(point.sequence(), point.meanPressureKpa());
                        }
                    }
                }
                while (expected.size() > 400) {
                    expected.pollFirstEntry();
                }
                List<Long> kept = new ArrayList<>();
                for (int index = 0; index < tried.count(); index++) {
                    kept.add(tried.timeUs(index) / PERIOD_US);
                    boolean gap = index > 0 && kept.get(index) - kept.get(index - 1) > 1;
                    assertEquals(gap, tried.gapBefore(index), "round " + round + " at " + kept.get(index));
                }
                List<Long> all = new ArrayList<>(expected.keySet());
                // Of frames older than the oldest it may keep fewer, never others.
                assertEquals(all.subList(all.size() - kept.size(), all.size()), kept, "round " + round);
            }
        }
    }
}
