package org.rollscope.device.sim;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.WireReceiver;

/**
 * A recorded byte stream ({@code .rsw}), played through the same receiver as a live line, damage and all.
 *
 * <p>In real time a frame comes when its device time says so; over a restart of the board, where nothing tells how long it was
 * away, the next frame comes at once. <b>Errors.</b> A file that cannot be read any further is over, and says why.
 * <b>Threads.</b> One.
 */
public final class RecordedFrameSource implements FrameSource, FrameSink {
    private static final long LONGEST_WAIT_NS = 200_000_000;
    private static final int PIECE_BYTES = 4096;

    private final Path file;
    private final Pace pace;
    private final HostClock clock;
    private final WireReceiver receiver = new WireReceiver(this);
    private final byte[] piece = new byte[PIECE_BYTES];
    private @Nullable FrameSink sink;
    private @Nullable InputStream stream;
    private long anchorNs;
    private long anchorDeviceUs;
    private long dueNs;
    private int bootIndex = -1;
    private long periodUs;

    /**
     * Makes a source that has not started.
     *
     * @param file a byte stream that begins with a hello.
     * @param pace as recorded, or as fast as it is taken.
     * @param clock of the host.
     */
    public RecordedFrameSource(Path file, Pace pace, HostClock clock) {
        this.file = file;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void start(FrameSink newSink) {
        sink = newSink;
    }

    @Override
    public boolean poll() {
        FrameSink told = told();
        long leftNs = pace == Pace.MAX ? 0 : dueNs - clock.monotonicNs();
        if (leftNs > 0) {
            LockSupport.parkNanos(Math.min(leftNs, LONGEST_WAIT_NS));
            return true;
        }
        try {
            return deliverPiece();
        } catch (IOException failed) {
            told.linkLost(file + " cannot be read any further: " + failed.getMessage());
            return false;
        }
    }

    /** Delivers the bytes up to the next delimiter; false at the end of the file. */
    private boolean deliverPiece() throws IOException {
        InputStream open = stream;
        if (open == null) {
            open = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            stream = open;
        }
        int countBytes = 0;
        int value = open.read();
        while (value > 0 && countBytes < piece.length - 1) {
            piece[countBytes++] = (byte) value;
            value = open.read();
        }
        if (value >= 0) {
            piece[countBytes++] = (byte) value;
        }
        receiver.accept(piece, 0, countBytes, clock.monotonicNs());
        return value >= 0;
    }

    private FrameSink told() {
        FrameSink known = sink;
        if (known == null) {
            throw new IllegalStateException("start must be called before poll");
        }
        return known;
    }

    @Override
    public void hello(BoardHello hello, int newBootIndex) {
        periodUs = hello.periodUs();
        told().hello(hello, newBootIndex);
    }

    /** The frame after this one is due one period later. A hole of more than a fifth of a second is not waited for. */
    @Override
    public void frame(RawFrame frame) {
        long nowNs = clock.monotonicNs();
        long intendedNs = anchorNs + (frame.deviceTimeUs() - anchorDeviceUs) * 1000;
        if (frame.bootIndex() != bootIndex || intendedNs - nowNs > LONGEST_WAIT_NS) {
            bootIndex = frame.bootIndex();
            anchorNs = nowNs;
            anchorDeviceUs = frame.deviceTimeUs();
            intendedNs = nowNs;
        }
        dueNs = intendedNs + periodUs * 1000;
        told().frame(frame);
    }

    @Override
    public void health(BoardHealth health) {
        told().health(health);
    }

    @Override
    public void button(ButtonChange change) {
        told().button(change);
    }

    @Override
    public void linkLost(String reason) {
        told().linkLost(reason);
    }

    @Override
    public boolean keepsTime() {
        return pace == Pace.REAL;
    }

    @Override
    public LinkCounters counters() {
        return receiver.counters();
    }

    @Override
    public void close() {
        InputStream open = stream;
        stream = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // it was only read
            }
        }
    }
}
