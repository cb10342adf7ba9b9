package org.rollscope.programme.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.screening.HealthEntry;

/**
 * What happened, as far as the progress of a plan asks for it.
 *
 * @param bouts recorded sessions, in any order.
 * @param illnesses when the athlete was ill and well again.
 */
public record History(List<Bout> bouts, List<HealthEntry.Illness> illnesses) {
    /** Copies the lists. */
    public History {
        bouts = List.copyOf(bouts);
        illnesses = List.copyOf(illnesses);
    }

    /** Sessions on a place from a day to the day before another. */
    List<Bout> between(BodyPlace place, LocalDate from, LocalDate until) {
        return bouts.stream()
                .filter(bout -> bout.place().equals(place))
                .filter(bout -> !bout.day().isBefore(from) && bout.day().isBefore(until))
                .toList();
    }

    /** Days from a day to the day before another on which a place was rolled. */
    public int doneDaysCount(BodyPlace place, LocalDate from, LocalDate until) {
        return (int)
                between(place, from, until).stream().map(Bout::day).distinct().count();
    }

    /** Whether the athlete was ill on any day from a day to the day before another. */
    boolean wasIll(LocalDate from, LocalDate until) {
        boolean ill = false;
        List<HealthEntry.Illness> sorted = illnesses.stream()
                .sorted(Comparator.comparingInt(HealthEntry.Illness::sequence))
                .toList();
        for (HealthEntry.Illness entry : sorted) {
            LocalDate day = LocalDate.parse(entry.date());
            boolean before = !day.isAfter(from);
            boolean within = day.isAfter(from) && day.isBefore(until);
            if (before) {
                ill = entry.ill();
            } else if (within && (ill || entry.ill())) {
                return true;
            }
        }
        return ill;
    }
}
