package org.rollscope.viewer.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.viewer.model.Alarm;

class AlarmWordsTest {
    @ParameterizedTest
    @CsvSource({
        "OVERPRESSURE, true, 0, 'Over 60 kPa, max 72'",
        "OVERPRESSURE, false, 3900, '3 s ago over 60 kPa: 72'",
        "GUARDING, true, 0, 'Guarding suspected 0.72'",
        "GUARDING, false, 4000, '4 s ago guarding suspected'"
    })
    void anAlarmSaysWhyWithFigures(Alarm.Kind kind, boolean open, long endedAgoMs, String words) {
        assertEquals(
                words, AlarmWords.of(new Alarm(kind, open, 1, endedAgoMs, new Alarm.Reason(58, 71.6, 140, 60, 0.723))));
    }

    @ParameterizedTest
    @CsvSource({"true, 'Tile 140 over 120 kPa'", "false, '0 s ago tile 140 over 120'"})
    void overpressureOfOneTileSaysSo(boolean open, String words) {
        Alarm.Reason reason = new Alarm.Reason(40, 41, 140, 60, 0.1);
        assertEquals(words, AlarmWords.of(new Alarm(Alarm.Kind.OVERPRESSURE, open, 1, 0, reason)));
    }

    @Test
    void whatIsNotKnownIsADash() {
        Alarm.Reason nothing = new Alarm.Reason(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertEquals(
                "Over \u2013 kPa, max \u2013", AlarmWords.of(new Alarm(Alarm.Kind.OVERPRESSURE, true, 1, 0, nothing)));
        assertEquals("Guarding suspected \u2013", AlarmWords.of(new Alarm(Alarm.Kind.GUARDING, true, 1, 0, nothing)));
    }
}
