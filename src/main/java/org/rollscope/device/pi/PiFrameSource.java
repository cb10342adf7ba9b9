package org.rollscope.device.pi;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

/**
 * A roller whose sensors are wired straight to this Pi.
 *
 * <p>A thread of its own samples, so that a pause of whoever polls delays no sample; a second of frames may wait.
 *
 * <p><b>Errors.</b> A lost converter is told as a lost link, once per change, and tried again; a lost motion chip is told as a
 * notice, and its frames are flagged. <b>Threads.</b> One that polls, one that samples.
 */
public final class PiFrameSource implements FrameSource {
    private static final long LONGEST_WAIT_MS = 200;
    private static final long CLOSE_WAIT_MS = 2000;

    private final SampleQueue queue;
    private final PiSampler sampler;
    private final HostClock clock;
    private final int frameBytes;
    private final Thread thread = new Thread(this::sample, "pi-sampler");
    private @Nullable CountingSink sink;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException mistake;
    private long frameCount;
    private long lostFrameCount;

    /**
     * Makes a source that has opened nothing.
     *
     * @param settings what is wired, and how often it is read.
     * @param boardSerialId identity of this machine, see {@link PiIdentity}.
     * @param buses how its lines are opened.
     * @param clock of the host.
     */
    public PiFrameSource(PiSettings settings, long boardSerialId, PiBuses buses, HostClock clock) {
        this.clock = clock;
        int padCount = settings.geometry().padCount();
        queue = new SampleQueue(settings.rateHz(), padCount);
        sampler = new PiSampler(settings, boardSerialId, buses, this::sleepUntilNs, clock, queue);
        frameBytes = padCount * Mcp3008.TRANSFER_BYTES + settings.motionChip().burstBytes();
        thread.setDaemon(true);
    }

    @Override
    public String name() {
        return "pi";
    }

    @Override
    public void start(FrameSink newSink) {
        sink = new CountingSink(newSink);
        thread.start();
    }

    @Override
    public boolean poll() {
        CountingSink told = sink;
        if (told == null) {
            throw new IllegalStateException("start must be called before poll");
        }
        RuntimeException found = mistake;
        if (found != null) {
            throw new IllegalStateException("the sampling of the Pi's buses broke off", found);
        }
        try {
            queue.deliver(told, LONGEST_WAIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !closed;
    }

    private void sample() {
        try {
            while (!closed) {
                sampler.step();
            }
        } catch (RuntimeException unforeseen) {
            mistake = unforeseen;
        } finally {
            sampler.close();
        }
    }

    private void sleepUntilNs(long timeNs) {
        long leftNs = timeNs - clock.monotonicNs();
        while (leftNs > 0 && !closed) {
            LockSupport.parkNanos(leftNs);
            leftNs = timeNs - clock.monotonicNs();
        }
    }

    @Override
    public LinkCounters counters() {
        return new LinkCounters(frameCount, lostFrameCount, 0, 0, frameCount * frameBytes);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_WAIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts frames on their way. */
    private final class CountingSink implements FrameSink {
        private final FrameSink next;

        CountingSink(FrameSink next) {
            this.next = next;
        }

        @Override
        public void hello(BoardHello hello, int bootIndex) {
            next.hello(hello, bootIndex);
        }

        @Override
        public void frame(RawFrame frame) {
            frameCount++;
            lostFrameCount += frame.lostBeforeCount();
            next.frame(frame);
        }

        @Override
        public void health(BoardHealth health) {
            next.health(health);
        }

        @Override
        public void notice(String line) {
            next.notice(line);
        }

        @Override
        public void linkLost(String reason) {
            next.linkLost(reason);
        }
    }
}
