package org.rollscope.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.PressureBand;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.config.ShippedSettings;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.RecordedBytes;
import org.rollscope.protocol.WireReceiver;

/** One decoded frame through calibration, features, detectors and summary. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SessionAnalysisBenchmark implements FrameSink {
    private final List<RawFrame> frames = new ArrayList<>();
    private final AnalysisSetup setup = ShippedSettings.core()
            .setup()
            .withBand(new PressureBand(20, 40, 47, CeilingSource.RAMP_TEST));
    private final RollerCalibration calibration = calibration();
    private BoardHello hello;
    private SessionAnalysis analysis;
    private int frameIndex;
    private long eventCount;

    /** Decodes the recording once. */
    public SessionAnalysisBenchmark() {
        byte[] bytes = RecordedBytes.read().bytes();
        new WireReceiver(this).accept(bytes, 0, bytes.length, 0);
        begin();
    }

    private static RollerCalibration calibration() {
        try {
            return DocumentJson.readCalibration(
                    Files.readString(RecordedBytes.folder().resolve("calibration.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void begin() {
        analysis = new SessionAnalysis(setup, hello, calibration, event -> eventCount++);
        frameIndex = 0;
    }

    @Benchmark
    public long analyseFrame() {
        if (frameIndex == frames.size()) {
            begin();
        }
        analysis.accept(frames.get(frameIndex++));
        return eventCount;
    }

    @Override
    public void hello(BoardHello said, int bootIndex) {
        hello = said;
    }

    @Override
    public void frame(RawFrame frame) {
        frames.add(frame.copy());
    }

    @Override
    public void linkLost(String reason) {
        throw new IllegalStateException(reason);
    }
}
