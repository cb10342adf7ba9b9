package org.rollscope.programme.routine;

/**
 * How a routine is paced.
 *
 * @param restMs rest between two places, 0 to 600000. <b>Source.</b> domain study 2, review of parameters: 30 s.
 * @param breatheMs beginning of a hold in which breathing is what is told, 0 to 60000; about two deep breaths.
 * @param searchMs time that a search for a spot is expected to take, for the time that is left, 1000 to 600000. Chosen by us.
 * @param guardingLimitCount suspected guardings at a place after which it is left for today, 1 to 10. <b>Source.</b> domain study 9.5: twice.
 */
public record RoutineSettings(int restMs, int breatheMs, int searchMs, int guardingLimitCount) {
    /** Refuses what makes no routine. */
    public RoutineSettings {
        check(restMs >= 0 && restMs <= 600_000, "rest_ms must be 0..600000, was " + restMs);
        check(breatheMs >= 0 && breatheMs <= 60_000, "breathe_ms must be 0..60000, was " + breatheMs);
        check(searchMs >= 1_000 && searchMs <= 600_000, "search_ms must be 1000..600000, was " + searchMs);
        check(
                guardingLimitCount >= 1 && guardingLimitCount <= 10,
                "guarding_limit_count must be 1..10, was " + guardingLimitCount);
    }

    /** The same with another rest. */
    public RoutineSettings resting(int otherMs) {
        return new RoutineSettings(otherMs, breatheMs, searchMs, guardingLimitCount);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
