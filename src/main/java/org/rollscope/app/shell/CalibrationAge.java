package org.rollscope.app.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.config.DocumentJson;
import org.rollscope.session.StoredSession;

/** How old a calibration is; pads creep, and sleeves settle. */
public final class CalibrationAge {
    /** Three months, domain study 5.4: from then on it is to be repeated. */
    static final long OLDEST_DAYS = 92;

    private CalibrationAge() {}

    /** Days from a calibration to a day; empty when its date is none. */
    public static OptionalLong days(RollerCalibration calibration, LocalDate on) {
        try {
            return OptionalLong.of(ChronoUnit.DAYS.between(LocalDate.parse(calibration.date()), on));
        } catch (DateTimeException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Whether it is time to measure again. */
    public static boolean isOld(RollerCalibration calibration, LocalDate on) {
        return days(calibration, on).orElse(0) > OLDEST_DAYS;
    }

    /** {@code 12 days old, 47 of 48 pads, tared}. */
    public static String words(RollerCalibration calibration, LocalDate on) {
        OptionalLong days = days(calibration, on);
        int padCount = calibration.pads().size();
        return (days.isPresent()
                        ? days.getAsLong() + (days.getAsLong() == 1 ? " day old" : " days old")
                        : "of " + calibration.date())
                + (calibration.usablePadCount() < padCount
                        ? ", " + calibration.usablePadCount() + " of " + padCount + " pads"
                        : "")
                + (calibration.tareCounts().isEmpty() ? "" : ", tared");
    }

    /** How old the calibration of a session was then; empty when it or its date cannot be read. */
    public static OptionalLong ofSession(StoredSession stored) {
        try {
            return days(
                    DocumentJson.readCalibration(stored.documents().calibrationJson()),
                    LocalDate.ofInstant(stored.record().startedAt(), ZoneOffset.UTC));
        } catch (IllegalArgumentException damaged) {
            return OptionalLong.empty();
        }
    }

    /** The calibration of a session, and how old it was then. */
    public static String line(StoredSession stored) {
        LocalDate day = LocalDate.ofInstant(stored.record().startedAt(), ZoneOffset.UTC);
        try {
            RollerCalibration calibration =
                    DocumentJson.readCalibration(stored.documents().calibrationJson());
            return stored.record().calibrationId() + ", " + words(calibration, day)
                    + (isOld(calibration, day) ? "; too old, pads creep" : "");
        } catch (IllegalArgumentException damaged) {
            return stored.record().calibrationId() + ", whose document is damaged";
        }
    }
}
