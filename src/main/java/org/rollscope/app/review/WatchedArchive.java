package org.rollscope.app.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollscope.frame.RawFrame;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionArchive;
import org.rollscope.session.SessionDocuments;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;
import org.rollscope.session.StoredSession;
import org.rollscope.viewer.library.Progress;

/** An archive whose reading tells how far it is, and can be ended at any frame. */
final class WatchedArchive implements SessionArchive {
    private final SessionArchive archive;
    private final Progress progress;
    private final long totalCount;
    private long doneCount;

    /**
     * Watches.
     *
     * @param archive is closed with this.
     * @param progress told after each frame.
     * @param totalCount frames that will be read, over all readings; 0 when nobody knows.
     */
    WatchedArchive(SessionArchive archive, Progress progress, long totalCount) {
        this.archive = archive;
        this.progress = progress;
        this.totalCount = totalCount;
    }

    @Override
    public void frames(String sessionId, Consumer<RawFrame> frames) throws ArchiveException {
        archive.frames(sessionId, frame -> {
            frames.accept(frame);
            progress.at(Math.min(++doneCount, Math.max(1, totalCount)), totalCount);
        });
    }

    @Override
    public SessionWriter begin(SessionRecord record, SessionDocuments documents) throws ArchiveException {
        return archive.begin(record, documents);
    }

    @Override
    public String freeId(String wantedId) {
        return archive.freeId(wantedId);
    }

    @Override
    public List<StoredSession> sessions() throws ArchiveException {
        return archive.sessions();
    }

    @Override
    public List<String> sessionIds() throws ArchiveException {
        return archive.sessionIds();
    }

    @Override
    public Optional<StoredSession> session(String sessionId) throws ArchiveException {
        return archive.session(sessionId);
    }

    @Override
    public Verification verify(Consumer<Long> told) throws ArchiveException {
        return archive.verify(told);
    }

    @Override
    public void close() {
        archive.close();
    }
}
