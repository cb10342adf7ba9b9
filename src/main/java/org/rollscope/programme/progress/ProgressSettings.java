package org.rollscope.programme.progress;

/**
 * How fast a plan goes on. <b>Source.</b> Record 0044, chosen by us where nothing else is said.
 *
 * @param stepRatio most by which one variable rises in a week, 0.01 to 0.10 (P5); small is slow.
 * @param regressRatio by how much a step back lowers one variable, 0.05 to 0.5.
 * @param adherenceRatio share of the planned days, and of the planned hold, that must be done before anything rises, 0 to 1.
 * @param creditHoldMs shorter holds do not count, 5000 to 60000 (T4: 20 s).
 * @param guardingSessionsCount sessions with suspected guarding that ask for a step back, 1 to 10 (twice).
 * @param lookBackDays how far back guarding and pain are looked at, 14 to 180.
 * @param quickerReleaseRatio by how much sooner tissue must let go to count as a gain, 0.01 to 0.9.
 */
public record ProgressSettings(
        double stepRatio,
        double regressRatio,
        double adherenceRatio,
        int creditHoldMs,
        int guardingSessionsCount,
        int lookBackDays,
        double quickerReleaseRatio) {
    /** Refuses values that make no sense. */
    public ProgressSettings {
        SettingBounds.check("step_ratio", stepRatio, 0.01, 0.10);
        SettingBounds.check("regress_ratio", regressRatio, 0.05, 0.5);
        SettingBounds.check("adherence_ratio", adherenceRatio, 0, 1);
        SettingBounds.check("credit_hold_ms", creditHoldMs, 5000, 60_000);
        SettingBounds.check("guarding_sessions_count", guardingSessionsCount, 1, 10);
        SettingBounds.check("look_back_days", lookBackDays, 14, 180);
        SettingBounds.check("quicker_release_ratio", quickerReleaseRatio, 0.01, 0.9);
    }
}
