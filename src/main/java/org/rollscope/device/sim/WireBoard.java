package org.rollscope.device.sim;

/** A board that is simulated down to its bytes. */
public interface WireBoard {
    /** The hello as bytes for the line. */
    byte[] helloBytes();

    /** Time of the next frame since the board's start. */
    long nextFrameUs();

    /**
     * Samples the next frame.
     *
     * @return its bytes for the line, or an empty array when there will be no more.
     */
    byte[] nextFrameBytes();
}
