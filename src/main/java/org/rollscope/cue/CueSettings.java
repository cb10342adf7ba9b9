package org.rollscope.cue;

/**
 * How an athlete wants to be told: the section {@code feedback} of the settings.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}.
 *
 * @param enabled whether anything is told at all. Default true.
 * @param quiet no tones; vibration and light stay. Default false.
 * @param escalateAfterMs pressure that does not come down for so long is also felt, 0 to 60000. Default 1500: a hand that has seen the light
 *     has taken load off by then; chosen by us.
 * @param alarmAfterMs for so long is also heard, {@code escalateAfterMs} to 60000. Default 4000, chosen by us.
 * @param ledRatio brightness, 0 to 1. Default 1.
 * @param vibrationRatio strength, 0 to 1; it is felt through foam. Default 0.8.
 */
public record CueSettings(
        boolean enabled, boolean quiet, int escalateAfterMs, int alarmAfterMs, double ledRatio, double vibrationRatio) {
    private static final int LONGEST_MS = 60_000;

    /** Checks the ranges. */
    public CueSettings {
        if (escalateAfterMs < 0 || escalateAfterMs > LONGEST_MS) {
            throw new IllegalArgumentException(
                    "escalate_after_ms must be 0.." + LONGEST_MS + " ms, was " + escalateAfterMs);
        }
        if (alarmAfterMs < escalateAfterMs || alarmAfterMs > LONGEST_MS) {
            throw new IllegalArgumentException("alarm_after_ms must be " + escalateAfterMs + " (escalate_after_ms).."
                    + LONGEST_MS + " ms, was " + alarmAfterMs);
        }
        requireRatio("led_ratio", ledRatio);
        requireRatio("vibration_ratio", vibrationRatio);
    }

    private static void requireRatio(String key, double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(key + " must be 0..1, was " + ratio);
        }
    }

    /** The defaults. */
    public static CueSettings defaults() {
        return new CueSettings(true, false, 1500, 4000, 1, 0.8);
    }
}
