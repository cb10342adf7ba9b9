package org.rollscope.pipeline;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.Tare;
import org.rollscope.command.CommandAnswer;

/**
 * What can be done to a pipeline and its session between two frames.
 *
 * <p>Each either is done, or refused with nothing changed. <b>Threads.</b> The pipeline's alone, inside an order.
 */
public interface SessionControl {
    /** Begins a session without contact; it ends after quiet, as any other. */
    CommandAnswer start();

    /** Ends the running session; the next begins when the limb has been lifted and comes back, or by {@link #start}. */
    CommandAnswer stop();

    /**
     * Marks this moment of the running session.
     *
     * @param markerIndex its number; null for one more than the highest of the session.
     */
    CommandAnswer mark(@Nullable Integer markerIndex);

    /** Notes, in the running session, that another instrument is at the same moment. */
    CommandAnswer sync();

    /**
     * The athlete's pain at this moment of the running session.
     *
     * @param painNrs 0 to 10.
     */
    CommandAnswer pain(double painNrs);

    /** The athlete says, in the running session, that it let go. */
    CommandAnswer feltRelease();

    /**
     * Another person, place or ceiling. A session has one band: the running one ends before the change, and the next begins with the
     * next frame when a limb lies on the roller.
     *
     * @param band that holds from now on.
     * @param change what else changes, at that moment; must not wait nor fail.
     */
    CommandAnswer changeSubject(PressureBand band, Runnable change);

    /**
     * Begins to look for the zero of the unloaded roller.
     *
     * @param done told when it has seen enough, on this thread.
     * @return an error when it cannot begin.
     */
    CommandAnswer beginTare(Consumer<Tare> done);

    /** Gives up what {@link #beginTare} began, if it goes on. */
    CommandAnswer endTare();

    /** Another calibration for the roller that is there, from the next session on. */
    CommandAnswer useCalibration(RollerCalibration newer);
}
