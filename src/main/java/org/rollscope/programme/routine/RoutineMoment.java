package org.rollscope.programme.routine;

/**
 * What the roller says at a moment, as far as a routine asks.
 *
 * @param timeMs clock that never goes back, whether frames come or not.
 * @param contact whether a limb lies on the roller.
 * @param holdMs length of the present hold, 0 when there is none.
 * @param released whether the tissue let go in the present hold.
 * @param speedMmPerS travel along the limb, signed; NaN when it is not known, as with a tool that does not roll.
 * @param pressureRatio mean pressure as a share of the personal ceiling; NaN when it is not known.
 * @param urge what must be told before all else.
 */
public record RoutineMoment(
        long timeMs,
        boolean contact,
        long holdMs,
        boolean released,
        double speedMmPerS,
        double pressureRatio,
        Urge urge) {
    /** What goes before the routine. */
    public enum Urge {
        /** Nothing. */
        NONE,
        /** Rolling is too fast. */
        SLOWER,
        /** Pressure is too high, or guarding is suspected. */
        EASE_OFF
    }

    /** A moment without a limb on the roller. */
    public static RoutineMoment empty(long timeMs) {
        return new RoutineMoment(timeMs, false, 0, false, 0, Double.NaN, Urge.NONE);
    }
}
