package org.rollscope.calibration;

/**
 * One line of a calibration's worksheet: what was done and what the converter said, in counts.
 *
 * @param kind what was measured.
 * @param padIndex which pad; the axis, 0 to 2, of a gyroscope's row.
 * @param repeatIndex which repeat, from 0; the number of a {@link Kind#LAY}.
 * @param loading true on the way up, false on the way down.
 * @param loadN known weight.
 * @param meanCounts mean reading.
 * @param upRad body angle that pointed up, of a {@link Kind#LAY}; else 0.
 */
public record SheetRow(
        Kind kind, int padIndex, int repeatIndex, boolean loading, double loadN, double meanCounts, double upRad) {
    /** Kinds of rows. */
    public enum Kind {
        /** Gyroscope at rest, one row an axis. */
        GYRO,
        /** A pad without load; begins a repeat, and begins it anew. */
        EMPTY,
        /** A pad under a known weight. */
        LOAD,
        /** A load that was left out. */
        NO_LOAD,
        /** A pad that was left out. */
        NO_PAD,
        /** One pad while a weight lies on the whole roller. */
        LAY,
        /** A load of the whole roller that was left out. */
        NO_LAY;

        /** Lower-case name, as in worksheets. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The kind with a lower-case name. */
        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
