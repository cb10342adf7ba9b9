package org.rollscope.device.sim;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.protocol.WireReceiver;

/**
 * A simulated board at the other end of a perfect line: its bytes go through the same receiver as a serial port's.
 *
 * <p><b>Threads.</b> One.
 */
public final class SimulatedFrameSource implements FrameSource {
    private static final long LONGEST_WAIT_NS = 200_000_000;

    private final String name;
    private final WireBoard board;
    private final Pace pace;
    private final HostClock clock;
    private @Nullable WireReceiver receiver;
    private boolean introduced;
    private long startNs;

    /**
     * Makes a source that has not started.
     *
     * @param name for people.
     * @param board fresh.
     * @param pace real or as fast as possible.
     * @param clock of the host.
     */
    public SimulatedFrameSource(String name, WireBoard board, Pace pace, HostClock clock) {
        this.name = name;
        this.board = board;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(FrameSink sink) {
        receiver = new WireReceiver(sink);
    }

    @Override
    public boolean poll() {
        WireReceiver wire = receiver;
        if (wire == null) {
            throw new IllegalStateException("start must be called before poll");
        }
        if (!introduced) {
            introduced = true;
            startNs = clock.monotonicNs();
            deliver(wire, board.helloBytes());
        }
        if (pace == Pace.REAL && !isDue()) {
            return true;
        }
        byte[] frameBytes = board.nextFrameBytes();
        if (frameBytes.length > 0) {
            deliver(wire, frameBytes);
        }
        return frameBytes.length > 0;
    }

    private void deliver(WireReceiver wire, byte[] bytes) {
        wire.accept(bytes, 0, bytes.length, clock.monotonicNs());
    }

    /** Waits for the next frame's time; not longer than a poll may. */
    private boolean isDue() {
        long deadlineNs = startNs + board.nextFrameUs() * 1000;
        long leftNs = deadlineNs - clock.monotonicNs();
        if (leftNs > 0) {
            LockSupport.parkNanos(Math.min(leftNs, LONGEST_WAIT_NS));
        }
        return deadlineNs <= clock.monotonicNs();
    }

    @Override
    public boolean keepsTime() {
        return pace == Pace.REAL;
    }

    @Override
    public LinkCounters counters() {
        WireReceiver wire = receiver;
        return wire == null ? LinkCounters.ZERO : wire.counters();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
