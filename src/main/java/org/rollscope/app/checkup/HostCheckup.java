package org.rollscope.app.checkup;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The doctor's look at the machine: Java, wall clock, data folder. */
final class HostCheckup {
    private static final int OLDEST_JAVA = 17;
    private static final long ANSWER_WAIT_S = 2;
    /** 48 pads at 200 Hz; 119 bytes a frame of which the archive takes 0.19 (decision record 0010). */
    private static final double ARCHIVE_BYTES_PER_HOUR = 3600 * 200 * 119 * 0.19;

    private static final long LEAST_HOURS = 1;
    private static final long FEW_HOURS = 24;

    private HostCheckup() {}

    static Finding java(int featureVersion) {
        return featureVersion >= OLDEST_JAVA
                ? Finding.ok("java", "Java " + featureVersion)
                : Finding.fail("java", "Java " + featureVersion + "; " + OLDEST_JAVA + " or newer is needed");
    }

    /** The wall clock against the installation, which cannot be younger than now. */
    static Finding clock(Instant now, @Nullable Instant installedAt, @Nullable Boolean synchronised) {
        if (installedAt != null && now.isBefore(installedAt)) {
            return Finding.fail(
                    "clock",
                    "it is " + now + " here, before this software was installed (" + installedAt
                            + "); set it: sudo timedatectl set-ntp true");
        }
        if (synchronised == null) {
            return Finding.ok("clock", now + "; whether it is kept by the network cannot be told here");
        }
        return synchronised
                ? Finding.ok("clock", now + ", kept by the network")
                : Finding.warn(
                        "clock",
                        now
                                + ", not kept by the network; dates of sessions may be wrong: sudo timedatectl set-ntp true");
    }

    /** When the program that runs was written to this disk; null when that cannot be told. */
    static @Nullable Instant installedAt() {
        try {
            CodeSource source = HostCheckup.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? null
                    : Files.getLastModifiedTime(Path.of(source.getLocation().toURI()))
                            .toInstant();
        } catch (IOException | URISyntaxException unknown) {
            return null;
        }
    }

    /** Whether the network keeps the clock; null when nobody says. */
    static @Nullable Boolean synchronised() {
        if (Files.exists(Path.of("/run/systemd/timesync/synchronized"))) {
            return true;
        }
        Process asked = null;
        try {
            asked = new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(ANSWER_WAIT_S, TimeUnit.SECONDS) || asked.exitValue() != 0) {
                return null;
            }
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.equals("yes") ? Boolean.TRUE : answer.equals("no") ? Boolean.FALSE : null;
        } catch (IOException missing) {
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            if (asked != null) {
                asked.destroyForcibly();
            }
        }
    }

    /** Whether sessions can be written, and for how long. */
    static Finding disk(Path dataFolder) {
        Path there = dataFolder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            if (!there.equals(dataFolder.toAbsolutePath())) {
                return Files.isWritable(there) && Files.isDirectory(there)
                        ? space(dataFolder, Files.getFileStore(there).getUsableSpace())
                        : unwritable(dataFolder, there + " does not let it be made");
            }
            Files.delete(Files.createTempFile(there, "doctor", ".tmp"));
            return space(dataFolder, Files.getFileStore(there).getUsableSpace());
        } catch (IOException refused) {
            return unwritable(dataFolder, String.valueOf(refused.getMessage()));
        }
    }

    private static Finding unwritable(Path folder, String why) {
        return Finding.fail(
                "disk", folder + " cannot be written (" + why + "); choose another with --data or ROLLSCOPE_DATA");
    }

    static Finding space(Path folder, long freeBytes) {
        long hours = (long) (freeBytes / ARCHIVE_BYTES_PER_HOUR);
        String words = String.format(
                Locale.ROOT,
                "%s: %.1f GB free, %s of recording at 200 Hz",
                folder,
                freeBytes / 1e9,
                hours < LEAST_HOURS ? "less than an hour" : "about " + hours + " hours");
        String advice = "; make room: rollscope sessions backup, then sessions delete";
        return hours < LEAST_HOURS
                ? Finding.fail("disk", words + advice)
                : hours < FEW_HOURS ? Finding.warn("disk", words + advice) : Finding.ok("disk", words);
    }
}
