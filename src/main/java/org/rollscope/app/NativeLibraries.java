package org.rollscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the libraries load their machine code from the installation.
 *
 * <p>By themselves they unpack it at every start into the folder for temporary files, where on many machines every user may
 * write: code that somebody else could exchange, and wear on a memory card. What the build lays beside the jar is used
 * instead; whoever sets one of the properties by hand is left alone. Where nothing is shipped for a machine, the libraries do
 * it their own way, and one line says so.
 */
final class NativeLibraries {
    static final String SERIAL_FOLDER = "jSerialComm.library.path";
    static final String SQLITE_FOLDER = "org.sqlite.lib.path";
    static final String PI_FOLDER = "pi4j.library.path";
    static final String JNA_FOLDER = "jna.boot.library.path";

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);

    private NativeLibraries() {}

    /**
     * Sets where the libraries look; comes before the first of them is used.
     *
     * @param home folder of the installation.
     * @return whether all of them are shipped for this machine; only machine code for Linux is.
     */
    static boolean useShipped(Path home) {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return false;
        }
        Path unpacked = home.resolve("natives");
        Path natives =
                Files.isDirectory(unpacked) ? unpacked : home.resolve("target").resolve("natives");
        return useShipped(natives, System.getProperty("os.arch", ""));
    }

    static boolean useShipped(Path natives, String architecture) {
        Path serial = natives.resolve("jSerialComm");
        Path sqlite = natives.resolve("sqlite/org/sqlite/native/Linux").resolve(sqliteName(architecture));
        useShippedPi(natives, architecture);
        boolean shipped = Files.isReadable(serial.resolve("Linux")
                        .resolve(serialName(architecture))
                        .resolve("libjSerialComm.so"))
                && Files.isReadable(sqlite.resolve("libsqlitejdbc.so"));
        if (shipped) {
            setUnlessSet(SERIAL_FOLDER, serial);
            setUnlessSet(SQLITE_FOLDER, sqlite);
        } else {
            LOG.info(
                    "no machine code for {} in {}: the libraries unpack theirs into {}",
                    architecture,
                    natives,
                    System.getProperty("java.io.tmpdir"));
        }
        return shipped;
    }

    /** What reads the buses of a Pi; there is some of it only for machines that have such buses. */
    private static void useShippedPi(Path natives, String architecture) {
        Path pi = natives.resolve("pi4j").resolve(piName(architecture));
        if (Files.isReadable(pi.resolve("libpi4j-linuxfs.so"))) {
            setUnlessSet(PI_FOLDER, pi);
        }
        Path jna = natives.resolve("jna").resolve(jnaName(architecture));
        if (Files.isReadable(jna.resolve("libjnidispatch.so"))) {
            setUnlessSet(JNA_FOLDER, jna);
        }
    }

    private static void setUnlessSet(String property, Path folder) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, folder.toAbsolutePath().toString());
        }
    }

    /** 32-bit ARM: the code for the oldest Raspberry Pi runs on all. */
    private static String sqliteName(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "aarch64";
            case "arm" -> "armv6";
            default -> "none";
        };
    }

    private static String piName(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "aarch64" -> "aarch64";
            case "arm" -> "armhf";
            default -> "none";
        };
    }

    private static String jnaName(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "linux-x86-64";
            case "aarch64" -> "linux-aarch64";
            case "arm" -> "linux-arm";
            default -> "none";
        };
    }

    private static String serialName(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "armv8_64";
            case "arm" -> "armv6hf";
            default -> "none";
        };
    }
}
