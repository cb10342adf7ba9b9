package org.rollscope.config;

import org.rollscope.athlete.CeilingSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.PressureBand;
import org.rollscope.athlete.Side;

/**
 * Who rolls what, and within which pressures, until somebody says otherwise.
 *
 * @param athleteId pseudonym, {@code [a-z0-9-]{1,32}}.
 * @param muscle muscle on the roller.
 * @param side side of the body.
 * @param floorKpa least useful mean pressure.
 * @param amberKpa mean pressure from which on a warning is due.
 * @param ceilingKpa mean pressure that is too much.
 */
public record AthleteSettings(
        String athleteId, Muscle muscle, Side side, double floorKpa, double amberKpa, double ceilingKpa) {
    /** Refuses values that make no sense. */
    public AthleteSettings {
        if (!athleteId.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("athlete_id must be 1 to 32 of a-z, 0-9 and -, was '" + athleteId + "'");
        }
        if (!(ceilingKpa > 0 && ceilingKpa <= 400)) {
            throw new IllegalArgumentException("ceiling_kpa must be over 0 and up to 400, was " + ceilingKpa);
        }
        if (!(amberKpa >= 0 && amberKpa <= ceilingKpa)) {
            throw new IllegalArgumentException(
                    "amber_kpa must be 0..ceiling_kpa (" + ceilingKpa + "), was " + amberKpa);
        }
        if (!(floorKpa >= 0 && floorKpa <= amberKpa)) {
            throw new IllegalArgumentException("floor_kpa must be 0..amber_kpa (" + amberKpa + "), was " + floorKpa);
        }
    }

    /** The band, with the settings as its source. */
    public PressureBand band() {
        return new PressureBand(floorKpa, amberKpa, ceilingKpa, CeilingSource.SETTINGS);
    }
}
