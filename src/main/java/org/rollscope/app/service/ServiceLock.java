package org.rollscope.app.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.shell.CommandFailure;

/**
 * One service at a time works on a data folder: a second one would write over the state of the first, remove it at its end, and throw
 * it off its place at the broker.
 *
 * <p>A lock on an empty file, which the system takes back when the process dies, however that comes. Who only reads or records
 * beside a service needs none. <b>Errors.</b> {@link CommandFailure} with one line when another process holds it.
 */
final class ServiceLock {
    private static final String FILE_NAME = "service.lock";

    private final FileChannel channel;

    private ServiceLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of a data folder, which is made when it is missing. */
    static ServiceLock take(Path folder) throws CommandFailure {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CommandFailure(
                        CommandFailure.UNREACHABLE,
                        "another service or replay works on " + folder + "; give this one a folder of its own: --data"
                                + " FOLDER");
            }
            return new ServiceLock(channel);
        } catch (IOException failed) {
            throw new CommandFailure(
                    CommandFailure.UNREACHABLE,
                    "the data folder " + folder + " cannot be written: " + failed.getMessage()
                            + "; name another with --data",
                    failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** Gives it back. */
    void release() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the system takes the lock back when the process ends
        }
    }
}
