package org.rollscope.programme.team;

/** What an athlete lets a coach see; each level has those before it. */
public enum SharingLevel {
    /** Nothing. */
    NONE,
    /** The plan with all its versions and the reasons of its changes. */
    PLAN,
    /** Whether the athlete may be guided, and until when. */
    CLEARANCE,
    /** Why not, or within which limits. */
    REASONS;

    /** Lower-case name, as it is typed and stands in files. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether it lets another level be seen. */
    public boolean has(SharingLevel other) {
        return compareTo(other) >= 0;
    }
}
