package org.rollscope.device.pi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The section {@code pi_pins} of the settings: light, tone, vibration and buttons at the pins of a Pi. As shipped there are none, so
 * that nothing is driven that is wired to something else.
 *
 * <p><b>Errors.</b> A value out of range, or used twice, is an {@link IllegalArgumentException}. <b>Source.</b> The pins of the wiring tables
 * in {@code hardware/wiring}; those of the buses are {@code spi0}, {@code spi1-1cs}, {@code i2c-1} and the console of a Pi 2 to 5.
 *
 * @param ledIndex GPIO number (BCM) of the LED's driver, 1 to 27, or 0 for none (pin 0 belongs to add-on boards).
 * @param buzzerIndex of an active buzzer's driver: it has one pitch of its own.
 * @param vibrationIndex of the motor's driver.
 * @param markerButtonIndex of a button to ground that marks a moment.
 * @param feltReleaseButtonIndex of a button to ground with which the athlete says that it let go.
 * @param painButtonIndex of a button to ground for pain.
 */
public record PinSettings(
        int ledIndex,
        int buzzerIndex,
        int vibrationIndex,
        int markerButtonIndex,
        int feltReleaseButtonIndex,
        int painButtonIndex) {
    /** Nothing is wired there. */
    public static final int NONE_INDEX = 0;

    private static final int HIGHEST_INDEX = 27;
    /** I2C 1, SPI 0, console, SPI 1 with one chip select. */
    private static final List<Integer> TAKEN = List.of(1, 2, 3, 7, 8, 9, 10, 11, 14, 15, 18, 19, 20, 21);

    /** Refuses what cannot be. */
    public PinSettings {
        Map<Integer, String> used = new LinkedHashMap<>();
        take(used, "led_index", ledIndex);
        take(used, "buzzer_index", buzzerIndex);
        take(used, "vibration_index", vibrationIndex);
        take(used, "marker_button_index", markerButtonIndex);
        take(used, "felt_release_button_index", feltReleaseButtonIndex);
        take(used, "pain_button_index", painButtonIndex);
    }

    private static void take(Map<Integer, String> used, String key, int pinIndex) {
        if (pinIndex == NONE_INDEX) {
            return;
        }
        if (pinIndex < 0 || pinIndex > HIGHEST_INDEX) {
            throw new IllegalArgumentException(
                    key + " must be 1.." + HIGHEST_INDEX + " (GPIO number), or 0 for none, was " + pinIndex);
        }
        if (TAKEN.contains(pinIndex)) {
            throw new IllegalArgumentException(
                    key + " must be a pin that no bus uses (4..6, 12, 13, 16, 17, 22..27), was " + pinIndex);
        }
        String other = used.put(pinIndex, key);
        if (other != null) {
            throw new IllegalArgumentException(key + " must be another pin than " + other + ", was " + pinIndex);
        }
    }

    /** Nothing is wired. */
    public static PinSettings none() {
        return new PinSettings(NONE_INDEX, NONE_INDEX, NONE_INDEX, NONE_INDEX, NONE_INDEX, NONE_INDEX);
    }

    /** Whether anything is wired. */
    public boolean isAny() {
        return !equals(none());
    }
}
