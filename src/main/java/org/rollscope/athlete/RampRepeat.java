package org.rollscope.athlete;

/**
 * One slow lowering onto the roller: the mean pressures at which the athlete felt pain 3, 6 and 7 of 10.
 *
 * @param pain3Kpa from here on it is felt to work, over 0.
 * @param pain6Kpa from here on a warning is due, over pain3Kpa.
 * @param pain7Kpa the most that the athlete wants, over pain6Kpa, up to 400.
 */
public record RampRepeat(double pain3Kpa, double pain6Kpa, double pain7Kpa) {
    /** Refuses pressures that do not grow with the pain. */
    public RampRepeat {
        if (!(pain3Kpa > 0 && pain3Kpa < pain6Kpa && pain6Kpa < pain7Kpa && pain7Kpa <= 400)) {
            throw new IllegalArgumentException(
                    "a ramp needs 0 < pressure at pain 3 < at pain 6 < at pain 7 <= 400 kPa, was " + pain3Kpa + ", "
                            + pain6Kpa + ", " + pain7Kpa);
        }
    }
}
