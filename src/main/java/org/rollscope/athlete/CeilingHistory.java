package org.rollscope.athlete;

import java.time.LocalDate;

/**
 * The ceiling that is granted, day by day: it falls at once to what a source asks for, and rises by a tenth a week at most.
 *
 * <p><b>Source.</b> domain study 3.4. <b>Threads.</b> One.
 */
final class CeilingHistory {
    private static final double RISE_RATIO = 1.10;
    private static final int DAYS_BETWEEN_RISES_COUNT = 7;
    /** Differences below this are none. */
    private static final double ALIKE_KPA = 1e-9;

    private double wantedKpa;
    private double grantedKpa;
    private LocalDate mayRiseFrom;

    /**
     * Begins with what the first source asks for.
     *
     * @param firstKpa its ceiling.
     * @param day of it.
     */
    CeilingHistory(double firstKpa, LocalDate day) {
        wantedKpa = firstKpa;
        grantedKpa = firstKpa;
        mayRiseFrom = day;
    }

    /** From a day on a source asks for another ceiling. */
    void change(LocalDate day, double otherKpa) {
        reach(day.minusDays(1));
        wantedKpa = otherKpa;
        grantedKpa = Math.min(grantedKpa, otherKpa);
        if (mayRiseFrom.isBefore(day)) {
            mayRiseFrom = day;
        }
        reach(day);
    }

    /** Lets time pass. */
    void reach(LocalDate day) {
        while (isHeldBack() && !mayRiseFrom.isAfter(day)) {
            grantedKpa = Math.min(wantedKpa, RISE_RATIO * grantedKpa);
            mayRiseFrom = mayRiseFrom.plusDays(DAYS_BETWEEN_RISES_COUNT);
        }
    }

    boolean isHeldBack() {
        return grantedKpa < wantedKpa - ALIKE_KPA;
    }

    double grantedKpa() {
        return grantedKpa;
    }

    /** The day of the next rise. */
    LocalDate nextRise() {
        return mayRiseFrom;
    }
}
