package org.rollscope.programme.routine;

import java.util.Locale;
import org.rollscope.athlete.BodyPlace;

/**
 * What came of one place.
 *
 * @param place muscle and side.
 * @param ending how it ended.
 * @param spotCount spots that count.
 * @param plannedSpotCount spots that were planned.
 * @param releaseCount spots that let go.
 * @param heldMs time in holds.
 * @param coveredMm length along the limb that was rolled or held.
 * @param guardingCount times that guarding was suspected.
 */
public record PlaceOutcome(
        BodyPlace place,
        Ending ending,
        int spotCount,
        int plannedSpotCount,
        int releaseCount,
        long heldMs,
        double coveredMm,
        int guardingCount) {
    /** How a place ended. */
    public enum Ending {
        /** All spots that were planned. */
        DONE,
        /** Somebody skipped it. */
        SKIPPED,
        /** Guarding was suspected too often: enough for today. */
        GUARDED,
        /** The routine ended before. */
        ENDED;

        /** Lower-case name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The ending with a lower-case word; an {@link IllegalArgumentException} when there is none. */
        public static Ending ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
