package org.rollscope.app.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.sessions.ExportLog;
import org.rollscope.app.sessions.SessionNotes;
import org.rollscope.app.shell.CommandFailure;
import org.rollscope.export.ExportFormat;
import org.rollscope.export.Exporter;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionSummary;
import org.rollscope.session.StoredSession;
import org.rollscope.store.ArchiveFiles;
import org.rollscope.store.SqliteSessionArchive;
import org.rollscope.viewer.library.EffectPage;
import org.rollscope.viewer.library.HoldFigures;
import org.rollscope.viewer.library.LibraryException;
import org.rollscope.viewer.library.Note;
import org.rollscope.viewer.library.PadTrace;
import org.rollscope.viewer.library.Progress;
import org.rollscope.viewer.library.ReviewedSession;
import org.rollscope.viewer.library.SessionEntry;
import org.rollscope.viewer.library.SessionLibrary;
import org.rollscope.viewer.library.TimeWindow;

/**
 * The archive of a data folder and files that were opened, for the viewer's review.
 *
 * <p>The archive is opened for each work and closed after it: a service may record into it meanwhile. <b>Threads.</b> One at a time.
 */
public final class LocalLibrary implements SessionLibrary {
    /** Readings of all frames that a work takes: what a session amounts to, then the work itself. */
    private static final int EXPORT_READINGS_COUNT = 2;

    private static final int SELECTION_READINGS_COUNT = 3;

    private final Path dataFolder;
    private final OpenedFiles files;
    private final LibraryWriter written;

    /**
     * A library; nothing is read yet.
     *
     * @param dataFolder where the archive lies, if there is one.
     * @param configFolder settings with which files are computed.
     */
    public LocalLibrary(Path dataFolder, Path configFolder) {
        this.dataFolder = dataFolder;
        this.files = new OpenedFiles(configFolder);
        this.written = new LibraryWriter(configFolder);
    }

    @Override
    public String place() {
        return dataFolder.toString();
    }

    @Override
    public List<SessionEntry> sessions(Progress progress) throws LibraryException {
        return answered(() -> {
            List<SessionEntry> entries = new ArrayList<>();
            if (Files.exists(dataFolder.resolve(SqliteSessionArchive.FILE_NAME))) {
                addEntries(entries, dataFolder, null, progress);
            }
            for (String sessionId : files.sessionIds()) {
                OpenedFiles.Opened opened = opened(sessionId);
                addEntries(entries, opened.folder(), opened.file(), progress);
            }
            return entries;
        });
    }

    private static void addEntries(List<SessionEntry> entries, Path folder, @Nullable Path file, Progress progress)
            throws ArchiveException {
        ArchiveFiles recording = ArchiveFiles.of(folder);
        try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
            List<String> sessionIds = archive.sessionIds();
            for (int index = 0; index < sessionIds.size(); index++) {
                archive.session(sessionIds.get(index)).ifPresent(stored -> entries.add(entry(recording, stored, file)));
                progress.at(index + 1L, sessionIds.size());
            }
        }
    }

    private static SessionEntry entry(ArchiveFiles recording, StoredSession stored, @Nullable Path file) {
        StoredSession.Closed closed = stored.closed();
        SessionSummary summary = closed == null ? null : closed.summary();
        SessionEntry.State state = closed != null
                ? SessionEntry.State.WHOLE
                : recording.isRecording(stored.record().sessionId())
                        ? SessionEntry.State.RECORDING
                        : SessionEntry.State.CUT_OFF;
        return new SessionEntry(
                stored.record(),
                state,
                file,
                summary,
                HoldFigures.of(stored.events()),
                stored.events().size(),
                closed == null ? Double.NaN : lostRatio(closed.link()));
    }

    private static double lostRatio(LinkCounters link) {
        long sentCount = link.frameCount() + link.lostFrameCount();
        return sentCount == 0 ? 0 : (double) link.lostFrameCount() / sentCount;
    }

    @Override
    public SessionEntry open(Path file, Progress progress) throws LibraryException {
        return answered(() -> {
            progress.at(0, 0);
            String sessionId = files.open(file);
            progress.at(1, 1);
            Path folder = opened(sessionId).folder();
            try (SessionArchive archive = SqliteSessionArchive.open(folder)) {
                return entry(ArchiveFiles.of(folder), stored(archive, sessionId), file);
            }
        });
    }

    @Override
    public ReviewedSession load(String sessionId, Progress progress) throws LibraryException {
        return read(sessionId, 1, progress, (archive, stored) -> {
            OpenedFiles.Opened opened = files.of(sessionId);
            ArchiveFiles recording = ArchiveFiles.of(folder(sessionId));
            return SessionLoad.of(archive, stored, entry(recording, stored, opened == null ? null : opened.file()));
        });
    }

    @Override
    public List<PadTrace> pads(ReviewedSession session, List<Integer> padIndexes, Progress progress)
            throws LibraryException {
        return read(
                session.entry().sessionId(),
                1,
                progress,
                (archive, stored) -> SessionLoad.pads(archive, stored, session, padIndexes));
    }

    @Override
    public List<String> formats() {
        return Exporter.FORMATS.stream().map(ExportFormat::word).toList();
    }

    @Override
    public List<String> selectionFormats() {
        return List.of("csv", "parquet", "hdf5", "mat");
    }

    @Override
    public void export(String sessionId, String format, Path folder, Progress progress) throws LibraryException {
        read(
                sessionId,
                EXPORT_READINGS_COUNT,
                progress,
                (archive, stored) -> written.whole(archive, stored, folder(sessionId), format, folder));
        noteWritten(folder, List.of(sessionId));
    }

    @Override
    public void exportSelection(String sessionId, TimeWindow selection, String format, Path folder, Progress progress)
            throws LibraryException {
        read(
                sessionId,
                SELECTION_READINGS_COUNT,
                progress,
                (archive, stored) -> written.part(archive, stored, folder(sessionId), selection, format, folder));
        noteWritten(folder, List.of(sessionId));
    }

    @Override
    public void report(String sessionId, Path file, Progress progress) throws LibraryException {
        read(
                sessionId,
                EXPORT_READINGS_COUNT,
                progress,
                (archive, stored) -> written.report(archive, stored, folder(sessionId), file));
        noteWritten(file, List.of(sessionId));
    }

    @Override
    public Optional<EffectPage> effect(String sessionId, Progress progress) throws LibraryException {
        return read(sessionId, 1, progress, (archive, stored) -> written.effect(archive, stored, folder(sessionId)));
    }

    @Override
    public void pictureWritten(Path file, List<String> sessionIds) throws LibraryException {
        noteWritten(file, sessionIds);
    }

    /** Of sessions of the archive: who deletes their athlete finds what was written. */
    private void noteWritten(Path target, List<String> sessionIds) throws LibraryException {
        answered(() -> {
            List<String> ofArchive =
                    sessionIds.stream().filter(id -> files.of(id) == null).toList();
            if (!ofArchive.isEmpty()) {
                new ExportLog(dataFolder).note(target, ofArchive);
            }
            return target;
        });
    }

    @Override
    public List<Note> notes(String sessionId) throws LibraryException {
        return answered(() -> new SessionNotes(folder(sessionId))
                .of(sessionId).stream()
                        .map(kept -> new Note(
                                kept.noteId(),
                                kept.startUs(),
                                kept.endUs(),
                                kept.text(),
                                Instant.parse(kept.writtenAt())))
                        .toList());
    }

    @Override
    public void addNote(String sessionId, Note note) throws LibraryException {
        if (files.of(sessionId) != null) {
            throw new LibraryException(
                    "notes on an opened file are not kept; take it into the archive: rollscope import "
                            + opened(sessionId).file());
        }
        read(sessionId, 1, Progress.NONE, (archive, stored) -> {
            new SessionNotes(dataFolder)
                    .add(new SessionNotes.Kept(
                            sessionId,
                            stored.record().athleteId(),
                            note.noteId(),
                            note.startUs(),
                            note.endUs(),
                            note.text(),
                            note.writtenAt().toString()));
            return note;
        });
    }

    @Override
    public void removeNote(String sessionId, Note note) throws LibraryException {
        answered(() -> {
            new SessionNotes(folder(sessionId)).remove(sessionId, note.noteId());
            return note;
        });
    }

    @Override
    public void close() {
        files.close();
    }

    private OpenedFiles.Opened opened(String sessionId) {
        OpenedFiles.Opened opened = files.of(sessionId);
        if (opened == null) {
            throw new IllegalArgumentException("no opened file has session " + sessionId);
        }
        return opened;
    }

    private Path folder(String sessionId) {
        OpenedFiles.Opened opened = files.of(sessionId);
        return opened == null ? dataFolder : opened.folder();
    }

    private StoredSession stored(SessionArchive archive, String sessionId) throws ArchiveException, CommandFailure {
        return archive.session(sessionId)
                .orElseThrow(() -> new CommandFailure(
                        CommandFailure.WORK_FAILED,
                        "session " + sessionId + " is not in " + dataFolder
                                + " any more; somebody deleted it, read the list again"));
    }

    /** A work that reads the frames of a session so many times. */
    private <T> T read(String sessionId, int readingsCount, Progress progress, ArchiveWork<T> work)
            throws LibraryException {
        return answered(() -> {
            try (SessionArchive archive = SqliteSessionArchive.open(folder(sessionId))) {
                StoredSession stored = stored(archive, sessionId);
                int countedCount = readingsCount + (stored.closed() == null ? 1 : 0);
                progress.at(0, countedCount * stored.frameCount());
                return work.of(new WatchedArchive(archive, progress, countedCount * stored.frameCount()), stored);
            }
        });
    }

    private static <T> T answered(Work<T> work) throws LibraryException {
        try {
            return work.done();
        } catch (CommandFailure | ArchiveException | IOException failed) {
            throw new LibraryException(String.valueOf(failed.getMessage()), failed);
        }
    }

    /** Something that may fail in words. */
    private interface Work<T> {
        T done() throws CommandFailure, ArchiveException, IOException, LibraryException;
    }

    /** Something with an open archive. */
    private interface ArchiveWork<T> {
        T of(SessionArchive archive, StoredSession stored) throws CommandFailure, ArchiveException, IOException;
    }
}
