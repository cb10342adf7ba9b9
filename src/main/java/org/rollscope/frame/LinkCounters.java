package org.rollscope.frame;

/**
 * What a link has counted since its start.
 *
 * @param frameCount frames that arrived whole.
 * @param lostFrameCount ticks that the board counted and for which no frame arrived.
 * @param rejectedFrameCount pieces between two delimiters that were no valid message.
 * @param resetCount resets of the board.
 * @param receivedBytes bytes read.
 */
public record LinkCounters(
        long frameCount, long lostFrameCount, long rejectedFrameCount, long resetCount, long receivedBytes) {
    /** Nothing counted. */
    public static final LinkCounters ZERO = new LinkCounters(0, 0, 0, 0, 0);

    /** What was counted since an earlier reading of the same link. */
    public LinkCounters since(LinkCounters earlier) {
        return new LinkCounters(
                frameCount - earlier.frameCount,
                lostFrameCount - earlier.lostFrameCount,
                rejectedFrameCount - earlier.rejectedFrameCount,
                resetCount - earlier.resetCount,
                receivedBytes - earlier.receivedBytes);
    }
}
