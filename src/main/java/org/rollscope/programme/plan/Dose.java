package org.rollscope.programme.plan;

/**
 * How much is planned.
 *
 * @param sessionsPerWeekCount days of a week, 1 to 7; regular use is what helps (P1).
 * @param holdMs how long each spot is held, {@link #LEAST_HOLD_MS} to 120000.
 * @param spotCount tender spots in a session, 1 to 10.
 */
public record Dose(int sessionsPerWeekCount, int holdMs, int spotCount) {
    /** Shorter holds are not worth planning. <b>Source.</b> domain study 1.1, T4. */
    public static final int LEAST_HOLD_MS = 20_000;

    private static final int LONGEST_HOLD_MS = 120_000;

    /** Refuses values that make no sense. */
    public Dose {
        if (sessionsPerWeekCount < 1 || sessionsPerWeekCount > 7) {
            throw new IllegalArgumentException("sessions_per_week_count must be 1..7, was " + sessionsPerWeekCount);
        }
        if (holdMs < LEAST_HOLD_MS || holdMs > LONGEST_HOLD_MS) {
            throw new IllegalArgumentException(
                    "hold_ms must be " + LEAST_HOLD_MS + ".." + LONGEST_HOLD_MS + ", was " + holdMs);
        }
        if (spotCount < 1 || spotCount > 10) {
            throw new IllegalArgumentException("spot_count must be 1..10, was " + spotCount);
        }
    }
}
