package org.rollscope.viewer.wall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.RollerCard;

/**
 * Which roller lies in which place of the wall.
 *
 * <p>Every roller has a place of its own, in the order in which they were first heard. One with an alarm changes places with
 * who lies at the top, so that nobody else moves and a coach finds everybody where they were. Over-pressure comes before
 * suspected guarding, what goes on before what has just ended, then the one that began first.
 */
final class WallOrder {
    private static final Comparator<RollerCard> PRESSING = Comparator.<RollerCard, Alarm.Kind>comparing(
                    card -> card.alarms().get(0).kind())
            .thenComparing(card -> !card.alarms().get(0).open())
            .thenComparingLong(card -> card.alarms().get(0).onsetNs());

    private WallOrder() {}

    /** The cards in the order of the places. */
    static List<RollerCard> arranged(List<RollerCard> cards) {
        List<RollerCard> placed = new ArrayList<>(cards);
        List<RollerCard> pressing = new ArrayList<>(
                cards.stream().filter(card -> !card.alarms().isEmpty()).toList());
        pressing.sort(PRESSING);
        for (int place = 0; place < pressing.size(); place++) {
            Collections.swap(placed, place, placed.indexOf(pressing.get(place)));
        }
        return placed;
    }
}
