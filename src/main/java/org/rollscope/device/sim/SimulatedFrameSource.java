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
 * <p><b>Threads.</b> One daemon thread named {@code simulated-board}.
 */
public final class SimulatedFrameSource implements FrameSource {
    private static final long CLOSE_WAIT_MS = 2000;

    private final String name;
    private final SimulatedBoard board;
    private final Pace pace;
    private final HostClock clock;
    private volatile boolean closed;
    private volatile @Nullable WireReceiver receiver;
    private @Nullable Thread thread;

    /**
     * Makes a source that has not started.
     *
     * @param name for people.
     * @param board fresh.
     * @param pace real or as fast as possible.
     * @param clock of the host.
     */
    public SimulatedFrameSource(String name, SimulatedBoard board, Pace pace, HostClock clock) {
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
        WireReceiver wire = new WireReceiver(sink);
        receiver = wire;
        Thread worker = new Thread(() -> play(wire, sink), "simulated-board");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    private void play(WireReceiver wire, FrameSink sink) {
        long startNs = clock.monotonicNs();
        deliver(wire, board.helloBytes());
        while (!closed) {
            if (pace == Pace.REAL) {
                waitUntil(startNs + board.nextFrameUs() * 1000);
            }
            byte[] frameBytes = board.nextFrameBytes();
            if (frameBytes.length == 0) {
                sink.finished();
                return;
            }
            deliver(wire, frameBytes);
        }
    }

    private void deliver(WireReceiver wire, byte[] bytes) {
        wire.accept(bytes, 0, bytes.length, clock.monotonicNs());
    }

    private void waitUntil(long deadlineNs) {
        long leftNs = deadlineNs - clock.monotonicNs();
        while (leftNs > 0 && !closed) {
            LockSupport.parkNanos(leftNs);
            leftNs = deadlineNs - clock.monotonicNs();
        }
    }

    @Override
    public LinkCounters counters() {
        WireReceiver wire = receiver;
        return wire == null ? LinkCounters.ZERO : wire.counters();
    }

    @Override
    public void close() {
        closed = true;
        Thread worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
            try {
                worker.join(CLOSE_WAIT_MS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
