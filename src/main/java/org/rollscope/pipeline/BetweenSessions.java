package org.rollscope.pipeline;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.RawFrame;

/**
 * Watches the roller while no session runs, and tells when one is due: a limb comes to lie on it, or somebody asked for it.
 *
 * <p><b>Threads.</b> One.
 */
final class BetweenSessions {
    private final PreRoll preRoll;
    private @Nullable SessionAnalysis analysis;
    private @Nullable LiftWatch stopped;
    private boolean startAsked;

    /**
     * Watches nothing yet.
     *
     * @param preRollUs device time before a session that belongs to it.
     */
    BetweenSessions(long preRollUs) {
        preRoll = new PreRoll(preRollUs);
    }

    /** Watches with an analysis that nobody records; null to watch nothing. What was noticed before still holds. */
    void watchWith(@Nullable SessionAnalysis fresh) {
        analysis = fresh;
    }

    /** Nothing of before holds: another roller. */
    void forget() {
        preRoll.clear();
        stopped = null;
        startAsked = false;
    }

    /** A session is due with the next frame. */
    void askStart() {
        startAsked = true;
    }

    /** Nobody asks for a session any more. */
    void withdrawStart() {
        startAsked = false;
    }

    boolean startAsked() {
        return startAsked;
    }

    /** No session is due before the limb was lifted. */
    void awaitLift(LiftWatch watch) {
        stopped = watch;
    }

    /**
     * Takes in the next frame.
     *
     * @return whether a session is due.
     */
    boolean accept(RawFrame frame, SessionAnalysis watching) {
        preRoll.keep(frame);
        watching.accept(frame);
        LiftWatch lifting = stopped;
        if (lifting != null && lifting.accept(watching.features(), watching.activity())) {
            stopped = null;
        }
        return startAsked || (watching.inContact() && stopped == null);
    }

    /** The analysis that watches; null when there is no calibration, or a session runs. */
    @Nullable
    SessionAnalysis analysis() {
        return analysis;
    }

    /** Whether there are frames for a session to begin with. */
    boolean hasFrames() {
        return preRoll.spanUs() > 0;
    }

    /** Device time of the frames before. */
    long preRollUs() {
        return preRoll.spanUs();
    }

    /** A session begins: hands over the frames before it, and watches nothing until it has ended. */
    void giveTo(Consumer<RawFrame> session) {
        preRoll.giveTo(session);
        analysis = null;
        stopped = null;
        startAsked = false;
    }
}
