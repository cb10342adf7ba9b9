package org.rollscope.calibration;

import org.jspecify.annotations.Nullable;
import org.rollscope.frame.RawFrame;

/**
 * Who carries a calibration out: a person at a terminal, or a simulated one.
 *
 * <p><b>Threads.</b> Called on the procedure's thread.
 */
public interface CalibrationHands {
    /** What became of a step. */
    enum Answer {
        /** It is done: read. */
        DONE,
        /** This load cannot be put on this pad: go on without it. */
        LEAVE_LOAD,
        /** This pad is dead: go on without it. */
        LEAVE_PAD,
        /** Stop for now. */
        STOP
    }

    /** Asks for a step and waits until it is done. */
    Answer ask(CalibrationStep step);

    /** Waits for the next frame; null when there will be none. The frame holds until the next call. */
    @Nullable
    RawFrame nextFrame();

    /** A reading that cannot be used; the step is asked for again. */
    void refused(CalibrationStep step, String why);

    /** A reading that was taken; must be safe on disk, if it is to be, when this returns. */
    void taken(SheetRow row);
}
