package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A quantity whose spread is kept as a histogram.
 *
 * @param index place in a list of all.
 * @param binWidth width of a bin in the quantity's unit.
 * @param size number of bins.
 */
record Spread(int index, double binWidth, int size) {
    /** Error of the limb's force as a share of it. */
    static final Spread FORCE_ERROR = new Spread(0, 0.0025, 801);
    /** Error of a tile's pressure as a share of it. */
    static final Spread TILE_ERROR = new Spread(1, 0.0025, 801);
    /** Error of the mean pressure as a share of it. */
    static final Spread MEAN_PRESSURE_ERROR = new Spread(2, 0.0025, 801);
    /** Error of the speed as a share of it. */
    static final Spread SPEED_ERROR = new Spread(3, 0.0025, 801);
    /** Scores of the windows in which somebody guarded. */
    static final Spread GUARDED_SCORE = new Spread(4, 0.001, 1001);
    /** Scores of the windows in which nobody did. */
    static final Spread QUIET_SCORE = new Spread(5, 0.001, 1001);
    /** Those of the events, in bins of 10 ms up to 20 s. */
    private static final Map<EventKind, Map<Timing, Spread>> TIMINGS = new EnumMap<>(EventKind.class);
    /** All, each at its index. */
    static final List<Spread> ALL = all();

    private static List<Spread> all() {
        List<Spread> all = new ArrayList<>(
                List.of(FORCE_ERROR, TILE_ERROR, MEAN_PRESSURE_ERROR, SPEED_ERROR, GUARDED_SCORE, QUIET_SCORE));
        for (EventKind kind : EventKind.values()) {
            Map<Timing, Spread> timings = new EnumMap<>(Timing.class);
            for (Timing timing : Timing.values()) {
                Spread spread = new Spread(all.size(), 10, 2001);
                timings.put(timing, spread);
                all.add(spread);
            }
            TIMINGS.put(kind, timings);
        }
        return List.copyOf(all);
    }

    /** The timing of a kind of event. */
    static Spread of(EventKind kind, Timing timing) {
        return Objects.requireNonNull(Objects.requireNonNull(TIMINGS.get(kind)).get(timing));
    }
}
