package org.rollscope.programme.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Experience;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Dose;
import org.rollscope.programme.plan.FirstPlan;
import org.rollscope.programme.plan.HoldPreset;
import org.rollscope.programme.plan.Plan;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.PlanOrigin;
import org.rollscope.programme.plan.Prescription;

/** Two histories of one plan, laid side by side and made one again. */
class SettlementTest {
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Plan FIRST = FirstPlan.of(
            "anna",
            Experience.NEW,
            HoldPreset.USUAL,
            List.of(CALF, new BodyPlace(Muscle.FOOT, Side.LEFT)),
            "2026-11-01");

    private static Plan next(Plan plan, String by, int holdMs) {
        List<Prescription> changed = plan.prescriptions().stream()
                .map(one -> one.place().equals(CALF) ? one.withDose(new Dose(3, holdMs, 2)) : one)
                .toList();
        return plan.changed("2026-11-20", by, "hold " + holdMs, changed, List.of());
    }

    @Test
    void whoWentOnIsSeen() {
        Plan second = next(FIRST, "kim", 40_000);
        List<Plan> longer = List.of(FIRST, second);
        assertEquals(PlanMerge.State.SAME, PlanMerge.of(longer, longer).state());
        assertEquals(
                PlanMerge.State.THEIRS_AHEAD,
                PlanMerge.of(List.of(FIRST), longer).state());
        assertEquals(List.of(second), PlanMerge.of(List.of(FIRST), longer).theirs());
        assertEquals(
                PlanMerge.State.MINE_AHEAD, PlanMerge.of(longer, List.of(FIRST)).state());
        PlanMerge conflict = PlanMerge.of(longer, List.of(FIRST, next(FIRST, "anna", 35_000)));
        assertEquals(PlanMerge.State.CONFLICT, conflict.state());
        assertEquals(1, conflict.commonVersion());
        assertEquals(
                PlanMerge.State.THEIRS_AHEAD, PlanMerge.of(List.of(), longer).state());
    }

    @ParameterizedTest
    @EnumSource(Settlement.Keep.class)
    void whatIsKeptHoldsAndAnUndoBringsTheOther(Settlement.Keep keep) {
        Plan mine = next(next(FIRST, "anna", 35_000), "anna", 36_000);
        Plan theirs = next(FIRST, "kim", 40_000);
        PlanMerge merge = PlanMerge.of(List.of(FIRST, next(FIRST, "anna", 35_000), mine), List.of(FIRST, theirs));
        List<Plan> settled = Settlement.of(merge, keep, TODAY.toString(), "kim");
        assertEquals(theirs, settled.get(0), "what is shared keeps its number");
        for (int index = 0; index < settled.size(); index++) {
            assertEquals(index + 2, settled.get(index).origin().version());
            assertEquals(index + 1, settled.get(index).origin().basedOnVersion());
            assertEquals(List.of(), PlanScrutiny.problems(settled.get(index), "anna", TODAY));
        }
        Plan holds = settled.get(settled.size() - 1);
        Plan before = settled.get(settled.size() - 2);
        Plan kept = keep == Settlement.Keep.MINE ? mine : theirs;
        Plan other = keep == Settlement.Keep.MINE ? theirs : mine;
        assertEquals(kept.prescriptions(), holds.prescriptions());
        Plan undone = holds.undone(before, holds.origin().version(), TODAY.toString(), "anna");
        assertEquals(other.prescriptions(), undone.prescriptions());
        assertEquals(1, holds.changes().size(), "one place differs");
        assertTrue(settled.get(1).origin().reason().contains("it was version 3 of 2026-11-20 by anna: hold 36000"));
    }

    @Test
    void twoThatChangedTheSameNeedNoVersionMore() {
        PlanMerge merge =
                PlanMerge.of(List.of(FIRST, next(FIRST, "anna", 40_000)), List.of(FIRST, next(FIRST, "kim", 40_000)));
        assertEquals(merge.theirs(), Settlement.of(merge, Settlement.Keep.MINE, TODAY.toString(), "kim"));
        PlanMerge none = PlanMerge.of(List.of(FIRST), List.of(FIRST));
        assertThrows(
                IllegalArgumentException.class, () -> Settlement.of(none, Settlement.Keep.MINE, TODAY.toString(), "k"));
    }

    @Test
    void aDifferenceThatIsTooSmallToShowIsNotCalledNothing() {
        List<PlanDifference> differences =
                PlanDifference.between(next(FIRST, "anna", 40_100), next(FIRST, "kim", 40_900));
        assertEquals(List.of(new PlanDifference(CALF, "as it was", "otherwise by less than is shown")), differences);
    }

    @Test
    void whatAStrangersPlanMayNotSayIsNamed() {
        assertEquals(List.of(), PlanScrutiny.problems(FIRST, "anna", TODAY));
        assertEquals(List.of("is a plan of athlete 'anna', not of 'ben'"), PlanScrutiny.problems(FIRST, "ben", TODAY));
        assertEquals(List.of(), PlanScrutiny.problems(FIRST.reviewedOn("2026-11-23"), "anna", TODAY), "a day ahead");
        assertEquals(
                List.of("reviewed_on is 2099-01-01, which is yet to come"),
                PlanScrutiny.problems(FIRST.reviewedOn("2099-01-01"), "anna", TODAY));
        List<Prescription> silenced = FIRST.prescriptions().stream()
                .map(one -> one.answeredUntil("2099-01-01"))
                .toList();
        PlanChange change = new PlanChange(Muscle.CALF, Side.LEFT, "set", "x", "", "", "a\u202eb" + "x".repeat(300));
        Plan odd = new Plan(
                "anna",
                new PlanOrigin(1, 0, "2099-01-01", "kim\u001b[2J", "why"),
                "2026-11-01",
                silenced,
                List.of(change));
        assertEquals(
                List.of(
                        "date is 2099-01-01, which is yet to come",
                        "since_date of foot:left is 2099-01-01, which is yet to come",
                        "since_date of calf:left is 2099-01-01, which is yet to come",
                        "by has signs that are no text",
                        "a change of calf:left has signs that are no text",
                        "a change of calf:left must have up to 300 characters, has 303"),
                PlanScrutiny.problems(odd, "anna", TODAY));
    }
}
