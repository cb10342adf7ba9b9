package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.rollscope.frame.RawFrame;

class SessionClockTest {
    private final SessionClock clock = new SessionClock();

    private long at(int bootIndex, long deviceTimeUs, long arrivalMs) {
        return clock.timeUs(
                new RawFrame(
                        bootIndex,
                        0,
                        deviceTimeUs,
                        arrivalMs * 1_000_000,
                        0,
                        1,
                        new short[3],
                        new short[3],
                        new char[1]),
                10_000);
    }

    @Test
    void sessionBeginsAtZeroAndFollowsTheDevice() {
        assertEquals(0, at(3, 7_000_000, 500));
        assertEquals(10_000, at(3, 7_010_000, 555));
        assertEquals(1_000_000, at(3, 8_000_000, 556), "the host's jitter does not matter");
        assertEquals(1_000_000, clock.lastTimeUs());
    }

    @Test
    void overARestartItGoesOnByArrival() {
        at(0, 7_000_000, 100);
        at(0, 7_500_000, 600);
        assertEquals(2_900_000, at(1, 40_000, 3000), "2.4 s after the last frame before it arrived");
        assertEquals(2_910_000, at(1, 50_000, 3040), "then the device leads again");
    }

    @Test
    void hostThatWasSlowAtTheStartDoesNotShortenTheTimeAway() {
        at(0, 0, 2000);
        at(0, 10_000, 2000);
        at(0, 5_000_000, 5000);
        assertEquals(6_500_000, at(1, 0, 6500), "away for 1.5 s");
    }

    @Test
    void restartNeverGoesBackInTime() {
        at(0, 0, 0);
        at(0, 5_000_000, 4000);
        assertEquals(5_010_000, at(1, 0, 4001), "one period later at least");
        assertEquals(5_020_000, at(2, 0, 4002));
    }
}
