package org.rollscope.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are whole at every moment: the old text or the new, never a part. <b>Threads.</b> Stateless. */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Puts a text in place of a file, on the disk when this returns; makes the folder when it is missing.
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
            sync(fresh, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
