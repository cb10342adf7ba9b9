package org.rollscope.mqtt;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;

/** A stranger who says far too much. */
final class LongGreeting {
    private LongGreeting() {}

    /** Sends the beginning of a greeting that says it is long, and goes on until refused; tells how many bytes were taken. */
    static long send(int port, Path caFile, int lengthBytes) throws Exception {
        try (Socket socket = TrustFile.socketFactory(caFile).createSocket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(0x10);
            int left = lengthBytes;
            do {
                out.write((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
                left >>= 7;
            } while (left > 0);
            byte[] piece = new byte[65_536];
            long sentBytes = 0;
            try {
                while (sentBytes < lengthBytes) {
                    out.write(piece);
                    sentBytes += piece.length;
                }
            } catch (IOException refused) {
                return sentBytes;
            }
            return sentBytes;
        }
    }
}
