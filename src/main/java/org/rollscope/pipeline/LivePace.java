package org.rollscope.pipeline;

import org.rollscope.frame.RawFrame;

/** Chooses the frames whose figures are told live: the first of every fifteenth of a second of device time. */
final class LivePace {
    private static final long INTERVAL_US = 66_667;

    private long lastSlotIndex = -1;

    /** Whether a frame is the first of its slot. */
    boolean isDue(RawFrame frame) {
        long slotIndex = frame.deviceTimeUs() / INTERVAL_US;
        boolean due = slotIndex != lastSlotIndex;
        lastSlotIndex = slotIndex;
        return due;
    }
}
