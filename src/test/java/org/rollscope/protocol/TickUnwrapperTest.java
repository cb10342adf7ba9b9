package org.rollscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickUnwrapperTest {
    private static final long WRAP = 1L << 32;
    private static final long PERIOD_US = 10_000;

    private TickUnwrapper ticks = new TickUnwrapper();

    @BeforeEach
    void aBoardSaysHello() {
        ticks.hello(PERIOD_US);
    }

    private void expect(long sequence, long deviceTimeUs, int lostBeforeCount, int bootIndex) {
        assertEquals(sequence, ticks.sequence());
        assertEquals(deviceTimeUs, ticks.deviceTimeUs());
        assertEquals(lostBeforeCount, ticks.lostBeforeCount());
        assertEquals(bootIndex, ticks.bootIndex());
    }

    @Test
    void firstFrameIsTakenAsItIsWithoutLoss() {
        assertFalse(ticks.accept(4711, 47_110_000));
        expect(4711, 47_110_000, 0, 0);
    }

    @Test
    void missedTicksAreCounted() {
        ticks.accept(5, 50_000);
        assertFalse(ticks.accept(9, 90_000));
        expect(9, 90_000, 3, 0);
        ticks.accept(10, 100_000);
        expect(10, 100_000, 0, 0);
    }

    @Test
    void numberGoesOnOverItsWrap() {
        ticks.accept(WRAP - 1, 1000);
        assertFalse(ticks.accept(1, 1000 + 2 * PERIOD_US));
        expect(WRAP + 1, 1000 + 2 * PERIOD_US, 1, 0);
    }

    @Test
    void clockGoesOnOverItsWrap() {
        ticks.accept(10, WRAP - 4000);
        assertFalse(ticks.accept(11, 6000));
        expect(11, WRAP + 6000, 0, 0);
        ticks.accept(12, 16_000);
        expect(12, WRAP + 16_000, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 40})
    void numberTellsHowOftenTheClockWrappedInAGap(long wraps) {
        long gapTicks = wraps * WRAP / PERIOD_US + 12_345;
        ticks.accept(0, 0);
        long trueUs = gapTicks * PERIOD_US * 1005 / 1000; // a resonator that is 0.5 % fast
        assertFalse(ticks.accept(gapTicks, trueUs % WRAP));
        expect(gapTicks, trueUs, (int) gapTicks - 1, 0);
    }

    /** Both wrap at the same frame, and both somewhere within a gap. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 100, 500_000, 40_000_000})
    void numberAndClockGoOnOverBothWrapsAtOnce(long stepTicks) {
        for (long beforeTicks = 0; beforeTicks < Math.min(stepTicks, 3); beforeTicks++) {
            ticks = new TickUnwrapper();
            aBoardSaysHello();
            long startTick = WRAP - 1 - beforeTicks;
            long startUs = WRAP - 1 - beforeTicks * PERIOD_US;
            ticks.accept(startTick, startUs);
            long timeUs = startUs + stepTicks * PERIOD_US;
            assertFalse(ticks.accept((startTick + stepTicks) % WRAP, timeUs % WRAP));
            expect(startTick + stepTicks, timeUs, (int) stepTicks - 1, 0);
        }
    }

    @Test
    void helloThatTheBoardWasAskedForChangesNothing() {
        ticks.accept(100, 1_000_000);
        ticks.hello(PERIOD_US);
        assertFalse(ticks.accept(101, 1_010_000));
        expect(101, 1_010_000, 0, 0);
    }

    @Test
    void restartWithAHelloIsNoticed() {
        ticks.accept(100, 1_000_000);
        ticks.hello(PERIOD_US);
        assertTrue(ticks.accept(0, 1000));
        expect(0, 1000, 0, 1);
    }

    @Test
    void restartWhoseHelloWasLostIsNoticed() {
        ticks.accept(100, 1_000_000);
        assertTrue(ticks.accept(3, 31_000));
        expect(3, 31_000, 0, 1);
        assertFalse(ticks.accept(4, 41_000));
        expect(4, 41_000, 0, 1);
    }

    @Test
    void everyRestartIsCounted() {
        for (int bootIndex = 0; bootIndex < 5; bootIndex++) {
            ticks.hello(PERIOD_US);
            assertEquals(bootIndex > 0, ticks.accept(0, 1000));
            ticks.accept(1, 11_000);
            expect(1, 11_000, 0, bootIndex);
        }
    }

    /** The board sent ticks 0 to 5, restarted, and the first ticks of the new boot were lost. */
    @Test
    void earlyRestartWhoseNumberLooksAsIfItWentOnShowsInTheClock() {
        ticks.accept(5, 9_051_000); // this boot began its ticks nine seconds late
        ticks.hello(PERIOD_US);
        assertTrue(ticks.accept(8, 81_000));
        expect(8, 81_000, 0, 1);
    }

    /** Number and clock both look as if they went on: only the receiver knows that nobody asked for the hello. */
    @Test
    void earlyRestartThatNothingShowsIsNoticedByTheUnaskedHello() {
        ticks.accept(5, 51_000);
        ticks.hello(PERIOD_US);
        ticks.unaskedHello();
        assertTrue(ticks.accept(8, 81_000));
        expect(8, 81_000, 0, 1);
        assertFalse(ticks.accept(9, 91_000));
    }

    @Test
    void unaskedHelloBeforeTheFirstFrameIsNoRestart() {
        ticks.unaskedHello();
        assertFalse(ticks.accept(0, 1000));
        expect(0, 1000, 0, 0);
    }

    @Test
    void repeatedFrameIsNoRestart() {
        ticks.accept(7, 71_000);
        assertFalse(ticks.accept(7, 71_000));
        expect(7, 71_000, 0, 0);
        assertFalse(ticks.accept(8, 81_000));
        expect(8, 81_000, 0, 0);
    }

    @Test
    void sameNumberAfterAHelloAtAnotherTimeIsARestart() {
        ticks.accept(0, 1000);
        ticks.hello(PERIOD_US);
        assertTrue(ticks.accept(0, 2_000_000));
        expect(0, 2_000_000, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyWalkWithGapsUnwrapsToWhatTheBoardCounted(long seed) {
        Random random = new Random(seed);
        long tick = random.nextLong(WRAP);
        long timeUs = random.nextLong(WRAP);
        double skew = 1 + (random.nextDouble() - 0.5) / 100;
        ticks.accept(tick, timeUs);
        for (int frameIndex = 0; frameIndex < 2000; frameIndex++) {
            // up to 4.6 days: at 0.5 % the expectation is still off by less than half a wrap
            long step = random.nextInt(10) > 0 ? 1 : 1 + random.nextLong(random.nextBoolean() ? 10 : 40_000_000);
            tick += step;
            timeUs += Math.round(step * PERIOD_US * skew);
            if (random.nextInt(20) == 0) {
                ticks.hello(PERIOD_US);
            }
            assertFalse(ticks.accept(tick % WRAP, timeUs % WRAP), "seed " + seed + ", frame " + frameIndex);
            expect(tick, timeUs, (int) step - 1, 0);
        }
        System.out.println(
                "seed " + seed + ": " + tick / WRAP + " wraps of the number, " + timeUs / WRAP + " of the clock");
        assertTrue(timeUs > 10 * WRAP);
    }
}
