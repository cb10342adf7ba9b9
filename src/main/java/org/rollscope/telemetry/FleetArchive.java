package org.rollscope.telemetry;

import java.util.List;
import org.rollscope.session.ArchiveException;

/**
 * Keeps the events and summaries of many rollers, each once: an event by roller, {@code event_id} and {@code phase}, a summary by
 * roller and {@code session_id}. What comes again changes nothing.
 *
 * <p><b>Errors.</b> A disk that is full or fails is an {@link ArchiveException}; nothing of that call has happened, and a later
 * one may work. <b>Threads.</b> One caller at a time.
 */
public interface FleetArchive {
    /**
     * How many of some messages were new.
     *
     * @param eventCount new events; opening and closing message count as two.
     * @param summaryCount new summaries.
     * @param knownCount messages that were there already.
     */
    record Kept(long eventCount, long summaryCount, long knownCount) {
        /** Nothing. */
        public static final Kept NONE = new Kept(0, 0, 0);

        /** Both together. */
        public Kept plus(Kept other) {
            return new Kept(
                    eventCount + other.eventCount, summaryCount + other.summaryCount, knownCount + other.knownCount);
        }
    }

    /** Takes messages in, all or nothing; on the disk when it returns. */
    Kept keep(List<FleetMessage> messages) throws ArchiveException;
}
