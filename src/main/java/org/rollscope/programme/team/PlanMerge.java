package org.rollscope.programme.team;

import java.util.List;
import org.rollscope.programme.plan.Plan;

/**
 * Two histories of one plan side by side: what both have, and what only one has.
 *
 * @param common versions that both have, oldest first.
 * @param mine versions behind them that only this side has.
 * @param theirs versions behind them that only the other side has.
 */
public record PlanMerge(List<Plan> common, List<Plan> mine, List<Plan> theirs) {
    /** How two sides stand to each other. */
    public enum State {
        /** Both have the same. */
        SAME,
        /** Only this side went on. */
        MINE_AHEAD,
        /** Only the other side went on. */
        THEIRS_AHEAD,
        /** Both went on from the same version, in other ways. */
        CONFLICT;

        /** Lower-case name, as in documents. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Copies the lists. */
    public PlanMerge {
        common = List.copyOf(common);
        mine = List.copyOf(mine);
        theirs = List.copyOf(theirs);
    }

    /** Lays two histories side by side, each oldest first. */
    public static PlanMerge of(List<Plan> mine, List<Plan> theirs) {
        int sameCount = 0;
        while (sameCount < mine.size()
                && sameCount < theirs.size()
                && mine.get(sameCount).equals(theirs.get(sameCount))) {
            sameCount++;
        }
        return new PlanMerge(
                mine.subList(0, sameCount),
                mine.subList(sameCount, mine.size()),
                theirs.subList(sameCount, theirs.size()));
    }

    /** How they stand. */
    public State state() {
        if (mine.isEmpty()) {
            return theirs.isEmpty() ? State.SAME : State.THEIRS_AHEAD;
        }
        return theirs.isEmpty() ? State.MINE_AHEAD : State.CONFLICT;
    }

    /** Last version that both have; 0 for none. */
    public int commonVersion() {
        return common.isEmpty() ? 0 : last(common).origin().version();
    }

    static Plan last(List<Plan> plans) {
        return plans.get(plans.size() - 1);
    }
}
