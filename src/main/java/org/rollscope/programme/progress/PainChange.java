package org.rollscope.programme.progress;

import java.util.List;
import java.util.stream.Stream;

/**
 * How pain changed at equal pressure of the same tool: the later sessions against the earlier ones of like pressure, pair by pair (T18).
 *
 * @param sessionCount of the earlier and of the later sessions that could be compared, the fewer.
 * @param medianNrs median of later less earlier; not a number without a pair.
 */
public record PainChange(long sessionCount, double medianNrs) {
    /** Two points always make a line: with fewer sessions on either side nothing is said. */
    public static final int FEWEST_SESSIONS_COUNT = 2;

    /**
     * Compares.
     *
     * @param earlier sessions of before.
     * @param later sessions of after.
     * @param alikePressureRatio two pressures that differ by less are equal.
     */
    public static PainChange between(List<Bout> earlier, List<Bout> later, double alikePressureRatio) {
        double[] changesNrs = later.stream()
                .flatMapToDouble(after -> alike(earlier, after, alikePressureRatio)
                        .mapToDouble(before ->
                                after.response().painNrs() - before.response().painNrs()))
                .toArray();
        long laterCount = later.stream()
                .filter(after ->
                        alike(earlier, after, alikePressureRatio).findAny().isPresent())
                .count();
        long earlierCount = later.stream()
                .flatMap(after -> alike(earlier, after, alikePressureRatio))
                .distinct()
                .count();
        return new PainChange(Math.min(earlierCount, laterCount), Medians.medianRatio(changesNrs));
    }

    /** Those of like pressure with the same tool in which pain was said; none when the other says no pain. */
    private static Stream<Bout> alike(List<Bout> some, Bout other, double alikePressureRatio) {
        return some.stream()
                .filter(other::isWithToolOf)
                .filter(bout -> other.response().hasPain() && bout.response().hasPain())
                .filter(bout -> alike(bout.response(), other.response(), alikePressureRatio));
    }

    private static boolean alike(Bout.Response before, Bout.Response after, double alikePressureRatio) {
        return Math.abs(after.painKpa() - before.painKpa()) <= alikePressureRatio * before.painKpa();
    }

    /** Whether there are enough sessions to say anything. */
    public boolean isKnown() {
        return sessionCount >= FEWEST_SESSIONS_COUNT;
    }
}
