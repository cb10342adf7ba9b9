package org.rollscope.session;

import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.RawFrame;

/**
 * Records one session.
 *
 * <p><b>Threads.</b> Called from one thread, {@link #state} from any; never waits for the disk and never touches it.
 * <b>Errors.</b> None is thrown: while the disk fails, what comes in waits, and what cannot wait any longer is counted. One
 * warning says when that begins, one line when it is over, and an {@link Outage} stays in the session.
 */
public interface SessionWriter {
    /**
     * Takes in the next frame.
     *
     * @param frame may be used again for other values as soon as the call is over.
     */
    void append(RawFrame frame);

    /** Takes in an event that has ended or is told once. */
    void append(RollerEvent event);

    /** Takes in an outage of the link; the writer itself adds those of the recording. */
    void append(Outage outage);

    /** Sends what was taken in on its way to the disk, instead of waiting for more: for a time without frames. */
    void flush();

    /** Ends the session and returns at once; {@link SessionArchive#close} waits for the rest to reach the disk. */
    void end(StoredSession.Closed closed);

    /** How the recording stands. */
    RecordingState state();
}
