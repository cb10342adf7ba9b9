package org.rollscope.detect;

import java.util.Locale;

/** What is going on at this moment. */
public enum Activity {
    /** Nothing lies on the roller. */
    IDLE,
    /** The roller is being carried or turned in the hands. */
    HANDLING,
    /** A limb lies on the roller, neither rolling nor held long enough. */
    CONTACT,
    /** A limb rolls. */
    ROLLING,
    /** A sustained hold. */
    HOLD,
    /** The data do not allow a statement. */
    UNKNOWN;

    /** Lower-case name, as in messages and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with a lower-case name. */
    public static Activity ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
