package org.rollscope.programme.progress;

import java.util.Locale;
import org.rollscope.programme.plan.PlanChange;
import org.rollscope.programme.plan.Prescription;

/**
 * What a weekly review decided for one muscle and side.
 *
 * @param rule that decided.
 * @param before what was planned.
 * @param after what is planned from now on.
 * @param why for people.
 */
public record Decision(ProgressRule rule, Prescription before, Prescription after, String why) {
    /** Progress, keep or regress. */
    public ProgressRule.Kind kind() {
        return rule.kind();
    }

    /** As it is kept with the plan. */
    public PlanChange change() {
        boolean hold = before.dose().holdMs() != after.dose().holdMs();
        boolean share = before.intensity().ceilingRatio() != after.intensity().ceilingRatio();
        return new PlanChange(
                before.muscle(),
                before.side(),
                kind().word(),
                rule.word(),
                hold ? hold(before) : share ? share(before) : "",
                hold ? hold(after) : share ? share(after) : "",
                why);
    }

    private static String hold(Prescription prescription) {
        return String.format(Locale.ROOT, "hold %d s", prescription.dose().holdMs() / 1000);
    }

    private static String share(Prescription prescription) {
        return String.format(
                Locale.ROOT,
                "up to %.3f of the ceiling",
                prescription.intensity().ceilingRatio());
    }
}
