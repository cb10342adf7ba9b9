package org.rollscope.programme.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.progress.Bout;

class DueNotesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-29");
    private static final BodyPlace CALF = new BodyPlace(Muscle.CALF, Side.LEFT);
    private static final BodyPlace GLUTES = new BodyPlace(Muscle.GLUTES, Side.RIGHT);
    private static final NoteLog NONE = NoteLog.empty("anna");

    private static Bout bout(BodyPlace place, int daysAgo) {
        return new Bout(
                place.word() + daysAgo,
                place,
                TODAY.minusDays(daysAgo),
                new Bout.Done(List.of(), 0),
                new Bout.Load("roller", 40, 60, 100),
                Bout.Response.of(Double.NaN, Double.NaN, 0, new double[0]));
    }

    private static BodyNote soreness(int sequence, BodyPlace place, NoteMoment moment, LocalDate day) {
        return new BodyNote.Soreness(sequence, day.toString(), moment, place.muscle(), place.side(), 3);
    }

    @Test
    void sorenessIsAskedForADayAndTwoDaysAfterRollingOnceForEachPlace() {
        List<Bout> bouts =
                List.of(bout(GLUTES, 1), bout(CALF, 1), bout(CALF, 1), bout(GLUTES, 2), bout(CALF, 0), bout(CALF, 3));
        assertEquals(
                List.of(
                        new DueNotes.Due(NoteMoment.NEXT_DAY, CALF),
                        new DueNotes.Due(NoteMoment.NEXT_DAY, GLUTES),
                        new DueNotes.Due(NoteMoment.SECOND_DAY, GLUTES)),
                DueNotes.on(TODAY, bouts, NONE));
        assertEquals(List.of(), DueNotes.on(TODAY.plusDays(4), bouts, NONE), "nobody remembers for longer");
    }

    @Test
    void whatIsNotedIsNotAskedForAgainUnlessItWasTakenBack() {
        List<Bout> bouts = List.of(bout(CALF, 1), bout(CALF, 2));
        NoteLog noted = NONE.with(soreness(1, CALF, NoteMoment.NEXT_DAY, TODAY));
        List<DueNotes.Due> second = List.of(new DueNotes.Due(NoteMoment.SECOND_DAY, CALF));
        assertEquals(second, DueNotes.on(TODAY, bouts, noted));
        NoteLog other = NONE.with(soreness(1, CALF, NoteMoment.NEXT_DAY, TODAY.minusDays(1)))
                .with(soreness(2, GLUTES, NoteMoment.NEXT_DAY, TODAY))
                .with(soreness(3, CALF, NoteMoment.AFTER, TODAY.minusDays(1)))
                .with(new BodyNote.MotionLength(
                        4, TODAY.toString(), NoteMoment.NEXT_DAY, Muscle.CALF, Side.LEFT, "knee-to-wall", 100));
        assertEquals(2, DueNotes.on(TODAY, bouts, other).size(), "another day, place, moment and measure");
        NoteLog back = noted.with(new BodyNote.Correction(2, TODAY.toString(), 1));
        assertEquals(2, DueNotes.on(TODAY, bouts, back).size());
    }
}
