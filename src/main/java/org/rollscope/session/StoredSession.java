package org.rollscope.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.LinkCounters;

/**
 * A session as it lies in an archive.
 *
 * @param record what was known at its start.
 * @param documents calibration and settings.
 * @param closed how it ended; null when it was cut off, as by a power cut: its frames are there all the same.
 * @param events events that were stored with it.
 * @param frameCount frames that lie in the archive.
 */
public record StoredSession(
        SessionRecord record,
        SessionDocuments documents,
        @Nullable Closed closed,
        List<RollerEvent> events,
        long frameCount) {
    /** Copies the list. */
    public StoredSession {
        events = List.copyOf(events);
    }

    /**
     * How a session ended.
     *
     * @param endUs session time of the end.
     * @param link what the link counted during it.
     * @param summary what it amounted to.
     */
    public record Closed(long endUs, LinkCounters link, SessionSummary summary) {}
}
