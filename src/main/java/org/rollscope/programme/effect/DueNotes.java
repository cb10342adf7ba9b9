package org.rollscope.programme.effect;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.progress.Bout;

/**
 * Which soreness is to be asked for on a day: a day and two days after a place was rolled (P7), on that day only and until it is noted.
 */
public final class DueNotes {
    private DueNotes() {}

    /**
     * Soreness that nobody has noted yet.
     *
     * @param moment a day or two days later.
     * @param place where.
     */
    public record Due(NoteMoment moment, BodyPlace place) {}

    /** What is due on a day, a day's rolling first, bottom-up. */
    public static List<Due> on(LocalDate today, List<Bout> bouts, NoteLog notes) {
        return Arrays.stream(NoteMoment.values())
                .filter(moment -> moment.laterDays() > 0)
                .flatMap(moment -> at(moment, today.minusDays(moment.laterDays()), bouts, notes))
                .toList();
    }

    private static Stream<Due> at(NoteMoment moment, LocalDate rolledOn, List<Bout> bouts, NoteLog notes) {
        return bouts.stream()
                .filter(bout -> bout.day().equals(rolledOn))
                .map(Bout::place)
                .distinct()
                .sorted(BodyPlace.BOTTOM_UP)
                .filter(place -> notes.standing().stream()
                        .noneMatch(note -> note instanceof BodyNote.Soreness
                                && note.place().equals(place)
                                && note.moment() == moment
                                && note.rolledOn().equals(rolledOn)))
                .map(place -> new Due(moment, place));
    }
}
