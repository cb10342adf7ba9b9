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
     * <p><b>Source.</b> hardware/firmware/README.md, 5 us of jitter on the simulated board; with room for what an optocoupler and a longer cable add.
     */
    static final double BOARD_ERROR_MS = 0.1;
    /**
     * How long a frame may be on its way to the host, beside the time between two.
     *
     * <p><b>Source.</b> 16 ms of FTDI's latency timer as shipped and 50 ms, the longest {@code eco_batch_ms}.
     */
    private static final double UNDER_WAY_MS = 16 + 50;
    /** A trigger whose board time is farther from the last frame than this belongs to another start of the board. */
    static final long FARTHEST_US = 10_000_000;

    private SyncTime() {}

    /**
     * Of a word that came to the host: it is noted at the newest frame that is there. What a network adds before it reaches this
     * machine is not in it.
     *
     * @param rateHz of the board.
     */
    static double hostErrorMs(int rateHz) {
        return UNDER_WAY_MS + 1000.0 / rateHz;
    }

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
