package org.rollscope.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are whole at every moment: the old text or the new, never a part. <b>Threads.</b> Stateless. */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Puts a text in place of a file, on the disk when this returns; makes the folder when it is missing. Who may read and write
     * the file stays as it was.
     *
     * @param file to be made or replaced.
     * @param text whole content.
     */
    public static void replace(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file in a folder");
        }
        Files.createDirectories(folder);
        Path fresh = file.resolveSibling(
                file.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            Files.writeString(fresh, text);
            if (Files.exists(file)) {
                keepAccess(file, fresh);
            }
            sync(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes a folder that nobody but its owner looks into, as far as the disk knows of owners. */
    public static void makeOwnFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Owner, group and mode, as far as the disk has them and this user may set them. */
    private static void keepAccess(Path from, Path to) throws IOException {
        PosixFileAttributeView is = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView shall = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (is == null || shall == null) {
            return;
        }
        PosixFileAttributes kept = is.readAttributes();
        PosixFileAttributes fresh = shall.readAttributes();
        if (!fresh.owner().equals(kept.owner()) || !fresh.group().equals(kept.group())) {
            try {
                shall.setOwner(kept.owner());
                shall.setGroup(kept.group());
            } catch (FileSystemException notAllowed) {
                // a user who may write the folder, but not give files away
            }
        }
        if (!fresh.permissions().equals(kept.permissions())) {
            shall.setPermissions(kept.permissions());
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
