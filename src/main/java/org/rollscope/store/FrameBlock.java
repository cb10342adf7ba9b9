package org.rollscope.store;

import java.util.List;
import org.rollscope.frame.RawFrame;

/**
 * A run of frames of one boot, as a row of the archive holds it.
 *
 * @param bootIndex boot that all its frames belong to.
 * @param firstSequence tick of the first frame.
 * @param firstDeviceTimeUs board time of the first frame.
 * @param firstArrivalNs host's monotonic clock at the first frame.
 * @param lastArrivalNs host's monotonic clock at the last frame.
 * @param padCount pads of each frame.
 * @param frames at least one, in order.
 */
record FrameBlock(
        int bootIndex,
        long firstSequence,
        long firstDeviceTimeUs,
        long firstArrivalNs,
        long lastArrivalNs,
        int padCount,
        List<RawFrame> frames) {
    /** Most frames in a block: half a second at the highest rate. */
    static final int MAX_FRAME_COUNT = 500;

    FrameBlock {
        frames = List.copyOf(frames);
    }

    /** A block of frames that follow one another. */
    static FrameBlock of(List<RawFrame> frames) {
        RawFrame first = frames.get(0);
        RawFrame last = frames.get(frames.size() - 1);
        return new FrameBlock(
                first.bootIndex(),
                first.sequence(),
                first.deviceTimeUs(),
                first.hostArrivalNs(),
                last.hostArrivalNs(),
                first.padCounts().length,
                frames);
    }
}
