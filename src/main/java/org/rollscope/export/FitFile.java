package org.rollscope.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A FIT file on its way: gathered in memory, some 20 bytes a second of a session.
 *
 * <p><b>Source.</b> As {@link FitMessage}; the checksum is CRC-16/ARC. <b>Threads.</b> One.
 */
final class FitFile {
    private static final int HEADER_BYTES = 14;
    private static final int PROTOCOL = 0x20;
    private static final int PROFILE = 2147;
    private static final int POLYNOMIAL = 0xA001;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private byte[] defined = new byte[0];

    /** Puts a message in; its form is said anew only where it differs from that of the message before. */
    void add(FitMessage message) {
        byte[] definition = message.definition(0);
        if (!Arrays.equals(definition, defined)) {
            messages.writeBytes(definition);
            defined = definition;
        }
        messages.writeBytes(message.values(0));
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(HEADER_BYTES);
        whole.write(PROTOCOL);
        little(whole, PROFILE, 2);
        little(whole, messages.size(), 4);
        whole.writeBytes(".FIT".getBytes(StandardCharsets.US_ASCII));
        little(whole, crc(whole.toByteArray()), 2);
        messages.writeTo(whole);
        little(whole, crc(whole.toByteArray()), 2);
        Files.write(file, whole.toByteArray());
    }

    private static void little(ByteArrayOutputStream out, int value, int bytes) {
        for (int shift = 0; shift < 8 * bytes; shift += 8) {
            out.write(value >> shift);
        }
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte one : bytes) {
            crc ^= one & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
