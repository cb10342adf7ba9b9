package org.rollscope.protocol;

/** Reads and writes the integers of the wire, least significant byte first. */
final class LittleEndian {
    private LittleEndian() {}

    static int u8(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    static int u16(byte[] bytes, int index) {
        return (bytes[index] & 0xFF) | ((bytes[index + 1] & 0xFF) << 8);
    }

    static short i16(byte[] bytes, int index) {
        return (short) u16(bytes, index);
    }

    static long u32(byte[] bytes, int index) {
        return u16(bytes, index) | ((long) u16(bytes, index + 2) << 16);
    }

    static long u64(byte[] bytes, int index) {
        return u32(bytes, index) | (u32(bytes, index + 4) << 32);
    }

    static void put16(byte[] bytes, int index, int value) {
        bytes[index] = (byte) value;
        bytes[index + 1] = (byte) (value >>> 8);
    }

    static void put32(byte[] bytes, int index, long value) {
        put16(bytes, index, (int) value);
        put16(bytes, index + 2, (int) (value >>> 16));
    }

    static void put64(byte[] bytes, int index, long value) {
        put32(bytes, index, value);
        put32(bytes, index + 4, value >>> 32);
    }
}
