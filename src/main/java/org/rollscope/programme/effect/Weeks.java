package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some weeks up to a day, each of seven days; the last ends with that day.
 *
 * @param today last day of the last week.
 * @param weekCount how many, 1 to 104.
 */
public record Weeks(LocalDate today, int weekCount) {
    private static final int WEEK_DAYS = 7;

    /** Refuses none and too many. */
    public Weeks {
        if (weekCount < 1 || weekCount > 104) {
            throw new IllegalArgumentException("weeks must be 1..104, was " + weekCount);
        }
    }

    /** First day of a week; that of {@code weekCount} is the day after the last. */
    public LocalDate firstDay(int weekIndex) {
        return today.plusDays(1L + (long) WEEK_DAYS * (weekIndex - weekCount));
    }

    /** Week of a day, from 0; below 0 or {@code weekCount} and more outside. */
    public int weekIndex(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(firstDay(0), day), (long) WEEK_DAYS);
    }

    /** Whether a day lies in one of them. */
    public boolean contains(LocalDate day) {
        int weekIndex = weekIndex(day);
        return weekIndex >= 0 && weekIndex < weekCount;
    }
}
