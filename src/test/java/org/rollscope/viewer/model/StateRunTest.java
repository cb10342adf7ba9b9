package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.Activity;

class StateRunTest {
    @Test
    void runsEndAtChangesAndGaps() {
        ChartHistory history = new ChartHistory(100);
        add(history, 0, 0, Activity.IDLE, false);
        add(history, 10, 1, Activity.IDLE, false);
        add(history, 20, 2, Activity.HOLD, false);
        add(history, 30, 3, Activity.HOLD, true);
        add(history, 40, 4, Activity.HOLD, true);
        add(history, 90, 9, Activity.HOLD, true);
        assertEquals(
                List.of(
                        new StateRun(0, 20, Activity.IDLE, false),
                        new StateRun(20, 30, Activity.HOLD, false),
                        new StateRun(30, 40, Activity.HOLD, true),
                        new StateRun(90, 90, Activity.HOLD, true)),
                StateRun.between(history, 0, 100));
        assertEquals(List.of(new StateRun(90, 90, Activity.HOLD, true)), StateRun.between(history, 50, 100));
    }

    @Test
    void nothingHeardIsNoRun() {
        assertEquals(List.of(), StateRun.between(new ChartHistory(10), 0, 100));
    }

    private static void add(ChartHistory history, long timeUs, long sequence, Activity activity, boolean over) {
        history.append(timeUs, sequence, activity, 0, 0, 0, over);
    }
}
