package org.rollscope.athlete;

import java.util.List;

/**
 * A personal band, and how it came about.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param band the band that holds.
 * @param sourceDate day of what it rests on, ISO-8601.
 * @param wantedKpa ceiling that the source asks for.
 * @param grantedKpa what of it holds so far: a ceiling rises by a tenth a week at most.
 * @param factors what lowers it further.
 * @param notes what people should know: an old test, too few repeats, a held-back rise.
 */
public record BandDecision(
        Muscle muscle,
        Side side,
        PressureBand band,
        String sourceDate,
        double wantedKpa,
        double grantedKpa,
        List<CeilingFactor> factors,
        List<String> notes) {
    /** Copies the lists. */
    public BandDecision {
        factors = List.copyOf(factors);
        notes = List.copyOf(notes);
    }

    /** Whether the source asks for more than may be granted yet. */
    public boolean heldBack() {
        return grantedKpa < wantedKpa;
    }
}
