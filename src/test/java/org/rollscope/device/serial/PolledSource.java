package org.rollscope.device.serial;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;

/** A source with a thread that polls it, and what it said. */
final class PolledSource implements FrameSink, AutoCloseable {
    private final List<BoardHello> hellos = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger frameCount = new AtomicInteger();
    private final AtomicInteger pollCount = new AtomicInteger();
    private final AtomicLong longestPollNs = new AtomicLong();
    private final HostClock clock;
    private final SerialFrameSource source;
    private final Thread poller = new Thread(this::poll, "poller");
    private volatile boolean closing;
    private volatile long firstFrameNs;

    /** A clock that runs faster than the wall, so that seconds of silence pass in tenths. */
    private record QuickClock(int ratio) implements HostClock {
        @Override
        public long monotonicNs() {
            return System.nanoTime() * ratio;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH;
        }
    }

    private PolledSource(SerialSettings settings, LatencyTimer latencyTimer, int clockRatio) {
        clock = new QuickClock(clockRatio);
        source = new SerialFrameSource(settings, latencyTimer, clock);
    }

    static PolledSource start(SerialSettings settings, int clockRatio) {
        return start(settings, new LatencyTimer(Path.of("/sys")), clockRatio);
    }

    static PolledSource start(SerialSettings settings, LatencyTimer latencyTimer, int clockRatio) {
        PolledSource polled = new PolledSource(settings, latencyTimer, clockRatio);
        polled.source.start(polled);
        polled.poller.setDaemon(true);
        polled.poller.start();
        return polled;
    }

    private void poll() {
        boolean more = true;
        while (!closing && more) {
            long startNs = System.nanoTime();
            more = source.poll();
            longestPollNs.accumulateAndGet(System.nanoTime() - startNs, Math::max);
            pollCount.incrementAndGet();
        }
        source.close();
    }

    String name() {
        return source.name();
    }

    long nowNs() {
        return clock.monotonicNs();
    }

    List<BoardHello> hellos() {
        return hellos;
    }

    int helloCount() {
        return hellos.size();
    }

    List<String> lost() {
        return lost;
    }

    List<String> notices() {
        return notices;
    }

    int frameCount() {
        return frameCount.get();
    }

    int pollCount() {
        return pollCount.get();
    }

    long longestPollMs() {
        return longestPollNs.get() / 1_000_000;
    }

    /** When the first frame came since this was asked to forget; 0 for not yet. */
    long firstFrameNs() {
        return firstFrameNs;
    }

    void forgetFirstFrame() {
        firstFrameNs = 0;
    }

    void awaitHellos(int count) {
        Await.until("hello " + count + ", heard " + lost, () -> hellos.size() >= count);
    }

    /** A board whose answer comes late is asked twice and says who it is twice: where that may be, who it is counts, not how often. */
    void awaitBoard(String boardSerial) {
        Await.until("board " + boardSerial + ", heard " + lost, () -> hellos.stream()
                .anyMatch(hello -> hello.boardSerial().equals(boardSerial)));
    }

    void awaitFrames(int count) {
        Await.until(count + " frames, heard " + lost, () -> frameCount() >= count);
    }

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        hellos.add(hello);
    }

    @Override
    public void frame(RawFrame frame) {
        frameCount.incrementAndGet();
        if (firstFrameNs == 0) {
            firstFrameNs = System.nanoTime();
        }
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    @Override
    public void linkLost(String reason) {
        lost.add(reason);
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        poller.join(3000);
    }
}
