package org.rollscope.app.shell;

/**
 * The section {@code service} of the settings.
 *
 * @param source where frames come from when no {@code --source} is typed, in the same form.
 * @param ecoBatchMs how long a serial port collects before it is read, 25 to 50, to wake the processor less often; 0 reads
 *     every frame at once. Near the ceiling nothing is collected, so that no warning waits.
 */
public record ServiceSettings(String source, int ecoBatchMs) {
    /** Live figures ten times a second, the least of the contract: fewer wake-ups. */
    private static final long ECO_LIVE_INTERVAL_MS = 100;
    /** Frames for charts every fifth time. */
    private static final long ECO_FRAMES_INTERVAL_MS = 500;

    /** Refuses values that make no sense. */
    public ServiceSettings {
        if (!source.matches("[a-z]+:.+|pi(\\?.+)?")) {
            throw new IllegalArgumentException(
                    "source must be like serial:/dev/ttyACM0, pi or sim:coached?seed=1, was '" + source + "'");
        }
        if (ecoBatchMs != 0 && (ecoBatchMs < 25 || ecoBatchMs > 50)) {
            throw new IllegalArgumentException("eco_batch_ms must be 0, or 25..50, was " + ecoBatchMs);
        }
    }

    /** How often figures are told when a source collects, or not. */
    public static TellingPace pace(int ecoBatchMs) {
        return ecoBatchMs == 0 ? TellingPace.USUAL : new TellingPace(ECO_LIVE_INTERVAL_MS, ECO_FRAMES_INTERVAL_MS);
    }
}
