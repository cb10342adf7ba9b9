package org.rollscope.programme.effect;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One measure of one place, in the unit of the measure.
 *
 * @param measure which.
 * @param place {@code calf:left}, or the muscle alone where its sides are compared.
 * @param detail moment, test or pressure that it holds for; may be empty.
 * @param count what the measure counts as its n.
 * @param value of all weeks; not a number when there are too few to say.
 * @param weekly value of each week that has one, by the number of the week.
 * @param trend where it went.
 */
public record EffectFigure(
        EffectMeasure measure,
        String place,
        String detail,
        int count,
        double value,
        SortedMap<Integer, Double> weekly,
        Trend trend) {
    /** Copies the weeks. */
    public EffectFigure {
        weekly = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(weekly));
    }

    /** Least of the weeks; not a number without one. */
    public double least() {
        return weekly.values().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    /** Most of the weeks; not a number without one. */
    public double most() {
        return weekly.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }
}
