package org.rollscope.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What sessions add up to: tallies, event scores and histograms, from which every figure is computed.
 *
 * <p><b>Threads.</b> One.
 */
final class Sums {
    /** One cell for each tally. */
    private final Map<Tally, double[]> tallies = new EnumMap<>(Tally.class);

    private final Map<EventKind, EventScore> scores = new EnumMap<>(EventKind.class);
    private final Histogram[] spreads = new Histogram[Spread.ALL.size()];

    Sums() {
        for (Tally tally : Tally.values()) {
            tallies.put(tally, new double[1]);
        }
        Arrays.setAll(
                spreads,
                index -> new Histogram(
                        Spread.ALL.get(index).binWidth(), Spread.ALL.get(index).size()));
    }

    /** What was added up, small enough to keep hundreds of. */
    static final class Kept {
        private final Map<Tally, Double> tallies = new EnumMap<>(Tally.class);
        private final Map<EventKind, EventScore> scores;
        private final Histogram.Bars[] spreads;

        private Kept(Sums sums) {
            sums.tallies.forEach((tally, cell) -> tallies.put(tally, cell[0]));
            scores = new EnumMap<>(sums.scores);
            spreads = Arrays.stream(sums.spreads).map(Histogram::bars).toArray(Histogram.Bars[]::new);
        }
    }

    Kept keep() {
        return new Kept(this);
    }

    void clear() {
        tallies.values().forEach(cell -> cell[0] = 0);
        scores.clear();
        for (Histogram spread : spreads) {
            spread.clear();
        }
    }

    /** Adds what another has, as often as said. */
    void add(Kept other, int times) {
        other.tallies.forEach((tally, amount) -> add(tally, amount * times));
        other.scores.forEach((kind, score) -> add(kind, score.times(times)));
        for (int index = 0; index < spreads.length; index++) {
            spreads[index].add(other.spreads[index], times);
        }
    }

    void add(Tally tally, double amount) {
        cell(tally)[0] += amount;
    }

    void add(EventKind kind, EventScore score) {
        scores.merge(kind, score, EventScore::plus);
    }

    void add(Spread spread, double value) {
        spreads[spread.index()].add(value);
    }

    double of(Tally tally) {
        return cell(tally)[0];
    }

    EventScore of(EventKind kind) {
        return scores.getOrDefault(kind, EventScore.NONE);
    }

    Histogram of(Spread spread) {
        return spreads[spread.index()];
    }

    /** One sum over another; NaN when there is nothing to divide by. */
    double ratio(Tally part, Tally whole) {
        return of(whole) == 0 ? Double.NaN : of(part) / of(whole);
    }

    private double[] cell(Tally tally) {
        return Objects.requireNonNull(tallies.get(tally));
    }
}
