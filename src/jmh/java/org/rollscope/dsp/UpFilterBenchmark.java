package org.rollscope.dsp;

import java.util.Random;
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

/** One update of our orientation filter beside one of a textbook Mahony filter, on the same made-up motion. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class UpFilterBenchmark {
    private static final int COUNT = 4096;

    private final double[][] accel = new double[COUNT][3];
    private final double[][] gyro = new double[COUNT][3];
    private final UpFilter ours = new UpFilter();
    private final MahonyFilter mahony = new MahonyFilter();
    private int index;

    /** Rolls to and fro, with the noise of a sensor and a rest in between. */
    public UpFilterBenchmark() {
        Random random = new Random(1);
        double angle = 0;
        for (int at = 0; at < COUNT; at++) {
            double rate = at % 2048 < 1024 ? 2 * Math.sin(at * 0.02) : 0;
            angle += rate * 0.01;
            gyro[at] = new double[] {0.01 * random.nextGaussian(), 0.01 * random.nextGaussian(), rate};
            accel[at] = new double[] {
                9.81 * Math.cos(angle) + 0.1 * random.nextGaussian(),
                9.81 * Math.sin(angle) + 0.1 * random.nextGaussian(),
                0.1 * random.nextGaussian()
            };
        }
    }

    @Benchmark
    public double ours() {
        index = (index + 1) % COUNT;
        ours.accept(accel[index], gyro[index], 0.01);
        return ours.upX();
    }

    @Benchmark
    public double mahony() {
        index = (index + 1) % COUNT;
        mahony.accept(accel[index], gyro[index], 0.01);
        return mahony.upX();
    }
}
