package org.rollscope.session;

import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;

/**
 * Records one session.
 *
 * <p><b>Threads.</b> Called from one thread; never waits for the disk. <b>Errors.</b> A disk that fails is said once and
 * counted; live figures go on.
 */
public interface SessionWriter {
    /** Takes in the next frame. */
    void append(RawFrame frame);

    /** Takes in an event that has ended or is told once. */
    void append(RollerEvent event);

    /** Ends the session; returns when everything is on disk or has failed. */
    void end(StoredSession.Closed closed);

    /** Frames that could not be recorded. */
    long unrecordedFrameCount();
}
