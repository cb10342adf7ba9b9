package org.rollscope.viewer.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rollscope.athlete.Side;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.SideTotals;
import org.rollscope.session.TrendPairs;
import org.rollscope.viewer.library.SessionEntry;

/**
 * What the sessions of one athlete and muscle with one tool gave, session by session; nothing is smoothed.
 *
 * <p><b>Threads.</b> Immutable.
 */
final class TrendPoints {
    /** What is looked at. */
    enum Measure {
        /** Median time to the release, seconds. */
        RELEASE("review.trend.release"),
        /** Mean pressure of the holds. */
        HOLD_PRESSURE("review.trend.hold_pressure"),
        /** Time in holds, seconds. */
        HELD("review.trend.held"),
        /** Left against right of the doses up to the session, per cent. */
        ASYMMETRY("review.trend.asymmetry");

        private final String key;

        Measure(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * One session.
     *
     * @param entry which.
     * @param value NaN where it is not known.
     */
    record Point(SessionEntry entry, double value) {}

    private final List<SessionEntry> ofMuscle;
    private final int otherToolCount;

    private TrendPoints(List<SessionEntry> ofMuscle, int otherToolCount) {
        this.ofMuscle = ofMuscle;
        this.otherToolCount = otherToolCount;
    }

    /** The finished sessions of the athlete, muscle and tool of one, by their start. */
    static TrendPoints like(SessionRecord one, List<SessionEntry> entries) {
        List<SessionEntry> withAnyTool = entries.stream()
                .filter(entry -> entry.summary() != null
                        && entry.record().athleteId().equals(one.athleteId())
                        && entry.record().muscle() == one.muscle())
                .sorted(Comparator.comparing(entry -> entry.record().startedAt()))
                .toList();
        List<SessionEntry> ofMuscle = withAnyTool.stream()
                .filter(entry -> entry.record().tool().equals(one.tool()))
                .toList();
        return new TrendPoints(ofMuscle, withAnyTool.size() - ofMuscle.size());
    }

    /** How many sessions of the athlete and muscle were with other tools and are not here. */
    int otherToolCount() {
        return otherToolCount;
    }

    /** One measure of one side, in the order of time. */
    List<Point> points(Measure measure, Side side) {
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < ofMuscle.size(); index++) {
            SessionEntry entry = ofMuscle.get(index);
            if (entry.record().side() == side) {
                double value = measure == Measure.ASYMMETRY
                        ? asymmetry(ofMuscle.subList(0, index + 1))
                        : figure(measure).applyAsDouble(entry);
                points.add(new Point(entry, value));
            }
        }
        return points;
    }

    private static ToDoubleFunction<SessionEntry> figure(Measure measure) {
        return switch (measure) {
            case RELEASE -> entry -> entry.holds().medianReleaseAfterMs() / 1000;
            case HOLD_PRESSURE -> entry -> entry.holds().meanPressureKpa();
            case HELD ->
                entry -> {
                    SessionSummary summary = entry.summary();
                    return summary == null ? Double.NaN : summary.holdMs() / 1000.0;
                };
            case ASYMMETRY -> throw new IllegalArgumentException("of one session there is no asymmetry");
        };
    }

    private static double asymmetry(List<SessionEntry> upTo) {
        List<SideTotals.Rolled> rolled = new ArrayList<>();
        for (SessionEntry entry : upTo) {
            SessionSummary summary = entry.summary();
            if (summary != null) {
                rolled.add(new SideTotals.Rolled(entry.record(), summary));
            }
        }
        List<SideTotals> totals = SideTotals.of(rolled);
        return totals.isEmpty() ? Double.NaN : totals.get(0).indexRatio() * 100;
    }

    /** In how many pairs of sessions the later one had more; those without a value are left out. */
    TrendPairs pairs(Measure measure, Side side) {
        return TrendPairs.of(known(measure, side));
    }

    /** Sessions with a value. */
    int knownCount(Measure measure, Side side) {
        return known(measure, side).length;
    }

    private double[] known(Measure measure, Side side) {
        return points(measure, side).stream()
                .mapToDouble(Point::value)
                .filter(Double::isFinite)
                .toArray();
    }
}
