package org.rollscope.programme.effect;

import java.util.Map;
import java.util.SortedMap;
import org.rollscope.programme.progress.Medians;
import org.rollscope.session.TrendPairs;

/**
 * Where a figure went over weeks, or that nothing can be said: never a trend from two points.
 *
 * <p>Robust: the slope is the median of the slopes of all pairs of weeks, and it counts when so clear an order of the weeks is rare among
 * all their orders. <b>Source.</b> slope Theil 1950, Sen 1968; order Mann 1945, Kendall 1975, counted exactly. Equal weeks count for neither
 * direction, which makes the test more careful, never less. Record 0047.
 *
 * @param verdict what may be said.
 * @param weekCount weeks with figures.
 * @param slope change a week; not a number with fewer than two weeks.
 * @param chance share of all orders of these weeks that are as clear as the one seen, 0 to 1.
 */
public record Trend(Verdict verdict, int weekCount, double slope, double chance) {
    /** What may be said. */
    public enum Verdict {
        /** Too few weeks. */
        TOO_FEW("too few to say"),
        /** The order of the weeks is one that chance makes often. */
        UNCLEAR("no clear change"),
        /** A clear order, but less of a change than people notice. */
        SMALL("changes by less than is noticed"),
        /** More and more. */
        RISING("rises"),
        /** Less and less. */
        FALLING("falls");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** Lower-case name, as in files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * Judges.
     *
     * @param weekly a value for each week that has one.
     * @param leastChange change from the first to the last week, by the slope, below which it is not called a change.
     * @param settings when weeks show a trend.
     */
    public static Trend of(SortedMap<Integer, Double> weekly, double leastChange, EffectSettings settings) {
        double[] values =
                weekly.values().stream().mapToDouble(Double::doubleValue).toArray();
        double slope = slope(weekly);
        TrendPairs pairs = TrendPairs.of(values);
        double chance = chance(values.length, pairs.higherCount() - pairs.lowerCount());
        return new Trend(verdict(weekly, slope, chance, leastChange, settings), values.length, slope, chance);
    }

    private static Verdict verdict(
            SortedMap<Integer, Double> weekly,
            double slope,
            double chance,
            double leastChange,
            EffectSettings settings) {
        if (weekly.size() < settings.leastWeeksCount()) {
            return Verdict.TOO_FEW;
        }
        // A slope of exactly zero beside a clear order: most pairs are equal.
        if (chance > settings.chanceRatio() || slope == 0) {
            return Verdict.UNCLEAR;
        }
        if (Math.abs(slope) * (weekly.lastKey() - weekly.firstKey()) < leastChange) {
            return Verdict.SMALL;
        }
        return slope > 0 ? Verdict.RISING : Verdict.FALLING;
    }

    private static double slope(SortedMap<Integer, Double> weekly) {
        return Medians.medianRatio(weekly.entrySet().stream()
                .flatMapToDouble(earlier -> weekly.tailMap(earlier.getKey() + 1).entrySet().stream()
                        .mapToDouble(later -> slope(earlier, later)))
                .toArray());
    }

    private static double slope(Map.Entry<Integer, Double> earlier, Map.Entry<Integer, Double> later) {
        return (later.getValue() - earlier.getValue()) / (later.getKey() - earlier.getKey());
    }

    /** Share of all orders of so many different values whose rising less falling pairs are at least as many, either way. */
    static double chance(int weekCount, int surplus) {
        double[] shares = {1};
        for (int count = 2; count <= weekCount; count++) {
            // The next value may stand before any number of the others: it makes so many falling pairs.
            double[] more = new double[shares.length + count - 1];
            for (int falling = 0; falling < more.length; falling++) {
                for (int added = 0; added < count && added <= falling; added++) {
                    more[falling] += falling - added < shares.length ? shares[falling - added] / count : 0;
                }
            }
            shares = more;
        }
        double chance = 0;
        for (int falling = 0; falling < shares.length; falling++) {
            chance += Math.abs(shares.length - 1 - 2 * falling) >= Math.abs(surplus) ? shares[falling] : 0;
        }
        return Math.min(1, chance);
    }
}
