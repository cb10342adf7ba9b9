package org.rollscope.programme.team;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.PlanOrigin;

/**
 * How two sides come to one history again: the other side's versions stay under their numbers, for they are shared; what this side had
 * comes behind them as a version, and where theirs shall hold, theirs once more. So an undo leads from what holds to what was not kept.
 */
public final class Settlement {
    private static final int REASON_CHARACTERS_COUNT = 300;

    private Settlement() {}

    /** What shall hold. */
    public enum Keep {
        /** What this side planned. */
        MINE,
        /** What the other side planned. */
        THEIRS;

        /** Lower-case name, as it is typed. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * The versions behind those that both have.
     *
     * @param merge a conflict.
     * @param keep what shall hold.
     * @param date day of the settlement.
     * @param by who settles.
     */
    public static List<Plan> of(PlanMerge merge, Keep keep, String date, String by) {
        if (merge.state() != PlanMerge.State.CONFLICT) {
            throw new IllegalArgumentException("there is nothing to settle");
        }
        List<Plan> settled = new ArrayList<>(merge.theirs());
        Plan theirs = PlanMerge.last(merge.theirs());
        Plan mine = PlanMerge.last(merge.mine());
        if (PlanDifference.between(theirs, mine).isEmpty()) {
            return settled; // both had changed the same
        }
        String kept = keep == Keep.MINE ? "settled by " + by + ", this is kept; " : "settled by " + by + ", not kept; ";
        settled.add(behind(
                theirs,
                mine,
                date,
                mine.origin().by(),
                kept + "it was version " + said(mine) + ": " + mine.origin().reason()));
        if (keep == Keep.THEIRS) {
            settled.add(behind(
                    PlanMerge.last(settled),
                    theirs,
                    date,
                    by,
                    "settled, this is kept: version " + said(theirs) + ": "
                            + theirs.origin().reason()));
        }
        return settled;
    }

    private static String said(Plan plan) {
        return plan.origin().version() + " of " + plan.origin().date() + " by "
                + plan.origin().by();
    }

    /** The next version, with what another one plans. */
    private static Plan behind(Plan former, Plan wanted, String date, String by, String reason) {
        List<PlanChange> changes = PlanDifference.between(former, wanted).stream()
                .map(difference -> difference.asChange("settled", "two sides had changed the plan"))
                .toList();
        int version = former.origin().version();
        return new Plan(
                wanted.athleteId(),
                new PlanOrigin(
                        version + 1,
                        version,
                        date,
                        by,
                        reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_COUNT))),
                wanted.reviewedOn(),
                wanted.prescriptions(),
                changes);
    }
}
