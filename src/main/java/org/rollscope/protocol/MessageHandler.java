package org.rollscope.protocol;

import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;

/** Receives what a {@link FrameDecoder} finds in a byte stream, in order. */
public interface MessageHandler {
    /** A frame; it holds until this method returns. */
    void frame(RawFrame frame);

    /** A hello. */
    void hello(BoardHello hello);

    /** Any other message. */
    void message(BoardMessage message);

    /** A piece that is no message. */
    void rejected(RejectReason reason);
}
