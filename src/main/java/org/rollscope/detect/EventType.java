package org.rollscope.detect;

import java.util.Locale;

/** Kinds of events, with the words of messages and files. */
public enum EventType {
    /** A limb lies on the roller. */
    CONTACT,
    /** Loaded and still for at least three seconds. */
    HOLD,
    /** Loaded and turning. */
    ROLL,
    /** One way of rolling, from turn to turn. */
    STROKE,
    /** Mean pressure over the ceiling, or one tile over twice the ceiling. */
    OVERPRESSURE,
    /** No frame for longer than the gap limit. */
    SIGNAL_LOST;

    /** Lower-case name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with a lower-case name. */
    public static EventType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
