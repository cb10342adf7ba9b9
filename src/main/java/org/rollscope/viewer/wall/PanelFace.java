package org.rollscope.viewer.wall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.viewer.look.PressureScale;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;
import org.rollscope.viewer.model.Alarm;
import org.rollscope.viewer.model.Freshness;
import org.rollscope.viewer.model.RollerCard;
import org.rollscope.viewer.orders.Order;

/**
 * What of a panel is drawn into the cached image: all but the line and the pressure of now. Drawn anew only when it changes.
 *
 * @param rollerId which.
 * @param who athlete or roller.
 * @param where muscle, side and roller.
 * @param activity state for its colour.
 * @param stateWord state in words.
 * @param lanes alarms in words, none when nothing is the matter.
 * @param order what came of the coach's last order, null for none.
 * @param level how old the figures are.
 * @param freshnessWords the same in words.
 * @param batteryText voltage, or empty.
 * @param band floor and ceiling, null when unknown.
 * @param upperKpa value of the upper edge of the trace.
 */
record PanelFace(
        String rollerId,
        String who,
        String where,
        Activity activity,
        String stateWord,
        List<Lane> lanes,
        @Nullable Order order,
        Freshness.Level level,
        String freshnessWords,
        String batteryText,
        @Nullable PressureBand band,
        double upperKpa) {
    /** The ceiling lies at this share of the trace's height in every panel, so that a row can be read at a glance. */
    private static final double CEILING_SHARE_RATIO = 1 / 1.5;

    private static final double UPPER_WITHOUT_BAND_KPA = 100;

    /**
     * An alarm in words.
     *
     * @param kind what.
     * @param open whether it goes on.
     * @param words why.
     */
    record Lane(Alarm.Kind kind, boolean open, String words) {}

    /** Copies the list. */
    PanelFace {
        lanes = List.copyOf(lanes);
    }

    static PanelFace of(RollerCard card, @Nullable Order order, double highestKpa) {
        boolean live = card.freshness().level() == Freshness.Level.LIVE;
        return new PanelFace(
                card.rollerId(),
                card.who(),
                card.where(),
                card.activity(),
                card.stateWord(),
                card.alarms().stream()
                        .map(alarm -> new Lane(alarm.kind(), alarm.open(), AlarmWords.of(alarm)))
                        .toList(),
                order,
                card.freshness().level(),
                live ? Texts.of("wall.live") : card.freshness().words(),
                card.batteryText(),
                card.band(),
                upperKpa(card.band(), highestKpa));
    }

    /** Lines between the state and the trace. */
    int laneCount() {
        return lanes.size() + (order == null ? 0 : 1);
    }

    private static double upperKpa(@Nullable PressureBand band, double highestKpa) {
        double usualKpa = band == null ? UPPER_WITHOUT_BAND_KPA : band.ceilingKpa() / CEILING_SHARE_RATIO;
        PressureUnit unit = PressureUnit.shown();
        return highestKpa <= usualKpa ? usualKpa : unit.toKpa(PressureScale.roundUp(unit.of(highestKpa)));
    }

    /** All of it in one sentence, for tips and screen readers. */
    String spoken(String meanText) {
        List<String> words = new ArrayList<>(List.of(who, where));
        lanes.forEach(lane -> words.add(lane.words()));
        if (order != null) {
            words.add(order.words());
        }
        words.add(stateWord + " " + meanText);
        words.add(freshnessWords);
        if (!batteryText.isEmpty()) {
            words.add(batteryText);
        }
        return String.join("; ", words);
    }
}
