package org.rollscope.pipeline;

import java.util.function.Consumer;
import org.rollscope.frame.RawFrame;

/** The last seconds before a contact, kept in frames that are used again and again. */
final class PreRoll {
    private static final int FIRST_ROOM_COUNT = 256;

    private final long spanUs;
    private RawFrame[] ring = new RawFrame[0];
    private int firstIndex;
    private int count;

    /**
     * Makes an empty one.
     *
     * @param spanUs device time to keep.
     */
    PreRoll(long spanUs) {
        this.spanUs = spanUs;
    }

    /** Takes a copy of a frame and forgets what is too old or of another boot. */
    void keep(RawFrame frame) {
        while (count > 0 && !belongs(ring[firstIndex], frame)) {
            firstIndex = (firstIndex + 1) % ring.length;
            count--;
        }
        if (count == ring.length) {
            grow(frame.padCounts().length);
        }
        int index = (firstIndex + count) % ring.length;
        if (ring[index].padCounts().length != frame.padCounts().length) {
            ring[index] = new RawFrame(frame.padCounts().length);
        }
        ring[index].copyFrom(frame);
        count++;
    }

    private boolean belongs(RawFrame kept, RawFrame newest) {
        return kept.bootIndex() == newest.bootIndex()
                && newest.deviceTimeUs() - kept.deviceTimeUs() <= spanUs
                && kept.padCounts().length == newest.padCounts().length;
    }

    private void grow(int padCount) {
        RawFrame[] larger = new RawFrame[Math.max(FIRST_ROOM_COUNT, 2 * ring.length)];
        for (int index = 0; index < larger.length; index++) {
            larger[index] = index < count ? ring[(firstIndex + index) % ring.length] : new RawFrame(padCount);
        }
        ring = larger;
        firstIndex = 0;
    }

    /** Device time from the oldest frame to the newest, in microseconds. */
    long spanUs() {
        return count == 0
                ? 0
                : ring[(firstIndex + count - 1) % ring.length].deviceTimeUs() - ring[firstIndex].deviceTimeUs();
    }

    /** Hands the frames over, oldest first, and is empty afterwards; each holds for the call only. */
    void giveTo(Consumer<RawFrame> receiver) {
        for (int index = 0; index < count; index++) {
            receiver.accept(ring[(firstIndex + index) % ring.length]);
        }
        clear();
    }

    void clear() {
        count = 0;
        firstIndex = 0;
    }
}
