package org.rollscope.command;

import java.util.Locale;

/** What can be done with a guided routine. */
public enum RoutineAction {
    /** Begin with what is due today. */
    START,
    /** Leave this place out. */
    SKIP,
    /** End it here. */
    END;

    /** Lower-case name, as in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
