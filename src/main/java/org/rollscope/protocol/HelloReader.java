package org.rollscope.protocol;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/** Reads a hello that was kept as its wire bytes, as archives do. */
public final class HelloReader {
    private HelloReader() {}

    /**
     * Reads one hello.
     *
     * @param wireBytes as {@link FrameEncoder#hello} gives them.
     * @return the description, null when the bytes hold no sound hello.
     */
    public static @Nullable BoardHello read(byte[] wireBytes) {
        Kept kept = new Kept();
        new FrameDecoder(kept).accept(wireBytes, 0, wireBytes.length, 0);
        return kept.hello;
    }

    /** Keeps the last hello and passes over everything else. */
    private static final class Kept implements MessageHandler {
        private @Nullable BoardHello hello;

        @Override
        public void frame(RawFrame frame) {
            // not asked for
        }

        @Override
        public void hello(BoardHello found) {
            hello = found;
        }

        @Override
        public void message(BoardMessage message) {
            // not asked for
        }

        @Override
        public void rejected(RejectReason reason) {
            // a damaged hello is a missing one
        }
    }
}
