package org.rollscope.store;

import java.util.zip.DataFormatException;

/** Reads what {@link BitWriter} has written; running past the end is damage. */
final class BitReader {
    private final byte[] bytes;
    private int byteIndex;
    private long waiting;
    private int waitingCount;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    private void fill() {
        while (waitingCount <= Long.SIZE - 2 * Byte.SIZE && byteIndex < bytes.length) {
            waiting |= (bytes[byteIndex++] & 0xFFL) << waitingCount;
            waitingCount += Byte.SIZE;
        }
    }

    /** Reads a number of 0 to 32 bits. */
    long get(int bitCount) throws DataFormatException {
        if (waitingCount < bitCount) {
            fill();
            if (waitingCount < bitCount) {
                throw new DataFormatException("the block is too short");
            }
        }
        long value = waiting & ((1L << bitCount) - 1);
        waiting >>>= bitCount;
        waitingCount -= bitCount;
        return value;
    }

    /** Reads a number of 64 bits. */
    long get64() throws DataFormatException {
        long low = get(Integer.SIZE);
        return low | (get(Integer.SIZE) << Integer.SIZE);
    }

    /**
     * Counts the ones before the next zero, and passes both; after so many ones no zero follows.
     *
     * @param mostCount ones at most, 32 or fewer.
     */
    int ones(int mostCount) throws DataFormatException {
        if (waitingCount <= mostCount) {
            fill();
        }
        int count = Math.min(mostCount, Long.numberOfTrailingZeros(~waiting));
        int passedCount = count == mostCount ? count : count + 1;
        if (passedCount > waitingCount) {
            throw new DataFormatException("the block is too short");
        }
        waiting >>>= passedCount;
        waitingCount -= passedCount;
        return count;
    }

    /** Refuses what lies behind the end: whole bytes, or bits that are not zero. */
    void expectEnd() throws DataFormatException {
        if (byteIndex < bytes.length || waitingCount >= Byte.SIZE || waiting != 0) {
            throw new DataFormatException("the block is longer than its header says");
        }
    }
}
