package org.rollscope.athlete;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days in profiles: ISO-8601 texts, so that a file reads as it was written. */
public final class ProfileDate {
    private ProfileDate() {}

    /**
     * Refuses what is no day.
     *
     * @param name of the value, for the message.
     * @param date what should be a day.
     */
    public static void check(String name, String date) {
        try {
            LocalDate.parse(date);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException(name + " must be a day like 2026-11-21, was '" + date + "'", noDay);
        }
    }
}
