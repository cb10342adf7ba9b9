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
     * Decodes a frame: copies it whole, then follows the chain of codes and writes a zero where each of them stood. A frame
     * holds few zeros and the copy is one move of the machine, so this is faster than going byte by byte.
     *
     * @param source holds the encoding, which has no zero byte and no delimiter.
     * @param fromIndex its first byte.
     * @param lengthBytes its length, 1 to {@link Wire#MAX_ENCODED_BYTES}: too short for a code of 0xFF, which stands for no
     *     zero.
     * @param target receives the message, lengthBytes - 1 bytes.
     * @return length of the message, or {@link #MALFORMED_BYTES}; target then holds rubbish.
     */
    static int decode(byte[] source, int fromIndex, int lengthBytes, byte[] target) {
        System.arraycopy(source, fromIndex + 1, target, 0, lengthBytes - 1);
        int codeIndex = source[fromIndex] & 0xFF;
        while (codeIndex < lengthBytes) {
            target[codeIndex - 1] = 0;
            codeIndex += source[fromIndex + codeIndex] & 0xFF;
        }
        return codeIndex == lengthBytes ? lengthBytes - 1 : MALFORMED_BYTES;
    }
}
