package org.rollscope.programme.progress;

import java.util.List;
import org.rollscope.programme.plan.Plan;

/**
 * A weekly review of a whole plan.
 *
 * @param next the next version of the plan.
 * @param decisions one for each muscle and side.
 */
public record PlanReview(Plan next, List<Decision> decisions) {
    /** Copies the list. */
    public PlanReview {
        decisions = List.copyOf(decisions);
    }
}
