package org.rollscope.pipeline;

import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.session.ArchiveException;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionWriter;

/** What the pipeline asks of the outside: calibrations, names for new sessions, and writers for them. */
public interface SessionOpener {
    /** The calibration for a board; null when there is none. */
    @Nullable
    RollerCalibration calibration(BoardHello hello);

    /**
     * Names a session.
     *
     * @param hello the board's description.
     * @param calibration of its roller.
     * @param sinceMs how long ago its first frame was sampled.
     */
    SessionRecord describe(BoardHello hello, RollerCalibration calibration, long sinceMs);

    /**
     * Opens the recording of a session.
     *
     * @throws ArchiveException when nothing can be written; the session then runs unrecorded, and people are told.
     */
    SessionWriter record(SessionRecord record, RollerCalibration calibration) throws ArchiveException;
}
