package org.rollscope.programme.plan;

import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.ProfileDate;
import org.rollscope.athlete.Side;

/**
 * What is planned for one muscle on one side.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param preset how long spots are held in general.
 * @param dose how much.
 * @param intensity how hard.
 * @param manner how and when.
 * @param sinceDate what happened before this day has been answered by a step back and counts no more, ISO-8601.
 */
public record Prescription(
        Muscle muscle, Side side, HoldPreset preset, Dose dose, Intensity intensity, Manner manner, String sinceDate) {
    /** Refuses what is no day. */
    public Prescription {
        ProfileDate.check("since_date", sinceDate);
    }

    /** Muscle and side. */
    public BodyPlace place() {
        return new BodyPlace(muscle, side);
    }

    /** The same with another dose. */
    public Prescription withDose(Dose other) {
        return new Prescription(muscle, side, preset, other, intensity, manner, sinceDate);
    }

    /** The same with another intensity. */
    public Prescription withIntensity(Intensity other) {
        return new Prescription(muscle, side, preset, dose, other, manner, sinceDate);
    }

    /** The same in another manner. */
    public Prescription withManner(Manner other) {
        return new Prescription(muscle, side, preset, dose, intensity, other, sinceDate);
    }

    /** The same with another preset. */
    public Prescription withPreset(HoldPreset other) {
        return new Prescription(muscle, side, other, dose, intensity, manner, sinceDate);
    }

    /** The same, with everything before a day answered. */
    public Prescription answeredUntil(String date) {
        return new Prescription(muscle, side, preset, dose, intensity, manner, date);
    }
}
