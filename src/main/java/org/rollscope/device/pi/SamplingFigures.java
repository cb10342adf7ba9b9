package org.rollscope.device.pi;

import java.util.Locale;

/**
 * How well the grid is kept: the real rate, ticks that were missed, how long a scan takes and how late it starts.
 *
 * <p><b>Units.</b> Nanoseconds. <b>Threads.</b> One.
 */
final class SamplingFigures {
    private static final long FIRST_WINDOW_NS = 10_000_000_000L;
    private static final long WINDOW_NS = 60_000_000_000L;
    private static final int WINDOWS_UNTIL_TOLD_COUNT = 60;
    /** Share of missed ticks from which on somebody should know. */
    private static final double TOO_MANY_RATIO = 0.01;

    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;

    private long windowNs = FIRST_WINDOW_NS;
    private int quietWindowCount;
    private boolean begun;
    private long firstStartNs;
    private long firstSequence;
    private long lastStartNs;
    private long lastSequence;
    private long scanCount;
    private long scanSumNs;
    private long worstScanNs;
    private long worstLateNs;

    /**
     * Takes note of a scan.
     *
     * @param sequence its tick.
     * @param dueNs when it was to start.
     * @param startNs when it did.
     * @param endNs when all was read.
     */
    void note(long sequence, long dueNs, long startNs, long endNs) {
        if (!begun) {
            begun = true;
            firstStartNs = startNs;
            firstSequence = sequence;
            scanCount = 0;
            scanSumNs = 0;
            worstScanNs = 0;
            worstLateNs = 0;
        }
        lastStartNs = startNs;
        lastSequence = sequence;
        scanCount++;
        scanSumNs += endNs - startNs;
        worstScanNs = Math.max(worstScanNs, endNs - startNs);
        worstLateNs = Math.max(worstLateNs, startNs - dueNs);
    }

    /**
     * A line for people, when one is due: after the first ten seconds, every hour, and after a minute with too many missed ticks.
     *
     * @return empty when there is nothing to say.
     */
    String line() {
        if (!begun || lastStartNs - firstStartNs < windowNs) {
            return "";
        }
        begun = false;
        long tickCount = lastSequence - firstSequence + 1;
        long missedCount = tickCount - scanCount;
        boolean first = windowNs == FIRST_WINDOW_NS;
        windowNs = WINDOW_NS;
        quietWindowCount++;
        if (!first && missedCount <= TOO_MANY_RATIO * tickCount && quietWindowCount < WINDOWS_UNTIL_TOLD_COUNT) {
            return "";
        }
        quietWindowCount = 0;
        double spanS = (lastStartNs - firstStartNs) / NS_PER_S;
        return String.format(
                Locale.ROOT,
                "sampled at %.3f Hz by this machine's clock over %.1f s: %d of %d ticks missed; a scan took %.2f ms, the longest"
                        + " %.2f ms; the latest began %.2f ms late",
                (tickCount - 1) / spanS,
                spanS,
                missedCount,
                tickCount,
                scanSumNs / NS_PER_MS / scanCount,
                worstScanNs / NS_PER_MS,
                worstLateNs / NS_PER_MS);
    }
}
