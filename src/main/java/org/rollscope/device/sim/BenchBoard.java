package org.rollscope.device.sim;

import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.simulation.CalibrationBench;

/** The board of a roller that lies on the simulated calibration bench; never ends. <b>Threads.</b> One. */
public final class BenchBoard implements WireBoard {
    private final CalibrationBench bench;
    private final RawFrame frame;
    private long frameCount;

    /**
     * Boots the board.
     *
     * @param bench on which its roller lies.
     */
    public BenchBoard(CalibrationBench bench) {
        this.bench = bench;
        frame = new RawFrame(bench.hello().padCount());
    }

    @Override
    public byte[] helloBytes() {
        return FrameEncoder.hello(bench.hello());
    }

    @Override
    public long nextFrameUs() {
        return frameCount * bench.hello().periodUs();
    }

    @Override
    public byte[] nextFrameBytes() {
        bench.sample(frame);
        frameCount++;
        return FrameEncoder.frame(frame);
    }
}
