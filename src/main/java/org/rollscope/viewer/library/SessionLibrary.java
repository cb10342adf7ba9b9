package org.rollscope.viewer.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Recorded sessions, wherever they lie.
 *
 * <p><b>Errors.</b> {@link LibraryException} with one line for people; {@link java.util.concurrent.CancellationException} when the progress ends a
 * work. What is written appears under its name only when it is whole. <b>Threads.</b> One at a time; each call may take long.
 */
public interface SessionLibrary extends AutoCloseable {
    /** Where its sessions lie, for people. */
    String place();

    /** All sessions in the order in which they were recorded, and after them the files that were opened. */
    List<SessionEntry> sessions(Progress progress) throws LibraryException;

    /**
     * Opens a recording for this library's life; nothing of it gets into the archive.
     *
     * @param file a {@code .rsw} file, calibration.json and session.json beside it.
     */
    SessionEntry open(Path file, Progress progress) throws LibraryException;

    /** Computes the lines of a session. */
    ReviewedSession load(String sessionId, Progress progress) throws LibraryException;

    /**
     * Reads what some pads measured.
     *
     * @param session as loaded.
     * @param padIndexes at most {@link PadTrace#MOST_PADS_COUNT}.
     */
    List<PadTrace> pads(ReviewedSession session, List<Integer> padIndexes, Progress progress) throws LibraryException;

    /** Names of the formats in which a whole session can be exported. */
    List<String> formats();

    /** Those in which a part of one can. */
    List<String> selectionFormats();

    /**
     * Exports a session into a new folder.
     *
     * @param sessionId which.
     * @param format one of {@link #formats}.
     * @param folder nothing, or an empty folder, may stand there.
     */
    void export(String sessionId, String format, Path folder, Progress progress) throws LibraryException;

    /**
     * Exports a part of a session into a new folder; its events and figures are those of the part.
     *
     * @param sessionId which.
     * @param selection frames from its begin to before its end.
     * @param format one of {@link #selectionFormats}.
     * @param folder nothing, or an empty folder, may stand there.
     */
    void exportSelection(String sessionId, TimeWindow selection, String format, Path folder, Progress progress)
            throws LibraryException;

    /**
     * Writes the page for athlete and coach.
     *
     * @param sessionId which.
     * @param file ends in .pdf or .html; replaced when it exists, the caller has asked.
     */
    void report(String sessionId, Path file, Progress progress) throws LibraryException;

    /** What the weeks up to a session show of its athlete; empty for the athlete's first session. */
    Optional<EffectPage> effect(String sessionId, Progress progress) throws LibraryException;

    /** A picture of sessions was written: who deletes their athlete finds it. */
    void pictureWritten(Path file, List<String> sessionIds) throws LibraryException;

    /** Notes on a session by their time. */
    List<Note> notes(String sessionId) throws LibraryException;

    /** Adds a note, or puts one back that was taken away. */
    void addNote(String sessionId, Note note) throws LibraryException;

    /** Takes a note away. */
    void removeNote(String sessionId, Note note) throws LibraryException;

    /** Gives back what opened files took. */
    @Override
    void close();
}
