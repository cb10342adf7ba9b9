package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingFiguresTest {
    private static final long PERIOD_NS = 5_000_000;

    private final SamplingFigures figures = new SamplingFigures();
    private final List<String> lines = new ArrayList<>();
    private long sequence;

    private void ticks(int tickCount, int everyCount) {
        for (int tickIndex = 0; tickIndex < tickCount; tickIndex++) {
            long dueNs = sequence * PERIOD_NS;
            long startNs = dueNs + (sequence == 7 ? 400_000 : 50_000);
            figures.note(sequence, dueNs, startNs, startNs + (sequence == 9 ? 3_000_000 : 1_000_000));
            sequence += everyCount;
            String line = figures.line();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    @Test
    void theRealRateIsMeasuredAfterTenSeconds() {
        ticks(2001, 1);
        assertEquals(
                List.of(
                        "sampled at 200.000 Hz by this machine's clock over 10.0 s: 0 of 2001 ticks missed; a scan took 1.00 ms,"
                                + " the longest 3.00 ms; the latest began 0.40 ms late"),
                lines);
        assertFalse(figures.isPoor());
    }

    @Test
    void afterThatOnlyAnHourOrABadMinuteIsTold() {
        ticks(2001 + 30 * 12_001, 1);
        assertEquals(1, lines.size());
        ticks(6001, 2);
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).contains("6000 of 12001 ticks missed"), lines.get(1));
        assertTrue(figures.isPoor());
        ticks(59 * 12_001, 1);
        assertEquals(2, lines.size());
        ticks(12_001, 1);
        assertEquals(3, lines.size());
    }
}
