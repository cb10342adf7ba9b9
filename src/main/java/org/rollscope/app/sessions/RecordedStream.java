package org.rollscope.app.sessions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;

/**
 * A {@code .rsw} file, read through the same receiver as a live line.
 *
 * @param hello the board's description.
 * @param frames in order.
 * @param link what the receiver counted.
 */
public record RecordedStream(BoardHello hello, List<RawFrame> frames, LinkCounters link) {
    private static final int CHUNK_BYTES = 65_536;

    public RecordedStream {
        frames = List.copyOf(frames);
    }

    public static RecordedStream read(Path file) throws CommandFailure {
        Collector collector = new Collector();
        WireReceiver receiver = new WireReceiver(collector);
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            int count = stream.read(chunk);
            while (count >= 0) {
                receiver.accept(chunk, 0, count, 0);
                count = stream.read(chunk);
            }
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "cannot read " + file + ": " + failed.getMessage(), failed);
        }
        BoardHello found = collector.hello;
        if (found == null || collector.frames.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " holds no session: a .rsw file begins with a hello, followed by frames");
        }
        return new RecordedStream(found, collector.frames, receiver.counters());
    }

    /** Keeps everything. */
    private static final class Collector implements FrameSink {
        private final List<RawFrame> frames = new ArrayList<>();
        private @Nullable BoardHello hello;

        @Override
        public void hello(BoardHello said, int bootIndex) {
            hello = hello == null ? said : hello;
        }

        @Override
        public void frame(RawFrame frame) {
            frames.add(frame.copy());
        }

        @Override
        public void linkLost(String reason) {
            // a file is not lost
        }
    }
}
