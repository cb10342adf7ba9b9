package org.rollscope.athlete;

/**
 * A ceiling that somebody asked for, instead of measuring one; a later measurement replaces it.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param date day, ISO-8601.
 * @param ceilingKpa what was asked for, 5 to 400; what holds may be less, see {@link BandRule}.
 * @param source who asked for it, 1 to 100 characters.
 */
public record OrderedCeiling(Muscle muscle, Side side, String date, double ceilingKpa, String source) {
    /** Refuses what is no ceiling. */
    public OrderedCeiling {
        ProfileDate.check("date", date);
        if (!(ceilingKpa >= 5 && ceilingKpa <= 400)) {
            throw new IllegalArgumentException("ceilingKpa must be 5..400 kPa, was " + ceilingKpa);
        }
        if (source.isEmpty() || source.length() > 100) {
            throw new IllegalArgumentException("source must have 1..100 characters, had " + source.length());
        }
    }
}
