package org.rollscope.device.serial;

import java.util.List;

/**
 * Which port, and how fast.
 *
 * @param port a path as {@code /dev/ttyACM0}, or the stable name of a USB device as it stands in {@code /dev/serial/by-id}, or
 *     {@link #AUTO} to look for a roller on every USB serial port.
 * @param baud line rate, 9600 to 4000000; the reference roller speaks 500000.
 * @param rateHz sampling rate to ask the board for, 1 to 1000; 0 leaves the board's own.
 * @param ecoBatchMs how long to collect before reading, 25 to 50, to wake the processor less often; 0 reads every frame at
 *     once.
 * @param boardSerial the only board to take, sixteen lower-case hexadecimal digits; empty for any. For {@link #AUTO} only.
 * @param alsoPorts paths to look at too, which no enumeration shows, as pseudo-terminals. For {@link #AUTO} only.
 */
public record SerialSettings(
        String port, int baud, int rateHz, int ecoBatchMs, String boardSerial, List<String> alsoPorts) {
    /** Value of {@link #port} to look for a roller. */
    public static final String AUTO = "auto";

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
        if (rateHz < 0 || rateHz > 1000) {
            throw new IllegalArgumentException("rate_hz must be 1..1000, or 0 for the board's own, was " + rateHz);
        }
        if (ecoBatchMs != 0 && (ecoBatchMs < 25 || ecoBatchMs > 50)) {
            throw new IllegalArgumentException("eco_batch_ms must be 25..50, or 0 for none, was " + ecoBatchMs);
        }
        if (!boardSerial.matches("([0-9a-f]{16})?")) {
            throw new IllegalArgumentException(
                    "board_serial must be 16 of 0-9 and a-f, as rollscope ports --ask shows it, was '" + boardSerial
                            + "'");
        }
        if (!port.equals(AUTO) && !(boardSerial.isEmpty() && alsoPorts.isEmpty())) {
            throw new IllegalArgumentException(
                    "board_serial and ports go with serial:auto; a named port takes the board that is on it");
        }
        for (String also : alsoPorts) {
            if (!also.startsWith("/")) {
                throw new IllegalArgumentException("ports must be paths with a comma between them, was '" + also + "'");
            }
        }
        alsoPorts = List.copyOf(alsoPorts);
    }

    /** A port at its board's own rate, read at once. */
    public static SerialSettings of(String port, int baud) {
        return new SerialSettings(port, baud, 0, 0, "", List.of());
    }

    /** Whether a roller is to be looked for. */
    public boolean isSearch() {
        return port.equals(AUTO);
    }

    /** The path to open: a bare name is looked for among the stable USB names. */
    public String path() {
        return port.contains("/") ? port : STABLE_NAMES_FOLDER + port;
    }
}
