package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.Activity;

class ChartHistoryTest {
    private final ChartHistory history = new ChartHistory(100);

    @Test
    void theOldestFramesAreOverwritten() {
        for (int index = 0; index < 250; index++) {
            assertTrue(add(index * 10_000L, index, index));
        }
        assertEquals(100, history.count());
        assertEquals(150 * 10_000L, history.timeUs(0));
        assertEquals(249, history.value(Quantity.MEAN_PRESSURE, 99));
        assertEquals(250, history.appendedCount());
        assertEquals(0, history.missingFrameCount());
    }

    @Test
    void whatASpanNeedsAtTwoHundredHertzFits() {
        assertTrue(ChartHistory.capacityCount(300_000) >= 5 * 60 * 200);
        assertTrue(ChartHistory.capacityCount(600_000) >= 10 * 60 * 200);
    }

    @Test
    void aWallFullOfRollersTakesAtMostFiftyMegabytes() throws IllegalAccessException {
        int capacityCount = ChartHistory.capacityCount(300_000);
        long bytes = 0;
        int arrayCount = 0;
        for (Field field : ChartHistory.class.getDeclaredFields()) {
            if (field.getType().isArray() && !Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                Object array = field.get(new ChartHistory(capacityCount));
                bytes += Array.getLength(array) * bytesOf(field.getType().getComponentType());
                arrayCount++;
            }
        }
        assertTrue(arrayCount >= 7, "arrays " + arrayCount);
        assertTrue(bytes * ViewerModel.ROLLER_LIMIT_COUNT <= 50_000_000, bytes + " bytes a roller");
        assertTrue(ViewerModel.ROLLER_LIMIT_COUNT >= 30);
    }

    private static long bytesOf(Class<?> type) {
        return type == long.class || type == double.class ? 8 : type == float.class || type == int.class ? 4 : 1;
    }

    @Test
    void aHoleInTheSequenceIsAGapAndCounted() {
        add(0, 5, 1);
        add(10_000, 6, 1);
        add(40_000, 9, 1);
        assertFalse(history.gapBefore(1));
        assertTrue(history.gapBefore(2));
        assertEquals(2, history.missingFrameCount());
    }

    @Test
    void aLongHoleIsCountedToo() {
        add(0, 0, 1);
        add(1_000_000, 100, 1);
        assertTrue(history.gapBefore(1));
        assertEquals(99, history.missingFrameCount());
    }

    @Test
    void aLongStepInTimeIsAGapWithoutASequence() {
        add(0, ChartHistory.NO_SEQUENCE, 1);
        add(200_000, ChartHistory.NO_SEQUENCE, 1);
        add(400_001, ChartHistory.NO_SEQUENCE, 1);
        assertFalse(history.gapBefore(1));
        assertTrue(history.gapBefore(2));
        assertEquals(0, history.missingFrameCount());
    }

    @Test
    void aRestartOfTheBoardGoesOnAfterAGapAndLosesNothing() {
        add(90_000_000, 9000, 1);
        add(5_000, 0, 2);
        add(15_000, 1, 3);
        assertEquals(90_000_000 + ChartHistory.RESTART_GAP_US, history.timeUs(1));
        assertEquals(10_000, history.timeUs(2) - history.timeUs(1));
        assertTrue(history.gapBefore(1));
        assertFalse(history.gapBefore(2));
        assertEquals(0, history.missingFrameCount());
    }

    @Test
    void aLateOrRepeatedFrameIsLeftOut() {
        add(1_000_000, 100, 1);
        add(1_010_000, 101, 1);
        assertFalse(add(1_010_000, 101, 7));
        assertFalse(add(1_000_000, 100, 7));
        assertEquals(2, history.count());
    }

    @Test
    void aTimeIsFound() {
        for (int index = 0; index < 130; index++) {
            add(index * 10_000L, index, 1);
        }
        assertEquals(0, history.firstIndexFrom(0));
        assertEquals(1, history.firstIndexFrom(300_001));
        assertEquals(99, history.firstIndexFrom(1_290_000));
        assertEquals(100, history.firstIndexFrom(1_290_001));
    }

    private boolean add(long timeUs, long sequence, double mean) {
        return history.append(timeUs, sequence, Activity.CONTACT, mean, mean, 0, false);
    }
}
