package org.rollscope.store;

import java.util.Arrays;

/** Writes numbers of some bits one after the other, the lowest bit first. */
final class BitWriter {
    private byte[] bytes = new byte[1024];
    private int byteCount;
    private long waiting;
    private int waitingCount;

    /**
     * Writes the lowest bits of a number.
     *
     * @param value number.
     * @param bitCount how many of its bits, 0 to 32.
     */
    void put(long value, int bitCount) {
        waiting |= (value & ((1L << bitCount) - 1)) << waitingCount;
        waitingCount += bitCount;
        while (waitingCount >= Byte.SIZE) {
            if (byteCount == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            bytes[byteCount++] = (byte) waiting;
            waiting >>>= Byte.SIZE;
            waitingCount -= Byte.SIZE;
        }
    }

    /** Writes all bits of a number. */
    void put64(long value) {
        put(value, Integer.SIZE);
        put(value >>> Integer.SIZE, Integer.SIZE);
    }

    /** All that was written; what is left of the last byte is zero. */
    byte[] bytes() {
        put(0, (Byte.SIZE - waitingCount) % Byte.SIZE);
        return Arrays.copyOf(bytes, byteCount);
    }
}
