package org.rollscope.programme.screening;

import org.rollscope.athlete.BodyPlace;

/**
 * Leave to guide one person on one muscle and side for one day. Only {@link Clearance} makes one, so that no way to a guided
 * routine leads around the gate: what guides asks for a pass.
 */
public final class GuidancePass {
    private final String athleteId;
    private final BodyPlace place;
    private final String date;

    GuidancePass(String athleteId, BodyPlace place, String date) {
        this.athleteId = athleteId;
        this.place = place;
        this.date = date;
    }

    /** Pseudonym. */
    public String athleteId() {
        return athleteId;
    }

    /** Muscle and side. */
    public BodyPlace place() {
        return place;
    }

    /** The day for which it holds, ISO-8601. */
    public String date() {
        return date;
    }
}
