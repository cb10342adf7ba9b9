package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollscope.programme.progress.Medians;

/** Values with their days, as medians of weeks. <b>Threads.</b> One. */
final class WeekFigures {
    private final Weeks weeks;
    private final SortedMap<Integer, List<Double>> byWeek = new TreeMap<>();
    private final List<Double> all = new ArrayList<>();

    WeekFigures(Weeks weeks) {
        this.weeks = weeks;
    }

    /** One more; days outside the weeks are left out, and what is not a number. */
    void add(LocalDate day, double value) {
        if (weeks.contains(day) && !Double.isNaN(value)) {
            byWeek.computeIfAbsent(weeks.weekIndex(day), none -> new ArrayList<>())
                    .add(value);
            all.add(value);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    EffectFigure figure(EffectMeasure measure, String place, String detail, EffectSettings settings) {
        SortedMap<Integer, Double> medians = new TreeMap<>();
        byWeek.forEach((weekIndex, values) -> medians.put(weekIndex, median(values)));
        return new EffectFigure(
                measure, place, detail, all.size(), median(all), medians, Trend.of(medians, measure.least(), settings));
    }

    private static double median(List<Double> values) {
        return Medians.medianRatio(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
