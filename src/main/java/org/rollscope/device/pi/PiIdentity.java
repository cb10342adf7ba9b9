package org.rollscope.device.pi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who this machine is, for the name of its calibration: there is no board that could have a serial of its own.
 *
 * <p>A Raspberry Pi's processor has a serial. Another machine has the identity of its installation, of which only a digest is used,
 * as its makers ask for.
 *
 * @param boardSerialId never 0.
 * @param origin where it comes from, for people.
 */
public record PiIdentity(long boardSerialId, String origin) {
    /** Upper quarter of an identity that is not a processor's: the letters "Pi". */
    private static final long DIGEST_PREFIX_ID = 0x5069_0000_0000_0000L;

    private static final int DIGEST_SHIFT_BITS = 16;
    private static final Pattern CPUINFO_SERIAL = Pattern.compile("(?m)^Serial\\s*:\\s*([0-9a-fA-F]{8,16})\\s*$");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{8,16}");

    /**
     * Looks for it.
     *
     * @param root the file system's root.
     * @return empty when the machine has none.
     */
    public static Optional<PiIdentity> of(Path root) {
        String serial = text(root.resolve("proc/device-tree/serial-number"))
                .replace("\0", "")
                .strip();
        if (HEX.matcher(serial).matches() && isSerial(serial)) {
            return Optional.of(ofSerial(serial));
        }
        Matcher line = CPUINFO_SERIAL.matcher(text(root.resolve("proc/cpuinfo")));
        if (line.find() && isSerial(line.group(1))) {
            return Optional.of(ofSerial(line.group(1)));
        }
        String machineId = text(root.resolve("etc/machine-id")).strip();
        return machineId.isEmpty() ? Optional.empty() : Optional.of(ofMachine(machineId));
    }

    /** As sixteen hexadecimal digits: the name of its calibration file. */
    public String boardSerial() {
        return String.format(Locale.ROOT, "%016x", boardSerialId);
    }

    private static boolean isSerial(String hexDigits) {
        return Long.parseUnsignedLong(hexDigits, 16) != 0;
    }

    private static PiIdentity ofSerial(String hexDigits) {
        return new PiIdentity(Long.parseUnsignedLong(hexDigits, 16), "the processor's serial");
    }

    private static PiIdentity ofMachine(String machineId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("rollscope " + machineId).getBytes(StandardCharsets.UTF_8));
            long digestId = ByteBuffer.wrap(digest).getLong() >>> DIGEST_SHIFT_BITS;
            return new PiIdentity(DIGEST_PREFIX_ID | digestId, "a digest of the installation's /etc/machine-id");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException absent) {
            return "";
        }
    }
}
