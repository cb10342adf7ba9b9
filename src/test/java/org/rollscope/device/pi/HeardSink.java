package org.rollscope.device.pi;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;

/** Keeps everything that a source says. */
final class HeardSink implements FrameSink {
    final List<BoardHello> hellos = new ArrayList<>();
    final List<RawFrame> frames = new ArrayList<>();
    final List<BoardHealth> healths = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    final List<String> losses = new ArrayList<>();

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        hellos.add(hello);
    }

    @Override
    public void frame(RawFrame frame) {
        frames.add(frame.copy());
    }

    @Override
    public void health(BoardHealth health) {
        healths.add(health);
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    @Override
    public void linkLost(String reason) {
        losses.add(reason);
    }

    RawFrame last() {
        return frames.get(frames.size() - 1);
    }
}
