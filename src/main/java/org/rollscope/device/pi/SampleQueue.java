package org.rollscope.device.pi;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;

/**
 * Frames and words on their way from the sampling thread to whoever polls, in order; the frames go round and are filled again.
 *
 * <p>A reader that falls back by all frames costs those that find none free; they are counted by who samples. <b>Threads.</b> One
 * that samples, one that polls.
 */
final class SampleQueue {
    private static final int WORDS_COUNT = 64;

    private final ArrayBlockingQueue<FrameTold> free;
    private final ArrayBlockingQueue<Told> filled;

    /**
     * Makes room.
     *
     * @param frameCount frames that may wait.
     * @param padCount of each.
     */
    SampleQueue(int frameCount, int padCount) {
        free = new ArrayBlockingQueue<>(frameCount);
        filled = new ArrayBlockingQueue<>(frameCount + WORDS_COUNT);
        for (int slotIndex = 0; slotIndex < frameCount; slotIndex++) {
            free.add(new FrameTold(new RawFrame(padCount)));
        }
    }

    /** A frame to fill; null when all of them wait. */
    @Nullable
    FrameTold take() {
        return free.poll();
    }

    /** Passes a filled frame on. */
    void pass(FrameTold frame) {
        filled.add(frame);
    }

    /** Gives a frame back that was not filled. */
    void giveBack(FrameTold frame) {
        free.add(frame);
    }

    /** Says something; what finds no room behind a reader that is stuck is not said. */
    void say(Told words) {
        filled.offer(words);
    }

    /**
     * Delivers what is there; waits for the first, but not for ever.
     *
     * @param waitMs longest wait.
     * @throws InterruptedException when the thread was asked to end.
     */
    void deliver(FrameSink sink, long waitMs) throws InterruptedException {
        Told told = filled.poll(waitMs, TimeUnit.MILLISECONDS);
        while (told != null) {
            told.to(sink);
            told = filled.poll();
        }
    }

    /** A frame and its place. */
    final class FrameTold implements Told {
        private final RawFrame frame;

        private FrameTold(RawFrame frame) {
            this.frame = frame;
        }

        RawFrame frame() {
            return frame;
        }

        @Override
        public void to(FrameSink sink) {
            sink.frame(frame);
            free.add(this);
        }
    }
}
