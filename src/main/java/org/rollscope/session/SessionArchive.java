package org.rollscope.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollscope.frame.RawFrame;

/**
 * Where sessions are kept.
 *
 * <p>Reading sees every session that was ended before through the same object; it waits for those that are still on their
 * way to a disk that works.
 *
 * <p><b>Threads.</b> Any, one call at a time; writers run beside.
 */
public interface SessionArchive extends AutoCloseable {
    /**
     * Begins to record; returns at once, without touching the disk.
     *
     * @param record what is known of the session.
     * @param documents calibration and settings.
     * @return its writer.
     * @throws ArchiveException when the archive has a session of that name.
     */
    SessionWriter begin(SessionRecord record, SessionDocuments documents) throws ArchiveException;

    /**
     * A name for a new session that no session of the archive has, without touching the disk.
     *
     * @param wantedId the name if it is free; otherwise one that begins with it.
     */
    String freeId(String wantedId);

    /** All sessions in the order in which they were recorded, whatever the wall clock said. */
    List<StoredSession> sessions() throws ArchiveException;

    /** Ids of all sessions in that order, without reading them: sessions are many, and one may be damaged. */
    List<String> sessionIds() throws ArchiveException;

    /** One session by its id. */
    Optional<StoredSession> session(String sessionId) throws ArchiveException;

    /**
     * Reads the frames of a session in order.
     *
     * @throws ArchiveException when a block is damaged; the frames before it have been given.
     */
    void frames(String sessionId, Consumer<RawFrame> frames) throws ArchiveException;

    /**
     * Checks every block of every session.
     *
     * @param progress told the number of blocks checked so far, now and then.
     */
    Verification verify(Consumer<Long> progress) throws ArchiveException;

    /** Ends the access; waits up to a minute for sessions whose end is still on its way to the disk. */
    @Override
    void close();

    /**
     * What a check found.
     *
     * @param sessionCount sessions.
     * @param blockCount blocks.
     * @param frameCount frames in sound blocks.
     * @param problems one line for each damaged block.
     */
    record Verification(int sessionCount, long blockCount, long frameCount, List<String> problems) {
        /** Copies the list. */
        public Verification {
            problems = List.copyOf(problems);
        }
    }
}
