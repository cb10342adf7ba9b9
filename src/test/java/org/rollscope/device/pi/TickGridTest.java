package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickGridTest {
    private static final long BEGIN_NS = 7_000_000_123L;

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 128, 200})
    void latenessNeverAddsUp(int rateHz) {
        TickGrid grid = new TickGrid(rateHz);
        grid.begin(BEGIN_NS);
        Random lateness = new Random(1);
        int hourTickCount = 3600 * rateHz;
        for (int tickIndex = 0; tickIndex < hourTickCount; tickIndex++) {
            long nowNs = grid.dueNs() + lateness.nextInt((int) (grid.periodNs()));
            assertEquals(0, grid.advance(nowNs));
        }
        assertEquals(hourTickCount, grid.sequence());
        assertEquals(BEGIN_NS + 3600L * 1_000_000_000L, grid.dueNs());
    }

    @Test
    void aTickLaterThanHalfAPeriodIsMissed() {
        TickGrid grid = new TickGrid(200);
        grid.begin(BEGIN_NS);
        // Tick 1 is due at 5 ms: at 7.5 ms it is still taken, a nanosecond later no more.
        assertEquals(0, grid.advance(BEGIN_NS + 7_500_000));
        assertEquals(1, grid.sequence());
        assertEquals(1, grid.advance(BEGIN_NS + 12_500_001));
        assertEquals(3, grid.sequence());
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 128, 200})
    void everyTickOfAPauseIsCounted(int rateHz) {
        Random pauses = new Random(2);
        TickGrid grid = new TickGrid(rateHz);
        grid.begin(BEGIN_NS);
        for (int roundIndex = 0; roundIndex < 1000; roundIndex++) {
            long before = grid.sequence();
            long nowNs = grid.dueNs() + pauses.nextInt(Integer.MAX_VALUE);
            int missedCount = grid.advance(nowNs);
            assertEquals(before + 1 + missedCount, grid.sequence());
            assertEquals(true, nowNs - grid.dueNs() <= grid.periodNs() / 2, "the next tick can be kept");
            assertEquals(true, missedCount == 0 || nowNs - grid.dueNs() > -grid.periodNs() / 2 - 2, "no tick too many");
        }
    }
}
