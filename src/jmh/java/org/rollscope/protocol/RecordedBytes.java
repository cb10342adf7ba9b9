package org.rollscope.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The recording that all benches of one run share, cut into frames; named by {@code -Drollscope.bench.folder}. */
public final class RecordedBytes {
    private final byte[] bytes;
    private final int[] startIndex;

    private RecordedBytes(byte[] bytes, int[] startIndex) {
        this.bytes = bytes;
        this.startIndex = startIndex;
    }

    /** The folder that {@code rollscope simulate} wrote. */
    public static Path folder() {
        return Path.of(System.getProperty("rollscope.bench.folder"));
    }

    /** Reads the recording. */
    public static RecordedBytes read() {
        try {
            byte[] bytes = Files.readAllBytes(folder().resolve("session.rsw"));
            int[] startIndex = new int[bytes.length];
            int count = 0;
            for (int index = 0; index < bytes.length; index++) {
                if (index == 0 || bytes[index - 1] == 0) {
                    startIndex[count++] = index;
                }
            }
            startIndex[count] = bytes.length;
            return new RecordedBytes(bytes, Arrays.copyOf(startIndex, count + 1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Frames and hello. */
    public int pieceCount() {
        return startIndex.length - 1;
    }

    /** First byte of a piece. */
    public int startIndex(int pieceIndex) {
        return startIndex[pieceIndex];
    }

    /** Length of a piece with its delimiter. */
    public int lengthBytes(int pieceIndex) {
        return startIndex[pieceIndex + 1] - startIndex[pieceIndex];
    }
}
