package org.rollscope.store;

/**
 * What a row of the archive says of a block beside its packed bytes: a run of frames of one boot.
 *
 * @param bootIndex boot that all its frames belong to.
 * @param firstSequence tick of the first frame.
 * @param firstDeviceTimeUs board time of the first frame.
 * @param firstArrivalNs host's monotonic clock at the first frame.
 * @param lastArrivalNs host's monotonic clock at the last frame.
 * @param lostBeforeCount ticks without a frame directly before the first frame, as the receiver counted them.
 * @param frameCount frames in the block, 1 to {@link #MAX_FRAME_COUNT}.
 * @param padCount pads of each frame.
 */
record BlockHeader(
        int bootIndex,
        long firstSequence,
        long firstDeviceTimeUs,
        long firstArrivalNs,
        long lastArrivalNs,
        int lostBeforeCount,
        int frameCount,
        int padCount) {
    /** Most frames in a block: half a second at the highest rate. */
    static final int MAX_FRAME_COUNT = 500;
}
