package org.rollscope.app.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Who may use a device, and who does.
 *
 * @param present whether it is there.
 * @param readable by this user.
 * @param writable by this user.
 * @param group that may use it; empty when the system does not say.
 * @param heldBy program and process that has it open; empty for none, or none that this user may see.
 */
public record DeviceAccess(boolean present, boolean readable, boolean writable, String group, String heldBy) {
    /** Looks at a device. */
    public static DeviceAccess of(Path device) {
        return new DeviceAccess(
                Files.exists(device),
                Files.isReadable(device),
                Files.isWritable(device),
                groupOf(device),
                holderOf(device, Path.of("/proc")));
    }

    public boolean usable() {
        return readable && writable;
    }

    /** For people, with what to do. */
    public String words() {
        if (!present) {
            return "is not there";
        }
        String allowed = usable()
                ? "may be read and written"
                : readable ? "may be read only" : writable ? "may be written only" : "no permission";
        if (usable() || group.isEmpty()) {
            return allowed + (group.isEmpty() ? "" : " (group " + group + ")");
        }
        return allowed + "; sudo adduser $USER " + group + ", then log in again";
    }

    private static String groupOf(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }

    /** The first process whose open files have the device; those of other users are not shown to everybody. */
    private static String holderOf(Path device, Path processes) {
        Path wanted;
        try {
            wanted = device.toRealPath();
        } catch (IOException gone) {
            return "";
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : folders) {
                if (hasOpen(process, wanted)) {
                    return programName(process) + " (process " + process.getFileName() + ")";
                }
            }
        } catch (IOException hidden) {
            return "";
        }
        return "";
    }

    private static boolean hasOpen(Path process, Path wanted) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (wanted.equals(target(file))) {
                    return true;
                }
            }
        } catch (IOException hidden) {
            return false;
        }
        return false;
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException closed) {
            return descriptor;
        }
    }

    private static String programName(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            return "a program";
        }
    }
}
