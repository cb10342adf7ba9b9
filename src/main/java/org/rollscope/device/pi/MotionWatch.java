package org.rollscope.device.pi;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the motion chip, and looks after it: sets it up, notices that it is gone or slow, and tries again with growing pauses.
 *
 * <p>A chip that is away must not cost the pads their rate: a try takes one tick at most every so often, and one that took long is
 * repeated later still. <b>Threads.</b> One.
 */
final class MotionWatch implements AutoCloseable {
    private static final int FAILURES_UNTIL_LOST_COUNT = 3;
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_PAUSE_NS = TimeUnit.SECONDS.toNanos(2);
    /** A try may take a hundredth of the time. */
    private static final long PAUSE_PER_TRY_COUNT = 100;
    /** A bus that went away and came back answers only when it is opened again. */
    private static final int TRIES_UNTIL_REOPENED_COUNT = 3;

    private final MotionChip chip;
    private final PiBuses buses;
    private final int busIndex;
    private final int addressBits;
    private final long slowNs;
    private final Consumer<String> told;
    private @Nullable RegisterBus bus;
    private boolean ready;
    private boolean wasReady;
    private long nextTryNs;
    private long settledNs;
    private long pauseNs = SHORTEST_PAUSE_NS;
    private int failedTryCount;
    private int failuresInARowCount;
    private int errorCount;
    private String lastWords = "";

    /**
     * Begins to look after a chip; nothing is opened yet.
     *
     * @param settings which chip, where, and how often it is read.
     * @param told lines for people: lost, and back again.
     */
    MotionWatch(PiSettings settings, PiBuses buses, Consumer<String> told) {
        this.chip = settings.motionChip();
        this.buses = buses;
        this.busIndex = settings.i2cBusIndex();
        this.addressBits = settings.imuAddressBits();
        this.told = told;
        // Half a period for the chip, the other half for the pads.
        slowNs = TimeUnit.SECONDS.toNanos(1) / settings.rateHz() / 2;
        nextTryNs = Long.MIN_VALUE;
    }

    /** What is read. */
    MotionChip chip() {
        return chip;
    }

    /** Readings and tries that failed. */
    int errorCount() {
        return errorCount;
    }

    /**
     * Takes a reading if there is one.
     *
     * @param clock of the host.
     * @param into holds zeros when there is none.
     * @return whether it is a fresh one.
     */
    boolean read(org.rollscope.frame.HostClock clock, MotionSample into) {
        long nowNs = clock.monotonicNs();
        RegisterBus open = bus;
        if (!ready || open == null) {
            into.clear();
            if (nextTryNs == Long.MIN_VALUE || nowNs - nextTryNs >= 0) {
                attempt(clock, nowNs);
            }
            return false;
        }
        if (nowNs - settledNs < 0) {
            into.clear();
            return false;
        }
        return burst(clock, open, nowNs, into);
    }

    private boolean burst(org.rollscope.frame.HostClock clock, RegisterBus open, long nowNs, MotionSample into) {
        try {
            chip.read(open, into);
            long tookNs = clock.monotonicNs() - nowNs;
            if (tookNs <= slowNs) {
                failuresInARowCount = 0;
                announce();
            } else if (failed(tookNs)) {
                lose(
                        chip.name() + " on " + open.name() + " answers too slowly (" + tookNs / 1_000_000 + " ms)",
                        tookNs,
                        clock);
            }
            return true;
        } catch (BusException failure) {
            into.clear();
            long tookNs = clock.monotonicNs() - nowNs;
            if (failed(tookNs)) {
                lose(failure.words(), tookNs, clock);
            }
            return false;
        }
    }

    /** Counts a failure; whether it is one too many. A reading that took longer than a tick is one too many at once. */
    private boolean failed(long tookNs) {
        errorCount++;
        failuresInARowCount++;
        return failuresInARowCount >= FAILURES_UNTIL_LOST_COUNT || tookNs > 2 * slowNs;
    }

    private void lose(String words, long tookNs, org.rollscope.frame.HostClock clock) {
        ready = false;
        pauseNs = SHORTEST_PAUSE_NS;
        failedTryCount = 0;
        complain(words);
        waitAfter(tookNs, clock.monotonicNs());
    }

    private void attempt(org.rollscope.frame.HostClock clock, long nowNs) {
        try {
            RegisterBus open = bus;
            if (open == null) {
                open = buses.openRegisters(busIndex, addressBits);
                bus = open;
            }
            chip.setUp(open);
            ready = true;
            failuresInARowCount = 0;
            failedTryCount = 0;
            settledNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(chip.settleMs());
        } catch (BusException failure) {
            errorCount++;
            failedTryCount++;
            complain(failure.words());
            if (failedTryCount % TRIES_UNTIL_REOPENED_COUNT == 0) {
                close();
            }
            waitAfter(clock.monotonicNs() - nowNs, clock.monotonicNs());
        }
    }

    private void waitAfter(long tookNs, long nowNs) {
        nextTryNs = nowNs + Math.max(pauseNs, PAUSE_PER_TRY_COUNT * tookNs);
        pauseNs = Math.min(LONGEST_PAUSE_NS, 2 * pauseNs);
    }

    private void complain(String words) {
        if (!words.equals(lastWords)) {
            lastWords = words;
            told.accept(words + "; frames go on without motion");
        }
    }

    private void announce() {
        if (!wasReady || !lastWords.isEmpty()) {
            wasReady = true;
            pauseNs = SHORTEST_PAUSE_NS;
            if (!lastWords.isEmpty()) {
                told.accept(chip.name() + " answers again");
            }
            lastWords = "";
        }
    }

    @Override
    public void close() {
        RegisterBus open = bus;
        bus = null;
        ready = false;
        if (open != null) {
            open.close();
        }
    }
}
