package org.rollscope.device.pi;

/**
 * The moments at which to sample: whole periods after a beginning, so that lateness never adds up.
 *
 * <p><b>Units.</b> Nanoseconds of the host's monotonic clock; ticks since the beginning. <b>Threads.</b> One.
 */
final class TickGrid {
    private static final long NS_PER_S = 1_000_000_000L;

    private final int rateHz;
    private long beginNs;
    private long sequence;

    /**
     * Lays out a grid that has not begun.
     *
     * @param rateHz ticks a second, 1 to 1000.
     */
    TickGrid(int rateHz) {
        this.rateHz = rateHz;
    }

    /** Tick 0 is due now. */
    void begin(long nowNs) {
        beginNs = nowNs;
        sequence = 0;
    }

    /** The tick that is due next. */
    long sequence() {
        return sequence;
    }

    /** When it is due. */
    long dueNs() {
        return dueNs(sequence);
    }

    /** Nominal distance of two ticks. */
    long periodNs() {
        return NS_PER_S / rateHz;
    }

    private long dueNs(long ofSequence) {
        return beginNs + ofSequence / rateHz * NS_PER_S + ofSequence % rateHz * NS_PER_S / rateHz;
    }

    /**
     * The due tick was taken; the next one is due. One that is late by more than half a period is missed: two samples closer than
     * that would say little more than one.
     *
     * @return how many are missed.
     */
    int advance(long nowNs) {
        sequence++;
        long lateNs = nowNs - dueNs() - periodNs() / 2;
        if (lateNs <= 0) {
            return 0;
        }
        // An estimate, which may be one too few because a period is rounded.
        long missedCount = lateNs / periodNs();
        while (nowNs - dueNs(sequence + missedCount) > periodNs() / 2) {
            missedCount++;
        }
        sequence += missedCount;
        return (int) Math.min(missedCount, Integer.MAX_VALUE);
    }
}
