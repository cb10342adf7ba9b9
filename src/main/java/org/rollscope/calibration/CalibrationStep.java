package org.rollscope.calibration;

/**
 * One thing that somebody must do at the bench before the next reading.
 *
 * @param kind what.
 * @param padIndex which pad; 0 where the whole roller is meant.
 * @param loadN weight to put on.
 * @param repeatIndex which repeat, from 0; which turn of the whole roller.
 * @param loading true on the way up, false on the way down.
 * @param upRad body angle that shall point up, for {@link Kind#LAY}.
 */
public record CalibrationStep(Kind kind, int padIndex, double loadN, int repeatIndex, boolean loading, double upRad) {
    /** Kinds of steps. */
    public enum Kind {
        /** Leave the roller alone: for the motion sensor. */
        STILL,
        /** Press a pad several times. */
        CONDITION,
        /** Take everything off a pad. */
        EMPTY,
        /** Put a weight on one pad, through the puck. */
        LOAD,
        /** Lay a weight across the whole roller. */
        LAY
    }

    static CalibrationStep of(Kind kind, int padIndex, double loadN, int repeatIndex, boolean loading) {
        return new CalibrationStep(kind, padIndex, loadN, repeatIndex, loading, 0);
    }
}
