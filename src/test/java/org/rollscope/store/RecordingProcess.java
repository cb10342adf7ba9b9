package org.rollscope.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;

/** A process of its own that records until it is killed, and says the number of every frame before it records it. */
final class RecordingProcess {
    /** The rate that the recorded frames claim: the highest of the reference roller. */
    static final int RATE_HZ = 200;

    static final int PAD_COUNT = 48;

    private static final long PERIOD_US = 1_000_000 / RATE_HZ;

    private RecordingProcess() {}

    /** Arguments: data folder, seed, how many times faster than real time. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.US_ASCII);
        long stepNs = PERIOD_US * 1000 / Integer.parseInt(arguments[2]);
        RandomFrames source = new RandomFrames(Long.parseLong(arguments[1]), PAD_COUNT);
        SessionArchive archive = SqliteSessionArchive.open(Path.of(arguments[0]));
        SessionWriter writer = archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
        long startNs = System.nanoTime();
        for (long sequence = 0; ; sequence++) {
            long leftNs = startNs + sequence * stepNs - System.nanoTime();
            if (leftNs > 0) {
                LockSupport.parkNanos(leftNs);
            }
            out.println(sequence);
            writer.append(source.frame(0, sequence, sequence * PERIOD_US, sequence * PERIOD_US * 1000, 0));
        }
    }
}
