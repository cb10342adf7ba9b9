package org.rollscope.app.shell;

/**
 * The section {@code retention} of the settings: how long recordings stay.
 *
 * @param sessionDays age from which on a session is deleted, 1 to 36500 days; 0 keeps all.
 * @param deletedCopyDays age from which on the kept copy of a deleted session goes too, 1 to 36500 days; 0 keeps all.
 */
public record RetentionSettings(int sessionDays, int deletedCopyDays) {
    private static final int LONGEST_DAYS = 36_500;

    /** Refuses values that make no sense. */
    public RetentionSettings {
        check("session_days", sessionDays);
        check("deleted_copy_days", deletedCopyDays);
    }

    private static void check(String key, int days) {
        if (days < 0 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException(key + " must be 0 (for ever) or 1.." + LONGEST_DAYS + ", was " + days);
        }
    }
}
