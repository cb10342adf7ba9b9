package org.rollscope.simulation;

import java.util.Locale;

/**
 * Something that looks like guarding, or hides it, and is not.
 *
 * <p><b>Source.</b> domain study section 9.5.
 */
public enum Confounder {
    /** Talks and laughs: the force wobbles at 1 to 3 Hz. */
    TALKING,
    /** Shifts weight abruptly, to the side as well. */
    WEIGHT_SHIFT,
    /** Slides slowly onto a bone in holds: stiffer ground, no tremor of it. */
    BONE,
    /** Arms tire: twice the tremor, and it is not the muscle's. */
    FATIGUE,
    /** The roller vibrates at 20 to 60 Hz. */
    VIBRATION,
    /** Somebody walks past: shocks from the floor. */
    FOOTSTEPS,
    /** Two frames in a hundred are lost on the way. */
    LOSSY_LINK;

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
