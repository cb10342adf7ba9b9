package org.rollscope.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * What the two sides of one athlete's muscle got over some sessions with one tool: the same pressure is not the same on another.
 *
 * @param athleteId whose.
 * @param muscle which.
 * @param tool with what, as {@link SessionRecord#tool} has it.
 * @param left of the left side.
 * @param right of the right side.
 */
public record SideTotals(String athleteId, Muscle muscle, String tool, Total left, Total right) {
    /**
     * What one side got: sums over its sessions.
     *
     * @param sessionCount sessions.
     * @param contactMs time with the limb on the roller.
     * @param holdMs time in holds.
     * @param rollMs time rolling.
     * @param inBandMs time with mean pressure from floor to ceiling.
     * @param overCeilingMs time over the ceiling.
     * @param holdCount holds.
     * @param doseKpaS pressure over time, the sum of {@link SessionSummary#pressureTimeKpaS}.
     */
    public record Total(
            int sessionCount,
            long contactMs,
            long holdMs,
            long rollMs,
            long inBandMs,
            long overCeilingMs,
            int holdCount,
            double doseKpaS) {
        /** Nothing. */
        public static final Total NONE = new Total(0, 0, 0, 0, 0, 0, 0, 0);

        private Total plus(SessionSummary summary) {
            return new Total(
                    sessionCount + 1,
                    contactMs + summary.contactMs(),
                    holdMs + summary.holdMs(),
                    rollMs + summary.rollMs(),
                    inBandMs + summary.inBandMs(),
                    overCeilingMs + summary.overCeilingMs(),
                    holdCount + summary.holdCount(),
                    doseKpaS + summary.pressureTimeKpaS());
        }
    }

    /** How different the dose of both sides is, see {@link Asymmetry#indexRatio}; not a number unless both sides were rolled. */
    public double indexRatio() {
        boolean both = left.sessionCount() > 0 && right.sessionCount() > 0;
        return both ? new Asymmetry(left.doseKpaS(), right.doseKpaS()).indexRatio() : Double.NaN;
    }

    /** Whether both sides were rolled and the difference is worth a word. */
    public boolean isPointedOut() {
        return Math.abs(indexRatio()) > Asymmetry.POINTED_OUT_RATIO;
    }

    /** A session as far as it counts here. */
    public record Rolled(SessionRecord record, SessionSummary summary) {}

    private record Key(String athleteId, Muscle muscle, String tool) {}

    /** Adds sessions up, by athlete, muscle and tool; those of muscles in the middle of the body have no side and are left out. */
    public static List<SideTotals> of(List<Rolled> sessions) {
        Map<Key, SideTotals> totals = new LinkedHashMap<>();
        for (Rolled session : sessions) {
            SessionRecord record = session.record();
            if (record.side() != Side.MIDDLE) {
                Key key = new Key(record.athleteId(), record.muscle(), record.tool());
                SideTotals before = totals.getOrDefault(
                        key, new SideTotals(key.athleteId(), key.muscle(), key.tool(), Total.NONE, Total.NONE));
                totals.put(key, before.plus(record.side(), session.summary()));
            }
        }
        List<SideTotals> sorted = new ArrayList<>(totals.values());
        sorted.sort(Comparator.comparing(SideTotals::athleteId)
                .thenComparing(SideTotals::muscle)
                .thenComparing(SideTotals::tool));
        return sorted;
    }

    private SideTotals plus(Side side, SessionSummary summary) {
        return side == Side.LEFT
                ? new SideTotals(athleteId, muscle, tool, left.plus(summary), right)
                : new SideTotals(athleteId, muscle, tool, left, right.plus(summary));
    }
}
