package org.rollscope.programme.progress;

import java.time.LocalDate;
import java.util.List;
import org.rollscope.athlete.BodyPlace;

/**
 * One recorded session on one muscle and side, as far as the progress of a plan asks for it.
 *
 * @param sessionId its name in the archive.
 * @param place muscle and side.
 * @param day on which it was.
 * @param done how much.
 * @param load how hard.
 * @param response how the body answered.
 */
public record Bout(String sessionId, BodyPlace place, LocalDate day, Done done, Load load, Response response) {
    /**
     * How much was done: held time counts apart from rolled time (T6).
     *
     * @param holdsMs length of each hold.
     * @param rolledMs time rolling.
     */
    public record Done(List<Long> holdsMs, long rolledMs) {
        /** Copies the list. */
        public Done {
            holdsMs = List.copyOf(holdsMs);
        }

        /** Holds that are long enough to count (T4). */
        public double[] creditedMs(int creditHoldMs) {
            return holdsMs.stream()
                    .filter(holdMs -> holdMs >= creditHoldMs)
                    .mapToDouble(Long::doubleValue)
                    .toArray();
        }
    }

    /**
     * How hard it was.
     *
     * @param tool what pressed, as {@link org.rollscope.session.SessionRecord#tool} has it.
     * @param meanKpa mean contact pressure.
     * @param ceilingKpa personal ceiling that held.
     * @param doseKpaS pressure over time.
     */
    public record Load(String tool, double meanKpa, double ceilingKpa, double doseKpaS) {
        /** Whether the mean was over the personal ceiling. */
        public boolean isOverCeiling() {
            return meanKpa > ceilingKpa;
        }
    }

    /** Whether it was with the same tool as another, so that their pressures compare. */
    public boolean isWithToolOf(Bout other) {
        return load.tool().equals(other.load.tool());
    }

    /** Those of some that were with a tool. */
    public static List<Bout> with(String tool, List<Bout> some) {
        return some.stream().filter(bout -> bout.load().tool().equals(tool)).toList();
    }

    /**
     * How the body answered.
     *
     * @param painNrs worst pain that was said, 0 to 10; not a number when none was.
     * @param painKpa mean contact pressure at that moment; not a number without one.
     * @param guardingCount episodes of suspected guarding: a signal pattern, not a diagnosis.
     * @param releaseCount releases.
     * @param releaseAfterMs median time from a hold's start to its release; not a number without one.
     */
    public record Response(double painNrs, double painKpa, int guardingCount, int releaseCount, double releaseAfterMs) {
        /**
         * The same from each release.
         *
         * @param releasesAfterMs time from a hold's start to its release.
         */
        public static Response of(double painNrs, double painKpa, int guardingCount, double[] releasesAfterMs) {
            return new Response(
                    painNrs, painKpa, guardingCount, releasesAfterMs.length, Medians.medianRatio(releasesAfterMs));
        }

        /** Whether pain was said together with a pressure. */
        public boolean hasPain() {
            return !Double.isNaN(painNrs) && painKpa > 0;
        }
    }
}
