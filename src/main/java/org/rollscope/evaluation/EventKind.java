package org.rollscope.evaluation;

import java.util.List;
import java.util.Locale;

/** A kind of event that is judged, with the rule by which one found counts as right. */
public enum EventKind {
    /** Both boundaries within 0.5 s. */
    CONTACT,
    /** Both boundaries within 0.5 s. */
    HOLD,
    /** Both boundaries within 0.5 s. */
    ROLL,
    /** Both boundaries within 0.5 s. */
    STROKE,
    /** An alarm that touches the true event, within 0.5 s. */
    OVERPRESSURE,
    /** An onset within 5 s of the true one. */
    RELEASE,
    /** An alarm that touches the true event, within 0.5 s. */
    GUARDING;

    /** Largest error of a boundary: domain study 9.7. */
    private static final long BOUNDARY_MS = 500;
    /** Largest error of a release's onset: domain study 9.4, against button presses. */
    private static final long RELEASE_MS = 5000;

    /** Word of the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Scores found events of this kind against true ones. */
    public EventScore score(List<Span> truth, List<Span> found) {
        return switch (this) {
            case CONTACT, HOLD, ROLL, STROKE -> new EventScorer(BOUNDARY_MS).boundaries(truth, found);
            case OVERPRESSURE, GUARDING -> new EventScorer(BOUNDARY_MS).alarms(truth, found);
            case RELEASE -> new EventScorer(RELEASE_MS).onsets(truth, found);
        };
    }

    /**
     * Whether a found event can be taken as the attempt at a true one, to measure how far off it is; wider than what counts
     * as right, so that large errors show.
     */
    boolean pairs(Span real, Span seen) {
        return switch (this) {
            case CONTACT, HOLD, ROLL, STROKE ->
                2 * real.sharedMs(seen)
                        >= Math.max(real.endMs(), seen.endMs()) - Math.min(real.startMs(), seen.startMs());
            case OVERPRESSURE, GUARDING -> seen.overlaps(real, BOUNDARY_MS);
            case RELEASE -> Math.abs(seen.startMs() - real.startMs()) <= RELEASE_MS;
        };
    }
}
