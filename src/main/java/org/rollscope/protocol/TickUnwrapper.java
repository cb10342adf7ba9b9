package org.rollscope.protocol;

/**
 * Turns the wrapping number and clock of a board into ones that only grow, and notices a restarted board.
 *
 * <p><b>Units.</b> Ticks and microseconds since the board's start. <b>Threads.</b> One.
 *
 * <p>The clock wraps every 71.6 minutes, the number every 497 days at 100 Hz; so the number says how many times the clock
 * wrapped during a gap. A restart shows as a number that goes back, as a hello that nobody asked for, or, where that is not
 * known, as a hello followed by a clock that does not fit the number.
 */
final class TickUnwrapper {
    private static final long WRAP_COUNT = 1L << 32;
    /** Takes a difference modulo 2^32. */
    private static final long WRAP_MASK_BITS = WRAP_COUNT - 1;

    private static final long HALF_WRAP_COUNT = WRAP_COUNT / 2;
    /** How far clock and number may disagree within one boot: a crystal's 1 % and a late tick, far below any restart. */
    private static final long CLOCK_TOLERANCE_US = 50_000;

    private boolean started;
    private boolean helloSinceFrame;
    private boolean restartAnnounced;
    private long periodUs = 10_000;
    private int bootIndex;
    private long sequence;
    private long deviceTimeUs;
    private int lostBeforeCount;

    /** Takes note of a hello, whose rate holds from the next frame on. */
    void hello(long periodUs) {
        this.periodUs = periodUs;
        helloSinceFrame = true;
    }

    /** Takes note that nobody asked for the last hello: the board has restarted, whatever its numbers look like. */
    void unaskedHello() {
        restartAnnounced = true;
    }

    /**
     * Takes in the numbers of a frame; those of a repeated frame change nothing.
     *
     * @param seq as sent.
     * @param wireTimeUs as sent.
     * @return whether the board has restarted since the frame before.
     */
    boolean accept(long seq, long wireTimeUs) {
        boolean first = !started;
        long seqStepCount = (seq - sequence) & WRAP_MASK_BITS;
        boolean restarted = !first && isRestart(seqStepCount, wireTimeUs);
        if (first || restarted) {
            started = true;
            bootIndex += restarted ? 1 : 0;
            sequence = seq;
            deviceTimeUs = wireTimeUs;
            lostBeforeCount = 0;
        } else if (seqStepCount == 0) {
            lostBeforeCount = 0;
        } else {
            deviceTimeUs += elapsedUs(seqStepCount, wireTimeUs);
            sequence += seqStepCount;
            lostBeforeCount = (int) Math.min(seqStepCount - 1, Integer.MAX_VALUE);
        }
        helloSinceFrame = false;
        restartAnnounced = false;
        return restarted;
    }

    private boolean isRestart(long seqStepCount, long wireTimeUs) {
        if (restartAnnounced || seqStepCount >= HALF_WRAP_COUNT) {
            return true;
        }
        long expectedUs = seqStepCount * periodUs;
        long toleranceUs = CLOCK_TOLERANCE_US + expectedUs / 10;
        return helloSinceFrame && Math.abs(elapsedUs(seqStepCount, wireTimeUs) - expectedUs) > toleranceUs;
    }

    /** The elapsed time nearest to what the number says among those that the wrapped clock allows. */
    private long elapsedUs(long seqStepCount, long wireTimeUs) {
        long wrappedUs = (wireTimeUs - deviceTimeUs) & WRAP_MASK_BITS;
        long wraps = Math.round((seqStepCount * (double) periodUs - wrappedUs) / WRAP_COUNT);
        return wrappedUs + Math.max(0, wraps) * WRAP_COUNT;
    }

    int bootIndex() {
        return bootIndex;
    }

    long sequence() {
        return sequence;
    }

    long deviceTimeUs() {
        return deviceTimeUs;
    }

    int lostBeforeCount() {
        return lostBeforeCount;
    }
}
