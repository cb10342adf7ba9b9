package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    private static Histogram of(double... values) {
        Histogram histogram = new Histogram(0.01, 101);
        for (double value : values) {
            histogram.add(value);
        }
        return histogram;
    }

    @Test
    void percentilesLieWithinABinOfTheSortedValues() {
        Random random = new Random(5);
        Histogram histogram = new Histogram(0.01, 1001);
        List<Double> values = new ArrayList<>();
        for (int index = 0; index < 5000; index++) {
            double value = -Math.log(1 - random.nextDouble());
            values.add(Math.min(value, 9.99));
            histogram.add(value);
        }
        Collections.sort(values);
        for (double ratio : new double[] {0.01, 0.5, 0.9, 0.95, 0.99}) {
            double exact = values.get((int) Math.ceil(ratio * values.size()) - 1);
            assertEquals(exact, histogram.percentile(ratio), 0.0101, "share " + ratio);
        }
    }

    @Test
    void whatDoesNotFitGoesIntoTheOuterBins() {
        Histogram histogram = of(-3, 99);
        assertEquals(2, histogram.total());
        assertEquals(0.01, histogram.percentile(0.5), 1e-12);
        assertEquals(1.01, histogram.percentile(1), 1e-12);
    }

    @Test
    void nothingHasNoPercentileAndNoChance() {
        assertTrue(Double.isNaN(of().percentile(0.5)));
        assertTrue(Double.isNaN(of().chanceAbove(of(1))));
        assertTrue(Double.isNaN(of(1).chanceAbove(of())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void areaUnderTheCurveIsTheShareOfPairsInOrder(long seed) {
        Random random = new Random(seed);
        double[] high = random.doubles(1 + random.nextInt(60))
                .map(x -> cut(x * 0.8 + 0.2))
                .toArray();
        double[] low =
                random.doubles(1 + random.nextInt(60)).map(HistogramTest::cut).toArray();
        double won = 0;
        for (double one : high) {
            for (double other : low) {
                won += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        double auc = of(high).chanceAbove(of(low));
        System.out.println("HistogramTest seed " + seed + ": area under the curve " + auc);
        assertEquals(won / (high.length * low.length), auc, 1e-12);
        assertEquals(1 - auc, of(low).chanceAbove(of(high)), 1e-12);
    }

    /** In the middle of a bin of 0.01, so that equal bins are equal values. */
    private static double cut(double value) {
        return Math.floor(value * 50) / 50 + 0.005;
    }

    @Test
    void barsAddUpAsOftenAsSaid() {
        Histogram sum = of(0.5);
        sum.add(of(0.1, 0.1, 0.9).bars(), 3);
        assertEquals(10, sum.total());
        assertEquals(0.11, sum.percentile(0.6), 1e-12);
        sum.clear();
        assertEquals(0, sum.total());
    }
}
