package org.rollscope.programme.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
    private static final EffectSettings SETTINGS = new EffectSettings(4, 0.1);

    private static SortedMap<Integer, Double> weekly(double... values) {
        SortedMap<Integer, Double> weekly = new TreeMap<>();
        for (int weekIndex = 0; weekIndex < values.length; weekIndex++) {
            if (!Double.isNaN(values[weekIndex])) {
                weekly.put(weekIndex, values[weekIndex]);
            }
        }
        return weekly;
    }

    private static Trend trend(double... values) {
        return Trend.of(weekly(values), 1, SETTINGS);
    }

    @Test
    void twoPointsNeverMakeATrendHoweverFarApart() {
        assertEquals(Trend.Verdict.TOO_FEW, trend(9, 1).verdict());
        assertEquals(
                Trend.Verdict.TOO_FEW,
                trend(9, Double.NaN, Double.NaN, Double.NaN, 1).verdict());
        assertEquals(Trend.Verdict.TOO_FEW, trend(9, 5, 1).verdict());
        assertEquals(Trend.Verdict.TOO_FEW, trend().verdict());
        assertEquals(1, trend(9, 1).chance(), 1e-12, "both orders of two weeks are as clear");
        assertThrows(IllegalArgumentException.class, () -> new EffectSettings(3, 0.1), "nor by any setting");
    }

    @Test
    void fourWeeksMustAllAgree() {
        Trend falling = trend(6, 5, 4.5, 3);
        assertEquals(Trend.Verdict.FALLING, falling.verdict());
        assertEquals(2.0 / 24, falling.chance(), 1e-12);
        assertEquals(-1, falling.slope(), 1e-12);
        assertEquals(Trend.Verdict.UNCLEAR, trend(6, 5, 5.5, 3).verdict());
        assertEquals(Trend.Verdict.RISING, trend(3, 4, 5, 6).verdict());
    }

    @Test
    void oneWildWeekDoesNotMakeATrendNorHideOne() {
        assertEquals(Trend.Verdict.UNCLEAR, trend(5, 5, 5, 5, 5, 5, 0).verdict());
        Trend steady = trend(8, 7, 6, 10, 4, 3, 2, 1);
        assertEquals(Trend.Verdict.FALLING, steady.verdict());
        assertEquals(-1, steady.slope(), 0.01);
    }

    @Test
    void aChangeThatNobodyWouldNoticeIsCalledThat() {
        assertEquals(Trend.Verdict.SMALL, trend(5, 4.9, 4.8, 4.7).verdict());
        assertEquals(Trend.Verdict.UNCLEAR, trend(5, 5, 5, 5).verdict());
    }

    @Test
    void aWeekWithoutAFigureIsNotAStep() {
        assertEquals(-0.5, trend(6, Double.NaN, 5, Double.NaN, 4, Double.NaN, 3).slope(), 1e-12);
    }

    /** Kendall's exact probabilities, both ways, from counts of inversions. */
    @ParameterizedTest
    @CsvSource({"3,3,0.333333", "4,6,0.083333", "5,10,0.016667", "5,8,0.083333", "6,11,0.055556", "8,16,0.061012"})
    void theChanceIsKendalls(int weekCount, int surplus, double chance) {
        assertEquals(chance, Trend.chance(weekCount, surplus), 1e-3);
        assertEquals(chance, Trend.chance(weekCount, -surplus), 1e-3);
    }

    /** Among all orders of the weeks, no more than the stated share may be called a trend. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7})
    void chanceAloneIsCalledATrendNoMoreOftenThanStated(int weekCount) {
        int[] tally = new int[2];
        double[] values = new double[weekCount];
        for (int weekIndex = 0; weekIndex < weekCount; weekIndex++) {
            values[weekIndex] = 10.0 * weekIndex;
        }
        permute(values, 0, tally);
        assertTrue(tally[1] > 0, "the clearest order is a trend");
        assertTrue(tally[1] <= 0.1 * tally[0], tally[1] + " of " + tally[0]);
    }

    private static void permute(double[] values, int fromIndex, int[] tally) {
        if (fromIndex == values.length) {
            Trend.Verdict verdict = trend(values).verdict();
            tally[0]++;
            tally[1] += verdict == Trend.Verdict.RISING || verdict == Trend.Verdict.FALLING ? 1 : 0;
            return;
        }
        for (int index = fromIndex; index < values.length; index++) {
            swap(values, fromIndex, index);
            permute(values, fromIndex + 1, tally);
            swap(values, fromIndex, index);
        }
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
