package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionWatchTest {
    private static final long PERIOD_US = 5000;

    private final SetClock clock = new SetClock();
    private final SimulatedPi pi = new SimulatedPi(clock);
    private final List<String> told = new ArrayList<>();
    private final MotionWatch watch = new MotionWatch(PiSettings.STARTER.at(200), pi, told::add);
    private final MotionSample sample = new MotionSample();

    private boolean tick() {
        clock.passUs(PERIOD_US);
        return watch.read(clock, sample);
    }

    private int ticksUntil(boolean fresh) {
        for (int tickIndex = 1; tickIndex < 4000; tickIndex++) {
            if (tick() == fresh) {
                return tickIndex;
            }
        }
        throw new AssertionError("it never came");
    }

    @Test
    void readingsBeginWhenTheGyroscopeHasStarted() {
        int tickCount = ticksUntil(true);
        assertTrue(tickCount * PERIOD_US >= 40_000 && tickCount * PERIOD_US < 60_000, tickCount + " ticks");
        assertEquals(8192, sample.accelCounts[0]);
        assertEquals(List.of(), told);
    }

    @Test
    void oneFailureIsAFlagAndThreeAreALoss() {
        ticksUntil(true);
        pi.chip.silent = true;
        assertFalse(tick());
        assertEquals(0, sample.accelCounts[0]);
        pi.chip.silent = false;
        assertTrue(tick(), "the next reading is good again");
        assertEquals(List.of(), told);
        pi.chip.silent = true;
        tick();
        tick();
        assertEquals(List.of(), told);
        tick();
        assertEquals(List.of("no answer on /dev/i2c-1 at 0x68; frames go on without motion"), told);
        for (int tickIndex = 0; tickIndex < 2000; tickIndex++) {
            tick();
        }
        assertEquals(1, told.size(), "it is told once");
        pi.chip.silent = false;
        pi.chip.powerOn();
        assertTrue(ticksUntil(true) * PERIOD_US <= 2_100_000, "tried again every two seconds at the least");
        assertEquals("MPU-6050 answers again", told.get(1));
    }

    @Test
    void triesComeSlowerAndSlower() {
        pi.chip.silent = true;
        List<Long> triedAtUs = new ArrayList<>();
        int before = 0;
        long beginNs = clock.nowNs;
        while (triedAtUs.size() < 7) {
            tick();
            if (watch.errorCount() > before) {
                before = watch.errorCount();
                triedAtUs.add((clock.nowNs - beginNs) / 1000);
            }
        }
        for (int tryIndex = 1; tryIndex < triedAtUs.size(); tryIndex++) {
            long pauseUs = triedAtUs.get(tryIndex) - triedAtUs.get(tryIndex - 1);
            long expectedUs = Math.min(2_000_000, 100_000L << tryIndex - 1);
            assertEquals(expectedUs, pauseUs, 6000);
        }
        assertEquals(3, pi.opened.size(), "opened anew after every third try: " + pi.opened);
    }

    @Test
    void aHangingBusIsTriedEvenLessSoThatThePadsKeepTheirRate() {
        ticksUntil(true);
        pi.chip.answerUs = 1_000_000; // the kernel gives up after a second
        pi.chip.silent = true;
        tick();
        assertEquals(1, told.size(), "lost at once: three such failures would cost three seconds");
        long beginNs = clock.nowNs;
        int before = watch.errorCount();
        while (watch.errorCount() == before) {
            tick();
        }
        assertTrue((clock.nowNs - beginNs) / 1_000_000_000L >= 100, "a hundredth of the time at most");
    }

    @Test
    void aSlowChipIsGivenUpSoThatThePadsKeepTheirRate() {
        ticksUntil(true);
        pi.chip.answerUs = 3000;
        assertTrue(tick(), "what it says is true all the same");
        tick();
        assertEquals(List.of(), told);
        tick();
        assertEquals(
                List.of("MPU-6050 on /dev/i2c-1 at 0x68 answers too slowly (3 ms); frames go on without motion"), told);
        assertFalse(tick());
    }
}
