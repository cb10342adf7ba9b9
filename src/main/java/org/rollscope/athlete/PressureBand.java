package org.rollscope.athlete;

/**
 * The pressures between which rolling is meant to stay for one person, muscle and side.
 *
 * <p><b>Units.</b> Kilopascal of mean contact pressure (force over contact area), not of a single pad. A band is a limit of
 * comfort and prudence, not a medical limit.
 *
 * @param floorKpa below it there is little effect, 0 or more.
 * @param amberKpa from here on a warning is due, floor to ceiling.
 * @param ceilingKpa above it is overpressure, up to 400.
 * @param source where the ceiling came from.
 */
public record PressureBand(double floorKpa, double amberKpa, double ceilingKpa, CeilingSource source) {
    /** Refuses a band that is upside down. */
    public PressureBand {
        if (!(floorKpa >= 0 && floorKpa <= amberKpa && amberKpa <= ceilingKpa && ceilingKpa <= 400 && ceilingKpa > 0)) {
            throw new IllegalArgumentException("a band needs 0 <= floorKpa <= amberKpa <= ceilingKpa <= 400 kPa, was "
                    + floorKpa + ", " + amberKpa + ", " + ceilingKpa);
        }
    }
}
