package org.rollscope.protocol;

/**
 * CRC-16/IBM-3740: polynomial 0x1021, start value 0xFFFF, nothing reflected, no final exclusive-or.
 *
 * <p><b>Source.</b> The catalogue's check value for the ASCII text "123456789" is 0x29B1.
 */
final class Crc16 {
    private static final int POLYNOMIAL_BITS = 0x1021;
    private static final int START_BITS = 0xFFFF;
    private static final char[] TABLE = table();

    private Crc16() {}

    /** Checksum of a range, 0 to 65535. */
    static int of(byte[] bytes, int fromIndex, int lengthBytes) {
        int crcBits = START_BITS;
        for (int index = fromIndex; index < fromIndex + lengthBytes; index++) {
            crcBits = ((crcBits << 8) & 0xFFFF) ^ TABLE[((crcBits >>> 8) ^ bytes[index]) & 0xFF];
        }
        return crcBits;
    }

    private static char[] table() {
        char[] table = new char[256];
        for (int index = 0; index < 256; index++) {
            int crcBits = index << 8;
            for (int bitIndex = 0; bitIndex < 8; bitIndex++) {
                crcBits = (crcBits & 0x8000) != 0 ? (crcBits << 1) ^ POLYNOMIAL_BITS : crcBits << 1;
            }
            table[index] = (char) crcBits;
        }
        return table;
    }
}
