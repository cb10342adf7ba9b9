package org.rollscope.device.serial;

/**
 * Which port, and how fast.
 *
 * @param port a path as {@code /dev/ttyACM0}, or the stable name of a USB device as it stands in {@code /dev/serial/by-id}.
 * @param baud line rate, 9600 to 4000000; the reference roller speaks 500000.
 */
public record SerialSettings(String port, int baud) {
    /** Line rate of the reference roller. */
    public static final int DEFAULT_BAUD = 500_000;

    private static final String STABLE_NAMES_FOLDER = "/dev/serial/by-id/";

    /** Refuses what no port can do. */
    public SerialSettings {
        if (port.isBlank()) {
            throw new IllegalArgumentException("port must be a path or a name in " + STABLE_NAMES_FOLDER);
        }
        if (baud < 9600 || baud > 4_000_000) {
            throw new IllegalArgumentException("baud must be 9600..4000000, was " + baud);
        }
    }

    /** The path to open: a bare name is looked for among the stable USB names. */
    String path() {
        return port.contains("/") ? port : STABLE_NAMES_FOLDER + port;
    }
}
