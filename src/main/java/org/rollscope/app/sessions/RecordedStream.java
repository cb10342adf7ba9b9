package org.rollscope.app.sessions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

/**
 * A {@code .rsw} file, read through the same receiver as a live line.
 *
 * @param hello the board's description.
 * @param frames in order.
 * @param link what the receiver counted.
 */
public record RecordedStream(BoardHello hello, List<RawFrame> frames, LinkCounters link) {
    public RecordedStream {
        frames = List.copyOf(frames);
    }

    public static RecordedStream read(Path file) throws CommandFailure {
        Collector collector = new Collector();
        LinkCounters counters = RecordingFile.read(file, collector);
        BoardHello found = collector.hello;
        if (found == null || collector.frames.isEmpty()) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " holds no session: a .rsw file begins with a hello, followed by frames");
        }
        return new RecordedStream(found, collector.frames, counters);
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
