package org.rollscope.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the archive wears a card; {@code src/test/scripts/bytes_written.sh} measures longer sessions. */
@Tag("alone")
class BytesWrittenIT {
    /** From the definition of done: physical bytes at most 0.6 of raw blobs in SQLite with synchronous FULL. */
    private static final double MOST_RATIO = 0.6;

    @Test
    void theArchiveWritesAtMostSixTenthsOfRawBlobs() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/io")), "SKIPPED: the kernel does not count bytes here");
        // beside the build, not in /tmp: in a memory disk nothing is written
        Path disk = Files.createTempDirectory(Path.of("target"), "bytes-written");
        try {
            BytesWritten written = BytesWritten.measure(disk, 120, 7);
            System.out.println("bytes written: " + written.json());
            assumeTrue(written.sameCadenceBytes() > 0, "SKIPPED: target lies in a memory disk");
            assertTrue(written.ratio() <= MOST_RATIO, written.json());
        } finally {
            delete(disk);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
