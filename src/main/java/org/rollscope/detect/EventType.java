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
    /** Pressure rose faster than a muscle likes while it was already high. */
    LOADING_RATE,
    /** A pattern as of a muscle that tenses against the roller; suspected, never more. */
    GUARDING,
    /** The tissue gave way in a hold, beyond what it does passively. */
    RELEASE,
    /** Nothing more happens in a hold, and no release was seen. */
    SETTLED,
    /** A short burst of force in a hold, of low confidence. */
    TWITCH,
    /** The athlete's own word that it let go: the button on the roller, or a command. */
    FELT_RELEASE,
    /** A moment that somebody marked. */
    MARKER,
    /** Another instrument's trigger: the same moment in its recording and in ours. */
    SYNC,
    /** The athlete's own word for the pain, on the numeric rating scale. */
    PAIN,
    /** No frame for longer than the gap limit. */
    SIGNAL_LOST;

    /** Whether people or other instruments said it: it cannot be recomputed from frames, and it stays as it was said. */
    public boolean isSaid() {
        return this == FELT_RELEASE || this == MARKER || this == SYNC || this == PAIN;
    }

    /** Lower-case name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with a lower-case name. */
    public static EventType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
