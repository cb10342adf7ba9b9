package org.rollscope.store;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionWriter;

/**
 * A process of its own that records what a board sends over its standard input, until it is killed. Says {@code ready} when
 * it listens; and the length of the log and the number of frames on the disk, each time when these have become more.
 */
final class RecordingProcess {
    private static final long NS_PER_US = 1000;

    private RecordingProcess() {}

    /** Argument: data folder. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.US_ASCII);
        SessionArchive archive = SqliteSessionArchive.open(folder);
        SessionWriter writer = archive.begin(ExampleSession.record("killed", Instant.EPOCH), ExampleSession.DOCUMENTS);
        WireReceiver receiver = new WireReceiver(new Recorder(writer));
        InputStream in = System.in;
        byte[] chunk = new byte[4096];
        Path log = PowerCutFiles.log(folder);
        long lastWrittenCount = 0;
        out.println("ready");
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            receiver.accept(chunk, 0, length, System.nanoTime());
            long writtenCount =
                    receiver.counters().frameCount() - writer.state().waitingFrameCount();
            if (writtenCount > lastWrittenCount) {
                out.println(Files.size(log) + " " + writtenCount);
            }
            lastWrittenCount = writtenCount;
        }
    }

    /** Records every frame with the arrival that the board's clock says, so that frames can be compared. */
    private record Recorder(SessionWriter writer) implements FrameSink {
        @Override
        public void hello(BoardHello hello, int bootIndex) {
            // the session of the example has one of its own
        }

        @Override
        public void frame(RawFrame frame) {
            writer.append(new RawFrame(
                    frame.bootIndex(),
                    frame.sequence(),
                    frame.deviceTimeUs(),
                    frame.deviceTimeUs() * NS_PER_US,
                    frame.lostBeforeCount(),
                    frame.frameFlags(),
                    frame.accelCounts(),
                    frame.gyroCounts(),
                    frame.padCounts()));
        }

        @Override
        public void linkLost(String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
