package org.rollscope.viewer.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.RollerCard;

class WallOrderTest {
    private static final Alarm.Reason REASON = new Alarm.Reason(58, 72, 140, 60, 0.1);

    @Test
    void withoutAlarmsEverybodyHasTheirOwnPlace() {
        assertEquals("abcdef", placed(Map.of()));
    }

    @Test
    void anAlarmChangesPlacesWithTheFirstAndNobodyElseMoves() {
        assertEquals("ebcdaf", placed(Map.of("e", over(5))));
    }

    @Test
    void overpressureComesBeforeGuardingAndThenWhoBeganFirst() {
        String placed = placed(Map.of("b", guarding(1), "d", over(9), "f", over(4)));
        assertEquals("fdb", placed.substring(0, 3));
    }

    @Test
    void aSecondAlarmMovesOnlyItselfAndWhomItReplaces() {
        assertEquals("ebcdaf", placed(Map.of("e", over(5))));
        assertEquals("efcdab", placed(Map.of("e", over(5), "f", over(6))));
    }

    @Test
    void anAlarmAmongTheFirstPlacesLosesNobody() {
        assertEquals("bacdef", placed(Map.of("b", over(1))));
        assertEquals("bacdef", placed(Map.of("a", over(2), "b", over(1))));
    }

    @Test
    void oneThatHasJustEndedStaysAtTheTopBehindThoseThatGoOn() {
        Alarm ended = new Alarm(Alarm.Kind.OVERPRESSURE, false, 5, 3000, REASON);
        assertEquals("ebcdaf", placed(Map.of("e", ended)));
        assertEquals("fe", placed(Map.of("e", ended, "f", over(6))).substring(0, 2));
        assertEquals("ed", placed(Map.of("e", ended, "d", guarding(1))).substring(0, 2));
    }

    private static Alarm over(long onsetNs) {
        return new Alarm(Alarm.Kind.OVERPRESSURE, true, onsetNs, 0, REASON);
    }

    private static Alarm guarding(long onsetNs) {
        return new Alarm(Alarm.Kind.GUARDING, true, onsetNs, 0, REASON);
    }

    private static String placed(Map<String, Alarm> alarms) {
        List<RollerCard> cards = new ArrayList<>();
        for (String rollerId : List.of("a", "b", "c", "d", "e", "f")) {
            List<Alarm> mine = alarms.containsKey(rollerId) ? List.of(alarms.get(rollerId)) : List.of();
            cards.add(new RollerCard(
                    rollerId,
                    rollerId,
                    "",
                    Activity.HOLD,
                    "Hold",
                    "40 kPa",
                    null,
                    mine,
                    new Freshness(Freshness.Level.LIVE, "live"),
                    ""));
        }
        StringBuilder order = new StringBuilder();
        WallOrder.arranged(cards).forEach(card -> order.append(card.rollerId()));
        return order.toString();
    }
}
