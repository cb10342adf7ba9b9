package org.rollscope.detect;

import java.util.Locale;

/** Whether an event begins, has ended, or has no length. */
public enum EventPhase {
    /** It begins; its end is not known. */
    OPEN,
    /** It has ended. */
    CLOSE,
    /** It is told once, when it is over. */
    POINT;

    /** Lower-case name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase with a lower-case name. */
    public static EventPhase ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
