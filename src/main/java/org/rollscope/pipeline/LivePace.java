package org.rollscope.pipeline;

import org.rollscope.frame.RawFrame;

/**
 * Chooses the frames whose figures are told live: the first of every 80 ms of device time, 12.5 a second of
 * the 10 to 20 of the contract. Fewer wake the processor less often, and an eye on a moving line sees no difference.
 */
final class LivePace {
    private static final long INTERVAL_US = 80_000;

    private long lastSlotIndex = -1;

    /** Whether a frame is the first of its slot. */
    boolean isDue(RawFrame frame) {
        long slotIndex = frame.deviceTimeUs() / INTERVAL_US;
        boolean due = slotIndex != lastSlotIndex;
        lastSlotIndex = slotIndex;
        return due;
    }
}
