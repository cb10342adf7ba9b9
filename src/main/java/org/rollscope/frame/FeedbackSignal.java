package org.rollscope.frame;

/**
 * One thing that a person on the roller is to notice: light, vibration and tone together, for a while.
 *
 * <p><b>Errors.</b> A value out of range is an {@link IllegalArgumentException}. <b>Source.</b> The ranges are those of the wire,
 * firmware-protocol/SPEC.md 5.3.
 *
 * @param ledRatio brightness of the LED, 0 to 1.
 * @param vibrationRatio strength of the vibration, 0 to 1.
 * @param buzzerHz pitch of the tone, 0 for silence to 20000.
 * @param lengthMs how long before all of it goes off by itself, 0 for at once to 65535.
 */
public record FeedbackSignal(double ledRatio, double vibrationRatio, int buzzerHz, int lengthMs) {
    /** Ends whatever goes on. */
    public static final FeedbackSignal OFF = new FeedbackSignal(0, 0, 0, 0);

    private static final int HIGHEST_HZ = 20_000;
    private static final int LONGEST_MS = 65_535;

    /** Checks the ranges. */
    public FeedbackSignal {
        requireRatio("ledRatio", ledRatio);
        requireRatio("vibrationRatio", vibrationRatio);
        if (buzzerHz < 0 || buzzerHz > HIGHEST_HZ) {
            throw new IllegalArgumentException("buzzerHz must be 0.." + HIGHEST_HZ + ", was " + buzzerHz);
        }
        if (lengthMs < 0 || lengthMs > LONGEST_MS) {
            throw new IllegalArgumentException("lengthMs must be 0.." + LONGEST_MS + ", was " + lengthMs);
        }
    }

    private static void requireRatio(String name, double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException(name + " must be 0..1, was " + ratio);
        }
    }

    /** The same without a tone. */
    public FeedbackSignal silent() {
        return new FeedbackSignal(ledRatio, vibrationRatio, 0, lengthMs);
    }
}
