package org.rollscope.protocol;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;

/** One frame from the bytes of the line to a {@link RawFrame}; its yardstick is {@code peers/decode_baseline.c}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class FrameDecoderBenchmark implements FrameSink {
    private final RecordedBytes recorded = RecordedBytes.read();
    private final WireReceiver receiver = new WireReceiver(this);
    private int pieceIndex;
    private long sum;

    @Benchmark
    public long decodeFrame() {
        receiver.accept(recorded.bytes(), recorded.startIndex(pieceIndex), recorded.lengthBytes(pieceIndex), pieceIndex);
        // The hello is said once; a recording that begins anew is a restart of the board, once in thousands of frames.
        pieceIndex = pieceIndex + 1 == recorded.pieceCount() ? 1 : pieceIndex + 1;
        return sum;
    }

    @Override
    public void hello(BoardHello hello, int bootIndex) {
        sum++;
    }

    @Override
    public void frame(RawFrame frame) {
        sum += frame.sequence() + frame.padCounts()[0];
    }

    @Override
    public void linkLost(String reason) {
        throw new IllegalStateException(reason);
    }
}
