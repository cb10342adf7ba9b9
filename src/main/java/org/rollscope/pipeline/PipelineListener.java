package org.rollscope.pipeline;

import org.jspecify.annotations.Nullable;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHealth;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.LinkCounters;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.RecordingState;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/**
 * Hears what the pipeline finds.
 *
 * <p><b>Threads.</b> Called from the pipeline's thread; must not wait.
 */
public interface PipelineListener {
    /** A board said who it is; the calibration is null when there is none for it. */
    void device(BoardHello hello, @Nullable String calibrationId);

    /** The roller that is there has another calibration from the next session on. */
    default void calibrated(BoardHello hello, String calibrationId) {
        // not everybody cares
    }

    /** A session began. */
    void sessionStarted(SessionRecord record);

    /** A session ended. */
    void sessionEnded(SessionRecord record, LinkCounters link, SessionSummary summary);

    /**
     * How the two sides of the roller agreed over a session that is about to end.
     *
     * @param medianRatio floor over limb and roller; not a number without ten seconds of load.
     */
    default void lobeAgreement(SessionRecord record, double medianRatio) {
        // not everybody cares
    }

    /** The figures of this moment, 10 to 20 times a second of device time. */
    void live(LiveMetrics metrics);

    /** One calibrated frame. */
    void point(FramePoint point);

    /** An event of the running session. */
    void event(String eventId, String sessionId, long deviceTimeUs, RollerEvent event);

    /**
     * Frames began or ceased to come.
     *
     * @param delivering whether they come.
     * @param words why not, or from where, for people.
     */
    default void link(boolean delivering, String words) {
        // not everybody cares
    }

    /** How the recording of the running session stands, 12 times a second of device time. */
    default void recording(RecordingState state) {
        // not everybody cares
    }

    /** How the board is, every few seconds. */
    default void health(BoardHealth health) {
        // not everybody cares
    }

    /** A button on the roller changed. */
    default void button(ButtonChange change) {
        // not everybody cares
    }

    /** Something that people should read: one line. */
    void notice(String line);
}
