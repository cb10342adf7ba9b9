package org.rollscope.protocol;

/**
 * Consistent overhead byte stuffing: removes zero bytes from a message, so that a zero ends a frame.
 *
 * <p><b>Source.</b> S. Cheshire, M. Baker, "Consistent Overhead Byte Stuffing", IEEE/ACM Transactions on Networking 7(2),
 * 1999.
 */
final class Cobs {
    /** Result of {@link #decode} for bytes that are no encoding. */
    static final int MALFORMED_BYTES = -1;

    private Cobs() {}

    /**
     * Encodes a message, without the delimiter.
     *
     * @param source message.
     * @param lengthBytes length of the message.
     * @param target receives at most lengthBytes + lengthBytes / 254 + 1 bytes.
     * @return length of the encoding.
     */
    static int encode(byte[] source, int lengthBytes, byte[] target) {
        int codeIndex = 0;
        int writeIndex = 1;
        int code = 1;
        for (int readIndex = 0; readIndex < lengthBytes; readIndex++) {
            if (source[readIndex] != 0) {
                target[writeIndex++] = source[readIndex];
                code++;
            }
            if (source[readIndex] == 0 || (code == 0xFF && readIndex + 1 < lengthBytes)) {
                target[codeIndex] = (byte) code;
                codeIndex = writeIndex++;
                code = 1;
            }
        }
        target[codeIndex] = (byte) code;
        return writeIndex;
    }

    /**
     * Decodes a frame in place.
     *
     * @param bytes encoding without the delimiter; holds the message afterwards.
     * @param lengthBytes length of the encoding, 1 or more.
     * @return length of the message, or {@link #MALFORMED_BYTES}.
     */
    static int decode(byte[] bytes, int lengthBytes) {
        int readIndex = 0;
        int writeIndex = 0;
        while (readIndex < lengthBytes) {
            int code = bytes[readIndex++] & 0xFF;
            int blockBytes = code - 1;
            if (code == 0 || readIndex + blockBytes > lengthBytes) {
                return MALFORMED_BYTES;
            }
            System.arraycopy(bytes, readIndex, bytes, writeIndex, blockBytes);
            readIndex += blockBytes;
            writeIndex += blockBytes;
            if (code != 0xFF && readIndex < lengthBytes) {
                bytes[writeIndex++] = 0;
            }
        }
        return writeIndex;
    }
}
