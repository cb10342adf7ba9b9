package org.rollscope.mqtt;

import java.time.Instant;
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
import org.rollscope.detect.Activity;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.PadPressures;
import org.rollscope.telemetry.MetricsMessage;

/** What it costs to say things: live figures, and a batch of frames for charts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MetricsCodecBenchmark {
    private static final int PAD_COUNT = 48;
    private static final int LOADED_COUNT = 8;
    private static final int BATCH_COUNT = 16;

    private final MetricsCodec codec = new MetricsCodec();
    private final Envelope envelope =
            new Envelope("6f2c1d0e-0000-4000-8000-000000000000", 7, Instant.parse("2026-11-21T08:00:00.250Z"));
    private final MetricsMessage live = live();
    private final MetricsMessage frames = frames();

    private static PadPressures pads() {
        double[] pressureKpa = new double[PAD_COUNT];
        for (int padIndex = 0; padIndex < LOADED_COUNT; padIndex++) {
            pressureKpa[padIndex * 5] = 12.345 * (padIndex + 1);
        }
        return PadPressures.of(pressureKpa);
    }

    private static MetricsMessage live() {
        return new MetricsMessage.Live(new LiveMetrics(
                123_456_789,
                Activity.HOLD,
                243.16,
                48.25,
                121.5,
                4700,
                -0.31,
                23_456,
                false,
                0.1,
                new PressureBand(20, 51, 60, CeilingSource.RAMP_TEST),
                Advice.KEEP_HOLDING,
                0.07,
                0,
                pads()));
    }

    private static MetricsMessage frames() {
        List<FramePoint> points = new ArrayList<>();
        for (int index = 0; index < BATCH_COUNT; index++) {
            points.add(new FramePoint(
                    5000L * index, index, Activity.HOLD, 243.16, 48.25, 121.5, 4700, -0.31, false, pads()));
        }
        return new MetricsMessage.Frames(points);
    }

    @Benchmark
    public byte[] encodeLive() {
        return codec.encode("roller-1", live, envelope);
    }

    @Benchmark
    public byte[] encodeSixteenFrames() {
        return codec.encode("roller-1", frames, envelope);
    }
}
