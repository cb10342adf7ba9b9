package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollscope.feature.FeatureFrame;
import org.rollscope.feature.FeatureFrames;

class LoadWatchTest {
    private static final long LONGEST_SPELL_US = 8_000_000;
    private static final long SETTLE_US = 1_000_000;

    private final LoadWatch load = new LoadWatch(DetectorRun.SETTINGS.release());
    private long nowUs;

    private static FeatureFrame frame(long timeUs, double forceN) {
        return FeatureFrames.pressed(timeUs, 8, forceN, 0);
    }

    @BeforeEach
    void begin() {
        load.begin(frame(0, 200));
    }

    /** Presses for a time; returns whether the load was said to have changed for good meanwhile. */
    private boolean press(double forceN, long forUs) {
        boolean changed = false;
        for (long endUs = nowUs + forUs; nowUs < endUs; ) {
            nowUs += 10_000;
            changed |= load.accept(frame(nowUs, forceN));
        }
        return changed;
    }

    @Test
    void aLoadWithinTheToleranceIsEven() {
        assertFalse(press(245, 1_000_000));
        assertTrue(load.even(nowUs));
        assertEquals(0, load.recoveryRatio(nowUs));
    }

    @Test
    void aSpellIsLeftOutAndSoIsTheTimeInWhichItSettles() {
        press(200, 1_000_000);
        assertFalse(press(300, LONGEST_SPELL_US - 10_000));
        assertFalse(load.even(nowUs));
        press(200, SETTLE_US);
        assertFalse(load.even(nowUs), "has not settled");
        press(200, 20_000);
        assertTrue(load.even(nowUs));
        assertEquals(Math.exp(-1.01 / 4), load.recoveryRatio(nowUs), 1e-9);
    }

    @Test
    void aLoadThatStaysChangedIsToldOnceTheLongestSpellIsOver() {
        assertFalse(press(300, LONGEST_SPELL_US + 10_000));
        assertTrue(press(300, 10_000));
        load.begin(frame(nowUs, 300));
        assertTrue(load.even(nowUs));
        assertFalse(press(300, LONGEST_SPELL_US * 2));
        assertEquals(0, load.recoveryRatio(nowUs));
    }

    /** Someone who relaxes lets more and more weight down. */
    @Test
    void theUsualLoadFollowsSlowly() {
        for (double forceN = 200; forceN < 400; forceN += 4) {
            assertFalse(press(forceN, 1_000_000));
            assertTrue(load.even(nowUs), forceN + " N");
        }
    }
}
