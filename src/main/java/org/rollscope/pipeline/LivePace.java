package org.rollscope.pipeline;

import org.rollscope.frame.RawFrame;

/**
 * Chooses the frames whose figures are told live: the first of every interval of device time.
 */
final class LivePace {
    private final long intervalUs;
    private long lastSlotIndex = -1;

    /**
     * Makes a pace.
     *
     * @param intervalMs between two.
     */
    LivePace(long intervalMs) {
        intervalUs = intervalMs * 1000;
    }

    /** Whether a frame is the first of its slot. */
    boolean isDue(RawFrame frame) {
        long slotIndex = frame.deviceTimeUs() / intervalUs;
        boolean due = slotIndex != lastSlotIndex;
        lastSlotIndex = slotIndex;
        return due;
    }
}
