package org.rollscope.access;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are never readable by others, not even for the moment between making and protecting them. */
final class OwnFile {
    private static final Set<PosixFilePermission> SECRET = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnFile() {}

    /** Makes a folder that only its owner enters; one that is there gets that mode. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        } else {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
    }

    /** Writes a file that only its owner reads, in one step. */
    static void writeSecret(Path file, String text) throws IOException {
        write(file, text, SECRET);
    }

    /** Writes a file that everybody may read, in one step. */
    static void writePublic(Path file, String text) throws IOException {
        write(file, text, PUBLIC);
    }

    private static void write(Path file, String text, Set<PosixFilePermission> mode) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(SECRET));
                var out = Channels.newOutputStream(channel)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        Files.setPosixFilePermissions(fresh, mode); // whatever the umask took away
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes all rights of others away from a file that another program made. */
    static void protect(Path file) throws IOException {
        Files.setPosixFilePermissions(file, SECRET);
    }

    /** Whether anybody but the owner may read it. */
    static boolean openToOthers(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(permission -> permission == PosixFilePermission.GROUP_READ
                        || permission == PosixFilePermission.OTHERS_READ
                        || permission == PosixFilePermission.GROUP_WRITE
                        || permission == PosixFilePermission.OTHERS_WRITE);
    }
}
