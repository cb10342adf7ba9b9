package org.rollscope.app.source;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.FrameSource;
import org.rollscope.frame.HostClock;
import org.rollscope.frame.RawFrame;

/** Hands the frames of a source over one by one, when they are asked for. <b>Threads.</b> One. */
public final class BenchFrames implements FrameSink, AutoCloseable {
    private static final long HELLO_WITHIN_NS = 20_000_000_000L;

    private final FrameSource source;
    private final Consumer<String> told;
    private final ArrayDeque<RawFrame> waiting = new ArrayDeque<>();
    private final ArrayDeque<RawFrame> spare = new ArrayDeque<>();
    private @Nullable BoardHello hello;
    private @Nullable RawFrame last;
    private boolean over;

    /**
     * Starts the source.
     *
     * @param source not started.
     * @param told lines for people.
     */
    public BenchFrames(FrameSource source, Consumer<String> told) {
        this.source = source;
        this.told = told;
        source.start(this);
    }

    /** Waits for the board's introduction. */
    public BoardHello awaitHello(HostClock clock) throws CommandFailure {
        long fromNs = clock.monotonicNs();
        while (hello == null && !over && clock.monotonicNs() - fromNs < HELLO_WITHIN_NS) {
            over = !source.poll();
        }
        BoardHello found = hello;
        if (found == null) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "no roller answered at " + source.name() + "; rollscope ports --ask shows what is there");
        }
        return found;
    }

    /** The next frame, which holds until the next call; null when there will be none. */
    @Nullable
    public RawFrame next() {
        RawFrame used = last;
        if (used != null) {
            spare.add(used);
        }
        while (waiting.isEmpty() && !over) {
            over = !source.poll();
        }
        last = waiting.poll();
        return last;
    }

    /** Lets frames pass while somebody waits for something else; returns at once where time stands still meanwhile. */
    public boolean pass() {
        if (source.keepsTime()) {
            over = over || !source.poll();
            while (waiting.size() > 1) {
                spare.add(waiting.remove());
            }
        }
        return !over;
    }

    /** Whether frames come by the clock, as from a roller. */
    public boolean keepsTime() {
        return source.keepsTime();
    }

    /** The newest frame that has come; null before the first. */
    @Nullable
    public RawFrame newest() {
        return waiting.peekLast();
    }

    @Override
    public void hello(BoardHello heard, int bootIndex) {
        BoardHello known = hello;
        if (known != null && known.boardSerialId() != heard.boardSerialId()) {
            told.accept("another board answers now: " + heard.boardSerial() + "; plug " + known.boardSerial()
                    + " in again and start anew");
            over = true;
        }
        hello = known == null ? heard : known;
    }

    @Override
    public void frame(RawFrame frame) {
        RawFrame kept = spare.poll();
        if (kept == null) {
            kept = frame.copy();
        } else {
            kept.copyFrom(frame);
        }
        waiting.add(kept);
    }

    @Override
    public void notice(String line) {
        told.accept(line);
    }

    @Override
    public void linkLost(String reason) {
        told.accept("the roller is gone: " + reason + "; waiting for it");
    }

    @Override
    public void close() {
        source.close();
    }
}
