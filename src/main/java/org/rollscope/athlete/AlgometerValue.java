package org.rollscope.athlete;

/**
 * A pain threshold measured with an algometer of 1 cm2 on one muscle and side.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param date day, ISO-8601.
 * @param thresholdKpa pressure at which it began to hurt, 20 to 2000.
 */
public record AlgometerValue(Muscle muscle, Side side, String date, double thresholdKpa) {
    /** Refuses what no algometer shows. */
    public AlgometerValue {
        ProfileDate.check("date", date);
        if (!(thresholdKpa >= 20 && thresholdKpa <= 2000)) {
            throw new IllegalArgumentException(
                    "an algometer's threshold on 1 cm2 is 20..2000 kPa (1 kg/cm2 is 98 kPa), was " + thresholdKpa);
        }
    }
}
