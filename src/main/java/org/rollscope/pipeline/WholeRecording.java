package org.rollscope.pipeline;

import org.jspecify.annotations.Nullable;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.ButtonChange;
import org.rollscope.frame.FrameSink;
import org.rollscope.frame.LinkCounters;
import org.rollscope.frame.RawFrame;

/**
 * Makes one session of a whole recording, from its first frame to its last, as the live pipeline would between two contacts.
 *
 * <p><b>Errors.</b> An {@link IllegalArgumentException} when the opener has no calibration for the board, or one that does not fit.
 * <b>Threads.</b> One.
 */
public final class WholeRecording implements FrameSink {
    private final AnalysisSetup setup;
    private final SessionOpener opener;
    private final PipelineListener listener;
    private @Nullable BoardHello hello;
    private @Nullable RunningSession session;

    /**
     * Nothing was read yet.
     *
     * @param setup how to decide.
     * @param opener names and records the session.
     * @param listener told of its beginning, its events and its end.
     */
    public WholeRecording(AnalysisSetup setup, SessionOpener opener, PipelineListener listener) {
        this.setup = setup;
        this.opener = opener;
        this.listener = listener;
    }

    @Override
    public void hello(BoardHello said, int bootIndex) {
        hello = hello == null ? said : hello;
    }

    @Override
    public void frame(RawFrame frame) {
        RunningSession running = session;
        if (running == null) {
            BoardHello board = hello;
            if (board == null) {
                return; // the receiver counts what comes before the first hello
            }
            running = begin(board);
            session = running;
        }
        running.acceptUntold(frame);
    }

    private RunningSession begin(BoardHello board) {
        RollerCalibration calibration = opener.calibration(board);
        if (calibration == null) {
            throw new IllegalArgumentException("there is no calibration for board " + board.boardSerial());
        }
        return RunningSession.begin(
                board, calibration, setup, opener, listener, LinkCounters.ZERO, 0, new LivePace(Long.MAX_VALUE / 1000));
    }

    @Override
    public void button(ButtonChange change) {
        RunningSession running = session;
        if (running != null) {
            running.button(change);
        }
    }

    @Override
    public void linkLost(String reason) {
        // a file is not lost
    }

    /** Ends the session, if one was begun, with its last frame. */
    public void end(LinkCounters link) {
        RunningSession running = session;
        if (running != null) {
            running.end(link, 0);
        }
    }
}
