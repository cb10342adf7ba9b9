package org.rollscope.app.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.app.shell.RetentionSettings;
import org.rollscope.export.ParquetCache;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import org.rollscope.store.SqliteSessionArchive;

/**
 * What a data folder holds for longer than its owner wants.
 *
 * <p>A Raspberry Pi has no clock of its own: one that starts in 1970 dates sessions wrongly, one that jumps ahead makes all of them
 * old. Sessions from before {@link #FIRST_YEAR_START} are therefore left alone, and {@link Due#isPlausible} tells a round that nobody looks at
 * when to leave its hands off.
 */
public final class Retention {
    /** Nobody recorded anything before: such a date is a clock that was not set. */
    static final Instant FIRST_YEAR_START = Instant.parse("2020-01-01T00:00:00Z");
    /** A round by itself deletes no more than this share of a folder that holds several sessions. Chosen by us. */
    private static final double MOST_RATIO = 0.5;

    private static final int SEVERAL_COUNT = 4;

    private final Path dataFolder;
    private final RetentionSettings settings;
    private final Instant now;

    /** What is due now. */
    public Retention(Path dataFolder, RetentionSettings settings, Instant now) {
        this.dataFolder = dataFolder;
        this.settings = settings;
        this.now = now;
    }

    /**
     * What is too old.
     *
     * @param sessions to be deleted, oldest first.
     * @param copies files of deleted sessions.
     * @param keptCount sessions that stay.
     */
    public record Due(List<StoredSession> sessions, List<Path> copies, int keptCount) {
        /** Copies the lists. */
        public Due {
            sessions = List.copyOf(sessions);
            copies = List.copyOf(copies);
        }

        /** Whether there is nothing to do. */
        public boolean isEmpty() {
            return sessions.isEmpty() && copies.isEmpty();
        }

        /** Whether a clock that jumped is a less likely reason than age. */
        public boolean isPlausible() {
            int allCount = sessions.size() + keptCount;
            return allCount < SEVERAL_COUNT || sessions.size() <= MOST_RATIO * allCount;
        }
    }

    /** Looks for what is too old. */
    public Due due() throws ArchiveException, IOException {
        List<StoredSession> old = new ArrayList<>();
        int keptCount = 0;
        if (Files.exists(dataFolder.resolve(SqliteSessionArchive.FILE_NAME))) {
            ArchiveFiles files = ArchiveFiles.of(dataFolder);
            try (SessionArchive archive = SqliteSessionArchive.open(dataFolder)) {
                for (StoredSession stored : archive.sessions()) {
                    boolean running = stored.closed() == null
                            && files.isRecording(stored.record().sessionId());
                    if (!running && isOld(stored.record().startedAt(), settings.sessionDays())) {
                        old.add(stored);
                    } else {
                        keptCount++;
                    }
                }
            }
        }
        return new Due(old, oldCopies(), keptCount);
    }

    private boolean isOld(Instant since, int limitDays) {
        return limitDays > 0
                && since.isAfter(FIRST_YEAR_START)
                && Duration.between(since, now).compareTo(Duration.ofDays(limitDays)) > 0;
    }

    private List<Path> oldCopies() throws IOException {
        Path folder = dataFolder.resolve(ArchiveFiles.DELETED_FOLDER_NAME);
        List<Path> old = new ArrayList<>();
        if (settings.deletedCopyDays() > 0 && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (isOld(Files.getLastModifiedTime(file).toInstant(), settings.deletedCopyDays())) {
                        old.add(file);
                    }
                }
            }
        }
        return old;
    }

    /** Deletes what is due, for ever. */
    public void delete(Due due) throws ArchiveException, IOException {
        if (!due.sessions().isEmpty()) {
            ArchiveFiles files = ArchiveFiles.of(dataFolder);
            for (StoredSession stored : due.sessions()) {
                ParquetCache.forget(dataFolder, stored.record().sessionId());
                files.delete(stored.record().sessionId());
            }
            forgetNotes(due);
        }
        for (Path copy : due.copies()) {
            Files.deleteIfExists(copy);
        }
    }

    private void forgetNotes(Due due) throws IOException {
        try {
            new SessionNotes(dataFolder)
                    .forgetSessions(due.sessions().stream()
                            .map(stored -> stored.record().sessionId())
                            .toList());
        } catch (CommandFailure failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }
}
