package org.rollscope.viewer.model;

import java.util.Locale;

/** What the window is for at the moment. */
public enum Workspace {
    /** One roller, for who lies on it. */
    ATHLETE,
    /** All rollers, for a coach. */
    WALL,
    /** Recorded sessions. */
    REVIEW;

    /** Lower-case name, as it is remembered and as texts and components are named. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
