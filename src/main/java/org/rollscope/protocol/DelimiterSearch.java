package org.rollscope.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the next delimiter, eight bytes at a time. */
final class DelimiterSearch {
    /** Result when there is none. */
    static final int NONE_INDEX = -1;

    private static final long EVERY_LOWEST_BITS = 0x0101010101010101L;
    private static final long EVERY_HIGHEST_BITS = 0x8080808080808080L;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private DelimiterSearch() {}

    /** Index of the first zero byte of a range, or {@link #NONE_INDEX}. */
    static int find(byte[] bytes, int fromIndex, int endIndex) {
        int index = fromIndex;
        while (index + Long.BYTES <= endIndex) {
            long word = (long) EIGHT_BYTES.get(bytes, index);
            // The lowest set bit marks the first zero byte; borrows can only mark bytes above it (H. Warren, Hacker's
            // Delight, section 6-1).
            long zeroBits = (word - EVERY_LOWEST_BITS) & ~word & EVERY_HIGHEST_BITS;
            if (zeroBits != 0) {
                return index + Long.numberOfTrailingZeros(zeroBits) / Byte.SIZE;
            }
            index += Long.BYTES;
        }
        for (; index < endIndex; index++) {
            if (bytes[index] == Wire.DELIMITER) {
                return index;
            }
        }
        return NONE_INDEX;
    }
}
