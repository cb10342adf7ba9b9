package org.rollscope.protocol;

/** What a board sends when a button changes, for tests that write recordings. */
public final class ButtonLine {
    private static final int MESSAGE_ID = 0x04;

    private ButtonLine() {}

    /** A whole line, delimiter included. */
    public static byte[] of(long wireTimeUs, int buttonIndex, boolean pressed) {
        return FrameEncoder.enclose(new byte[] {
            MESSAGE_ID,
            (byte) wireTimeUs,
            (byte) (wireTimeUs >> 8),
            (byte) (wireTimeUs >> 16),
            (byte) (wireTimeUs >> 24),
            (byte) buttonIndex,
            (byte) (pressed ? 1 : 0)
        });
    }
}
