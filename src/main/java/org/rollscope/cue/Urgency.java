package org.rollscope.cue;

/** How hard a cue is to overlook; each step has what the one before has. */
public enum Urgency {
    /** Light. */
    SEEN,
    /** Also vibration. */
    FELT,
    /** Also a tone, unless it is quiet. */
    HEARD;

    /** One step more. */
    Urgency more() {
        return this == SEEN ? FELT : HEARD;
    }
}
