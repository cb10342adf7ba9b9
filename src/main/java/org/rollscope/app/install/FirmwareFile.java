package org.rollscope.app.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.rollscope.app.shell.CommandFailure;

/**
 * A file of firmware in Intel's hexadecimal form, whole and with sound checksums.
 *
 * @param path where it lies.
 * @param version what it says of itself, as {@code 0.1.0}; empty for firmware of another kind.
 * @param baud line rate that it says of itself; 0 for firmware of another kind.
 * @param lengthBytes how much of the flash it fills.
 */
record FirmwareFile(Path path, String version, int baud, int lengthBytes) {
    /** As {@code hardware/firmware/identity.c} has it; three numbers of the version and the line rate follow. */
    private static final byte[] MARK = "rollscope firmware\0".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION_BYTES = 3;
    private static final int RATE_BYTES = 4;
    /** Flash of an ATmega1284P. */
    private static final int FLASH_BYTES = 131_072;

    private static final int BYTE_MASK = 0xff;
    private static final int BLANK = 0xff;

    /** Reads it. */
    static FirmwareFile read(Path path) throws CommandFailure {
        try {
            return of(path, Files.readAllLines(path, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException none) {
            throw new CommandFailure(CommandFailure.UNREACHABLE, "there is no firmware in " + path, none);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE, path + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    boolean isOurs() {
        return !version.isEmpty();
    }

    private static FirmwareFile of(Path path, List<String> lines) throws CommandFailure {
        byte[] flash = new byte[FLASH_BYTES];
        Arrays.fill(flash, (byte) BLANK);
        int baseIndex = 0;
        int lengthBytes = 0;
        boolean ended = false;
        for (int index = 0; index < lines.size() && !ended; index++) {
            byte[] line = line(path, index + 1, lines.get(index).strip());
            int countBytes = line[0] & BYTE_MASK;
            int fromIndex = baseIndex + ((line[1] & BYTE_MASK) << 8) + (line[2] & BYTE_MASK);
            switch (line[3]) {
                case 0 -> {
                    if (fromIndex + countBytes > FLASH_BYTES) {
                        throw damaged(path, index + 1, "lies beyond the chip's memory");
                    }
                    System.arraycopy(line, 4, flash, fromIndex, countBytes);
                    lengthBytes = Math.max(lengthBytes, fromIndex + countBytes);
                }
                case 1 -> ended = true;
                case 2 -> baseIndex = (((line[4] & BYTE_MASK) << 8) + (line[5] & BYTE_MASK)) << 4;
                case 4 -> baseIndex = (((line[4] & BYTE_MASK) << 8) + (line[5] & BYTE_MASK)) << 16;
                default -> {
                    // where a program begins: an AVR begins at 0
                }
            }
        }
        if (!ended) {
            throw damaged(path, lines.size(), "the file's end is missing; was it cut off?");
        }
        return marked(path, flash, lengthBytes);
    }

    private static byte[] line(Path path, int lineIndex, String text) throws CommandFailure {
        if (!text.matches(":([0-9A-Fa-f]{2}){5,}")) {
            throw damaged(path, lineIndex, "is no line of Intel's hexadecimal form");
        }
        byte[] line = HexFormat.of().parseHex(text.substring(1));
        int sum = 0;
        for (byte one : line) {
            sum += one;
        }
        int countBytes = line[0] & BYTE_MASK;
        if ((sum & BYTE_MASK) != 0 || line.length != countBytes + 5 || (isAddress(line[3]) && countBytes != 2)) {
            throw damaged(path, lineIndex, "has a wrong checksum or length; copy the file again");
        }
        return line;
    }

    private static boolean isAddress(byte type) {
        return type == 2 || type == 4;
    }

    private static CommandFailure damaged(Path path, int lineIndex, String why) {
        return new CommandFailure(CommandFailure.WRONG_USAGE, path + ":" + lineIndex + ": " + why);
    }

    private static FirmwareFile marked(Path path, byte[] flash, int lengthBytes) {
        int lastIndex = lengthBytes - MARK.length - VERSION_BYTES - RATE_BYTES;
        for (int index = 0; index <= lastIndex; index++) {
            if (Arrays.equals(flash, index, index + MARK.length, MARK, 0, MARK.length)) {
                int at = index + MARK.length;
                String version =
                        (flash[at] & BYTE_MASK) + "." + (flash[at + 1] & BYTE_MASK) + "." + (flash[at + 2] & BYTE_MASK);
                int baud = 0;
                for (int part = RATE_BYTES - 1; part >= 0; part--) {
                    baud = (baud << 8) + (flash[at + VERSION_BYTES + part] & BYTE_MASK);
                }
                return new FirmwareFile(path, version, baud, lengthBytes);
            }
        }
        return new FirmwareFile(path, "", 0, lengthBytes);
    }
}
