package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each moving window against its obvious version, sample by sample. */
class WindowsTest {
    private static final long SEED = 4711;

    private static double[] samples(long seed) {
        System.out.println("WindowsTest seed " + seed);
        Random random = new Random(seed);
        double[] samples = new double[3000];
        for (int index = 0; index < samples.length; index++) {
            // Ties, jumps of scale and silence: what rounding and sorting stumble over.
            samples[index] = switch (index / 300 % 4) {
                case 0 -> random.nextGaussian();
                case 1 -> random.nextInt(3);
                case 2 -> 1e6 * random.nextGaussian();
                default -> 0;
            };
        }
        return samples;
    }

    private static List<Double> last(double[] samples, int index, int length) {
        List<Double> window = new ArrayList<>();
        for (int at = Math.max(0, index - length + 1); at <= index; at++) {
            window.add(samples[at]);
        }
        return window;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 50})
    void rmsIsThatOfTheLastSamples(int length) {
        double[] samples = samples(SEED + length);
        WindowRms window = new WindowRms(length);
        for (int index = 0; index < samples.length; index++) {
            double expected = Math.sqrt(last(samples, index, length).stream()
                    .mapToDouble(x -> x * x)
                    .average()
                    .orElseThrow());
            // Within a turn of the ring the rounding of the largest square that was in it may stay.
            double largest = last(samples, index, 2 * length).stream()
                    .mapToDouble(Math::abs)
                    .max()
                    .orElseThrow();
            assertEquals(expected, window.next(samples[index]), 1e-6 * largest + 1e-12);
        }
    }

    @Test
    void rmsForgetsLargeValuesExactlyAfterATurn() {
        WindowRms window = new WindowRms(30);
        for (int index = 0; index < 30; index++) {
            window.next(1e8);
        }
        double y = 0;
        for (int index = 0; index < 60; index++) {
            y = window.next(0.1);
        }
        assertEquals(0.1, y, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 51})
    void medianIsThatOfTheLastSamples(int length) {
        double[] samples = samples(SEED - length);
        WindowMedian window = new WindowMedian(length);
        for (int index = 0; index < samples.length; index++) {
            List<Double> sorted = last(samples, index, length).stream().sorted().toList();
            int middle = sorted.size() / 2;
            double expected =
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            assertEquals(expected, window.next(samples[index]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 25})
    void slopeIsThatOfTheStraightLineThroughTheLastSamples(int length) {
        double[] samples = samples(SEED * length);
        double stepS = 0.01;
        WindowSlope window = new WindowSlope(length, stepS);
        for (int index = 0; index < samples.length; index++) {
            double found = window.next(samples[index]);
            if (index < length - 1) {
                assertEquals(0, found);
                continue;
            }
            List<Double> values = last(samples, index, length);
            double n = length;
            double sx = 0;
            double sy = 0;
            double sxx = 0;
            double sxy = 0;
            for (int at = 0; at < length; at++) {
                double x = at * stepS;
                sx += x;
                sy += values.get(at);
                sxx += x * x;
                sxy += x * values.get(at);
            }
            double expected = (n * sxy - sx * sy) / (n * sxx - sx * sx);
            assertEquals(expected, found, 1e-6 * Math.max(1, Math.abs(expected)) + 1e-3);
        }
    }

    @Test
    void slopeOfARampIsItsSlope() {
        WindowSlope window = new WindowSlope(25, 0.01);
        double y = 0;
        for (int index = 0; index < 40; index++) {
            y = window.next(3 + 0.2 * index);
        }
        assertEquals(20, y, 1e-9);
    }

    @Test
    void resetForgetsThePast() {
        WindowMedian median = new WindowMedian(5);
        WindowRms rms = new WindowRms(5);
        WindowSlope slope = new WindowSlope(2, 1);
        for (int index = 0; index < 7; index++) {
            median.next(9);
            rms.next(9);
            slope.next(9 * index);
        }
        median.reset();
        rms.reset();
        slope.reset();
        assertEquals(1, median.next(1));
        assertEquals(1, rms.next(1), 1e-12);
        assertEquals(0, slope.next(1));
    }

    @Test
    void emptyWindowsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WindowRms(0));
        assertThrows(IllegalArgumentException.class, () -> new WindowMedian(0));
        assertThrows(IllegalArgumentException.class, () -> new WindowSlope(1, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new WindowSlope(5, 0));
    }
}
