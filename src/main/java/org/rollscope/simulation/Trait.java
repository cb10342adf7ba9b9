package org.rollscope.simulation;

import java.util.Locale;

/** What sets a simulated athlete apart. */
public enum Trait {
    /** Guards at less pressure than others, and more strongly. */
    GUARDS_EARLY,
    /** Carries much of the weight on the arms. */
    LEANS_ON_ARMS,
    /** Lies towards one end of the roller. */
    AT_ONE_END,
    /** Stands and presses the roller against a wall. */
    AGAINST_WALL;

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
