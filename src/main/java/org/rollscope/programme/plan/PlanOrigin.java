package org.rollscope.programme.plan;

import org.rollscope.athlete.ProfileDate;

/**
 * Where a version of a plan came from.
 *
 * @param version running number, from 1.
 * @param basedOnVersion the version that an undo leads back to; 0 for none.
 * @param date day, ISO-8601.
 * @param by who or what made it, 1 to 100 characters.
 * @param reason why, for people, 1 to 300 characters.
 */
public record PlanOrigin(int version, int basedOnVersion, String date, String by, String reason) {
    /** Refuses what is no origin. */
    public PlanOrigin {
        if (version < 1 || basedOnVersion < 0 || basedOnVersion >= version) {
            throw new IllegalArgumentException("version must be 1 or more and based_on_version 0 to less than it, were "
                    + version + " and " + basedOnVersion);
        }
        ProfileDate.check("date", date);
        if (by.isBlank() || by.length() > 100) {
            throw new IllegalArgumentException("by must have 1..100 characters");
        }
        if (reason.isBlank() || reason.length() > 300) {
            throw new IllegalArgumentException("reason must have 1..300 characters");
        }
    }
}
