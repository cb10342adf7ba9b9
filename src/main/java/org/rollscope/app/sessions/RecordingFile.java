package org.rollscope.app.sessions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;

/**
 * A {@code .rsw} file that was looked through once.
 *
 * @param file where it lies.
 * @param hello the board's description.
 * @param frameCount sound frames after it.
 * @param durationUs from the first to the last, over restarts of the board too where its clock tells.
 */
public record RecordingFile(Path file, BoardHello hello, long frameCount, long durationUs) {
    private static final int CHUNK_BYTES = 65_536;

    /** Looks a file through. */
    public static RecordingFile look(Path file) throws CommandFailure {
        Counting counting = new Counting();
        read(file, counting);
        BoardHello hello = counting.hello;
        if (hello == null || counting.frameCount == 0) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " holds no session: a .rsw file begins with a hello, followed by frames");
        }
        if (counting.otherBoard) {
            throw new CommandFailure(
                    CommandFailure.WORK_FAILED,
                    file + " holds frames of two boards, or of one at two rates: cut it where the second says hello");
        }
        return new RecordingFile(file, hello, counting.frameCount, counting.durationUs);
    }

    /** Gives everything that is in it, through the same receiver as a live line. */
    LinkCounters read(FrameSink sink) throws CommandFailure {
        return read(file, sink);
    }

    static LinkCounters read(Path file, FrameSink sink) throws CommandFailure {
        WireReceiver receiver = new WireReceiver(sink);
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                receiver.accept(chunk, 0, count, 0);
            }
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, "cannot read " + file + ": " + failed.getMessage(), failed);
        }
        return receiver.counters();
    }

    /** Counts. */
    private static final class Counting implements FrameSink {
        private @Nullable BoardHello hello;
        private boolean otherBoard;
        private long frameCount;
        private long durationUs;
        private long lastDeviceUs;
        private int bootIndex;

        @Override
        public void hello(BoardHello said, int boot) {
            BoardHello first = hello;
            hello = first == null ? said : first;
            otherBoard |= first != null && frameCount > 0 && !first.samplesLike(said);
        }

        @Override
        public void frame(RawFrame frame) {
            if (hello == null) {
                return;
            }
            if (frameCount > 0 && frame.bootIndex() == bootIndex) {
                durationUs += frame.deviceTimeUs() - lastDeviceUs;
            }
            bootIndex = frame.bootIndex();
            lastDeviceUs = frame.deviceTimeUs();
            frameCount++;
        }

        @Override
        public void linkLost(String reason) {
            // a file is not lost
        }
    }
}
