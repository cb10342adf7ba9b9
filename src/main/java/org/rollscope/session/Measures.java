package org.rollscope.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The values of some {@link Metric}s.
 *
 * <p><b>Units.</b> In the names of the metrics. <b>Threads.</b> Immutable.
 *
 * @param values finite numbers; a metric that could not be measured is not in it.
 */
public record Measures(Map<Metric, Double> values) {
    /** Copies the map, without what is no finite number. */
    public Measures {
        Map<Metric, Double> known = new EnumMap<>(Metric.class);
        values.forEach((metric, value) -> {
            if (Double.isFinite(value)) {
                known.put(metric, value);
            }
        });
        values = Collections.unmodifiableMap(known);
    }

    /** A value, or not a number where it could not be measured. */
    public double value(Metric metric) {
        return values.getOrDefault(metric, Double.NaN);
    }

    /** These and those of others, which win. */
    public Measures and(Map<Metric, Double> others) {
        Map<Metric, Double> all = new EnumMap<>(Metric.class);
        all.putAll(values);
        all.putAll(others);
        return new Measures(all);
    }
}
