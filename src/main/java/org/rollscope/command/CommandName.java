package org.rollscope.command;

import java.util.Locale;

/** What a service can be told to do. */
public enum CommandName {
    /** Begin a session without waiting for contact. */
    START,
    /** End the running session. */
    STOP,
    /** Mark this moment of the running session. */
    MARKER,
    /** Note that another instrument is at the same moment. */
    SYNC,
    /** The athlete's pain at this moment, on the numeric rating scale. */
    PAIN,
    /** The athlete says that the tissue let go. */
    FELT_RELEASE,
    /** Another upper pressure for this athlete, muscle and side. */
    CEILING,
    /** Somebody else lies on the roller. */
    ATHLETE,
    /** Another muscle or side is rolled. */
    MUSCLE,
    /** What the unloaded roller reads is its zero. */
    TARE,
    /** Send frames of the archive once more. */
    BACKFILL,
    /** Begin, skip a place of, or end a guided routine. */
    ROUTINE,
    /** A new version of an athlete's plan. */
    PLAN;

    /** Lower-case name, as in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name with a lower-case word; an {@link IllegalArgumentException} when there is none. */
    public static CommandName ofWord(String word) {
        if (!word.equals(word.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(word);
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
