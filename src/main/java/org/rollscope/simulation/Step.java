package org.rollscope.simulation;

import java.util.List;

/**
 * One line of a scenario: what the athlete means to do next, with ranges from which it is drawn.
 *
 * <p>Times are in seconds and loads in shares of the athlete's ceiling, because people write them; the load is what calm,
 * even tissue would feel.
 */
public sealed interface Step {
    /**
     * The roller lies on the floor, the athlete beside it.
     *
     * @param seconds how long.
     */
    record Rest(Between seconds) implements Step {}

    /**
     * The limb lies on the roller and the load changes.
     *
     * @param seconds how long the change takes.
     * @param load at its end.
     */
    record Press(Between seconds, Between load) implements Step {}

    /**
     * Strokes to and fro.
     *
     * @param count how many.
     * @param speedMmPerS of the contact along the limb.
     * @param lengthMm of one stroke, 40 or more; shortened by the end of the muscle.
     * @param load during them.
     */
    record Strokes(Between count, Between speedMmPerS, Between lengthMm, Between load) implements Step {}

    /**
     * A sustained hold.
     *
     * @param seconds how long, after the load is reached.
     * @param load of it.
     * @param onTenderSpot whether the athlete first rolls to a tender spot.
     */
    record Hold(Between seconds, Between load, boolean onTenderSpot) implements Step {}

    /**
     * Too much at once, and back.
     *
     * @param rise seconds in which the load rises.
     * @param seconds how long it stays.
     * @param load at its height.
     */
    record Lapse(Between rise, Between seconds, Between load) implements Step {}

    /**
     * Shifts the weight within a hold: another load, another place along the roller's axis.
     *
     * @param seconds how long the shift takes.
     * @param load at its end.
     * @param sidewaysMm along the axis, in either direction.
     */
    record Shift(Between seconds, Between load, Between sidewaysMm) implements Step {}

    /**
     * Slips slowly along the limb, too slowly to be rolling.
     *
     * @param seconds how long.
     * @param lengthMm how far, in either direction.
     */
    record Slip(Between seconds, Between lengthMm) implements Step {}

    /**
     * Takes the load off.
     *
     * @param seconds how long that takes.
     */
    record Lift(Between seconds) implements Step {}

    /**
     * The roller is in the athlete's hands.
     *
     * @param seconds how long.
     */
    record Carry(Between seconds) implements Step {}

    /**
     * Does steps several times.
     *
     * @param times how often.
     * @param steps what.
     */
    record Repeat(Between times, List<Step> steps) implements Step {
        /** Copies the list. */
        public Repeat {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Does steps or does not.
     *
     * @param chanceRatio how likely, 0 to 1.
     * @param steps what.
     */
    record Maybe(double chanceRatio, List<Step> steps) implements Step {
        /** Copies the list. */
        public Maybe {
            steps = List.copyOf(steps);
            if (!(chanceRatio >= 0 && chanceRatio <= 1)) {
                throw new IllegalArgumentException("a chance is 0 to 1, was " + chanceRatio);
            }
        }
    }
}
