package org.rollscope.programme.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

class NoteLogTest {
    private static final String DAY = "2026-03-04";

    private static BodyNote.Soreness sore(int sequence, double sorenessNrs) {
        return new BodyNote.Soreness(sequence, DAY, NoteMoment.SECOND_DAY, Muscle.CALF, Side.LEFT, sorenessNrs);
    }

    @Test
    void aCorrectionTakesBackAndLosesNothing() {
        NoteLog log = NoteLog.empty("anna").with(sore(1, 4)).with(sore(2, 9)).with(new BodyNote.Correction(3, DAY, 2));
        assertEquals(List.of(sore(1, 4)), log.standing());
        assertEquals(List.of(sore(1, 4), sore(2, 9)), log.all());
        assertTrue(log.isTakenBack(sore(2, 9)));
        assertFalse(log.isTakenBack(sore(1, 4)));
        assertEquals(sore(1, 4), log.last().orElseThrow());
        assertEquals(4, log.nextSequence());
        assertThrows(IllegalArgumentException.class, () -> log.with(sore(3, 1)));
        assertThrows(IllegalArgumentException.class, () -> new BodyNote.Correction(3, DAY, 3));
    }

    @Test
    void aLogContinuesOnlyOneThatItHoldsWhole() {
        NoteLog one = NoteLog.empty("anna").with(sore(1, 4));
        assertTrue(one.with(sore(2, 5)).continues(one));
        assertFalse(one.continues(one.with(sore(2, 5))));
        assertFalse(NoteLog.empty("anna").with(sore(1, 5)).continues(one));
    }

    @Test
    void aNoteBelongsToTheDayOfTheRolling() {
        assertEquals(LocalDate.parse("2026-03-02"), sore(1, 4).rolledOn());
    }

    @Test
    void whatIsNoNoteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> sore(1, 10.5));
        assertThrows(IllegalArgumentException.class, () -> sore(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> sore(0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BodyNote.MotionAngle(1, DAY, NoteMoment.BEFORE, Muscle.CALF, Side.LEFT, "x", 7));
    }

    @ParameterizedTest
    @EnumSource(MotionTest.class)
    void aUsualTestIsMeasuredInItsUnitOnly(MotionTest test) {
        MotionTest.check(test.word(), test.isAngle());
        assertThrows(IllegalArgumentException.class, () -> MotionTest.check(test.word(), !test.isAngle()));
    }
}
