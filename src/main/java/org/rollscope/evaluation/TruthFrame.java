package org.rollscope.evaluation;

import org.rollscope.simulation.SimulatedMoment;
import org.rollscope.simulation.TruthLabels;

/**
 * What is true at the moment of one frame.
 *
 * <p><b>Threads.</b> One; filled anew by whoever reads the truth.
 */
public final class TruthFrame {
    final double[] padForceN;
    long timeMs;
    double limbForceN;
    double meanPressureKpa;
    double rollAngleRad;
    double speedMmPerS;
    boolean moving;
    boolean carried;

    /**
     * Makes an empty one.
     *
     * @param padCount pads of the roller, 1 to 64.
     */
    public TruthFrame(int padCount) {
        padForceN = new double[padCount];
    }

    /** Takes over a moment of a simulation. */
    public void take(SimulatedMoment moment) {
        state(moment.timeMs(), TruthLabels.isMoving(moment), moment.carried());
        load(moment.limbForceN(), moment.meanPressureKpa(), moment.padForceN());
        motion(moment.rollAngleRad(), moment.speedMmPerS());
    }

    /** Sets when it is and what goes on. */
    public void state(long newTimeMs, boolean isMoving, boolean isCarried) {
        timeMs = newTimeMs;
        moving = isMoving;
        carried = isCarried;
    }

    /** Sets the load; the forces are copied. */
    public void load(double newLimbForceN, double newMeanPressureKpa, double[] newPadForceN) {
        limbForceN = newLimbForceN;
        meanPressureKpa = newMeanPressureKpa;
        System.arraycopy(newPadForceN, 0, padForceN, 0, padForceN.length);
    }

    /** Sets where the roller is and how fast. */
    public void motion(double newRollAngleRad, double newSpeedMmPerS) {
        rollAngleRad = newRollAngleRad;
        speedMmPerS = newSpeedMmPerS;
    }

    /** Time since the simulation's start. */
    public long timeMs() {
        return timeMs;
    }
}
