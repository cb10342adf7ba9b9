package org.rollscope.session;

import java.util.Locale;

/** What the athlete should do now; practice rules T1 to T4 and T17 of the five trainers' articles. */
public enum Advice {
    /** Nothing to say. */
    NONE,
    /** Rolling is faster than a search for tender spots allows. */
    ROLL_SLOWER,
    /** Stay on this spot. */
    HOLD_HERE,
    /** The hold is not yet long enough. */
    KEEP_HOLDING,
    /** Take load off: the pressure is over the ceiling. */
    EASE_OFF,
    /** The tissue let go: next spot. */
    RELEASED_MOVE_ON,
    /** The hold has been long enough. */
    MOVE_ON,
    /** The hold is longer than any reviewed duration. */
    STOP,
    /** This muscle is done. */
    NEXT_MUSCLE;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The advice with a lower-case name. */
    public static Advice ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
