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
 * @param outages times in which something of it is missing, in the order in which they ended.
 * @param frameCount frames that lie in the archive.
 * @param clockStepMs how far somebody moved the host's wall clock during the session, 0 when nobody did or when it was cut
 *     off; session time does not depend on it.
 */
public record StoredSession(
        SessionRecord record,
        SessionDocuments documents,
        @Nullable Closed closed,
        List<RollerEvent> events,
        List<Outage> outages,
        long frameCount,
        long clockStepMs) {
    /** Copies the lists. */
    public StoredSession {
        events = List.copyOf(events);
        outages = List.copyOf(outages);
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
