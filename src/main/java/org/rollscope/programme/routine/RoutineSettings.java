package org.rollscope.programme.routine;

/**
 * How a routine is paced.
 *
 * @param restMs rest between two places, 0 to 600000. <b>Source.</b> domain study 2, review of parameters: 30 s.
 * @param breatheMs beginning of a hold in which breathing is what is told, 0 to 60000; about two deep breaths.
 * @param searchMs time that a search for a spot is expected to take, for the time that is left, 1000 to 600000. Chosen by us.
 * @param stopPainNrs pain at which the routine ends, 1 to 10. <b>Source.</b> domain study 1.1, T16.
 * @param guardingLimitCount suspected guardings at a place after which it is left for today, 1 to 10. <b>Source.</b> domain study 9.5: twice.
 */
public record RoutineSettings(int restMs, int breatheMs, int searchMs, double stopPainNrs, int guardingLimitCount) {
    /** As shipped. */
    public static final RoutineSettings USUAL = new RoutineSettings(30_000, 8_000, 15_000, 8, 2);

    /** Refuses what makes no routine. */
    public RoutineSettings {
        check("rest_ms", restMs, 0, 600_000);
        check("breathe_ms", breatheMs, 0, 60_000);
        check("search_ms", searchMs, 1_000, 600_000);
        check("stop_pain_nrs", stopPainNrs, 1, 10);
        check("guarding_limit_count", guardingLimitCount, 1, 10);
    }

    private static void check(String key, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(key + " must be " + lowest + ".." + highest + ", was " + value);
        }
    }
}
