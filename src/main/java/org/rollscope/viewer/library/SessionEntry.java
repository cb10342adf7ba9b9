package org.rollscope.viewer.library;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/**
 * A session in the list.
 *
 * @param record what identifies it; the athlete is a pseudonym.
 * @param state how whole it is.
 * @param file where it was read from; null when it lies in the archive.
 * @param summary what it amounted to; null when it was cut off and nobody has computed it yet.
 * @param holds what its holds amounted to.
 * @param eventCount events.
 * @param lostRatio share of the frames that did not come, 0 to 1; NaN when that is not known.
 */
public record SessionEntry(
        SessionRecord record,
        State state,
        @Nullable Path file,
        @Nullable SessionSummary summary,
        HoldFigures holds,
        int eventCount,
        double lostRatio) {
    /** How whole a session is. */
    public enum State {
        /** It ended in order. */
        WHOLE,
        /** It was cut off, as by a power cut. */
        CUT_OFF,
        /** It is being recorded now. */
        RECORDING
    }

    /** Name of the session. */
    public String sessionId() {
        return record.sessionId();
    }

    /** From the first frame to the last; -1 when nobody knows. */
    public long durationMs() {
        return summary == null ? -1 : summary.durationMs();
    }
}
