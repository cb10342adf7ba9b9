package org.rollscope.pipeline;

/**
 * How well the moment of another instrument's trigger is known.
 *
 * <p><b>Units.</b> Microseconds and milliseconds. <b>Threads.</b> Stateless.
 */
final class SyncTime {
    /**
     * Of the board's sync input: the edge is timed by an interrupt, which at most waits for the longest other one.
     *
     * <p><b>Source.</b> hardware/README.md, 5 us of jitter on the simulated board; with room for what an optocoupler and a longer cable add.
     */
    static final double BOARD_ERROR_MS = 0.1;
    /**
     * Of a word that came to the host: a frame's time, and the time for which USB serial chips hold data back. What a network adds
     * before it reaches this machine is not in it.
     *
     * <p><b>Source.</b> 10 ms at 100 Hz and 16 ms of FTDI's latency timer as shipped, rounded up.
     */
    static final double HOST_ERROR_MS = 30;
    /** A trigger whose board time is farther from the last frame than this belongs to another start of the board. */
    static final long FARTHEST_US = 10_000_000;

    private SyncTime() {}

    /**
     * From a frame to a trigger.
     *
     * @param wireTimeUs of the trigger, as sent: modulo 2^32.
     * @param deviceTimeUs of the frame, unwrapped.
     * @return positive when the trigger came later; right for distances below half an hour.
     */
    static long sinceUs(long wireTimeUs, long deviceTimeUs) {
        return (int) (wireTimeUs - deviceTimeUs);
    }
}
