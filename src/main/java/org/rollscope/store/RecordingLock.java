package org.rollscope.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows other processes that a session is being recorded: a small file beside the archive, locked as long as the recording
 * lives. The system releases the lock of a process that was killed; the file it leaves means nothing.
 */
final class RecordingLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingLock.class);

    private final Path file;
    private final FileChannel channel;

    private RecordingLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    private static Path file(Path archive, String sessionId) {
        return archive.resolveSibling(sessionId + ".recording");
    }

    /** Takes the lock; null where that cannot be done, as on a full disk: recording goes on without. */
    static @Nullable RecordingLock take(Path archive, String sessionId) {
        Path file = file(archive, sessionId);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            return new RecordingLock(file, channel);
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException refused) {
            LOG.debug("no lock for the recording of session {}", sessionId, refused);
            return null;
        }
    }

    /** Whether some process records the session now. */
    static boolean isTaken(Path archive, String sessionId) {
        Path file = file(archive, sessionId);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ourselves) {
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Removes what a killed recording left. */
    static void forget(Path archive, String sessionId) throws IOException {
        Files.deleteIfExists(file(archive, sessionId));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException failed) {
            LOG.debug("the lock file {} stays", file, failed);
        }
    }
}
