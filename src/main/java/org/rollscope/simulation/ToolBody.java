package org.rollscope.simulation;

/**
 * A tool as a body under a limb: what presses on its pads, how it turns, and what a sensor in it would feel.
 *
 * <p>In each millisecond it is asked in the order of its methods. <b>Units.</b> In the names. <b>Threads.</b> One.
 */
interface ToolBody {
    /**
     * The limb comes to lie on it anew.
     *
     * @param offsetRad how far from the usual side it lies.
     */
    void lie(double offsetRad);

    /** Hands take it up. */
    void pickUp();

    /**
     * A limb presses for a millisecond; writes force, area and pressures into the moment.
     *
     * @param forceN whole force, 0 or more.
     * @param placeMm middle of the contact on the limb.
     * @param stiffeningRatio factor that muscle activation has on the tissue.
     */
    void press(double forceN, double placeMm, double stiffeningRatio);

    /** Takes in the tremor of the force: its first and second rate of change. */
    void tremble(double rateNPerS, double changeNPerS2);

    /**
     * Turns for a millisecond; writes roll angle and speed into the moment.
     *
     * @param carried whether it is in the hands.
     * @param speedMmPerS commanded travel of the contact along the limb.
     * @param remainingMs of the present action.
     */
    void turn(boolean carried, double speedMmPerS, double remainingMs);

    /**
     * Writes the true force of each pad into the moment.
     *
     * @param carried whether it is in the hands.
     * @param placeMm middle of the contact on the limb.
     * @param sidewaysMm how far the limb has moved across its way.
     * @param remainingMs of the present action.
     */
    void pads(boolean carried, double placeMm, double sidewaysMm, double remainingMs);

    /** Writes true acceleration and turn rate, gravity included, into the moment. */
    void sense(boolean carried, double remainingMs);
}
