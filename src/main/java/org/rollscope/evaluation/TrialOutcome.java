package org.rollscope.evaluation;

import java.util.Map;

/** What the measurement of one session gave; opaque but for the groups that it counts under. */
public final class TrialOutcome {
    final Sums.Kept sums;
    private final Map<String, String> groups;

    TrialOutcome(Map<String, String> groups, Sums.Kept sums) {
        this.groups = Map.copyOf(groups);
        this.sums = sums;
    }

    /** What the session counts under, as scenario to its word. */
    public Map<String, String> groups() {
        return groups;
    }
}
