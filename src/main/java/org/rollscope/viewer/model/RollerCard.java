package org.rollscope.viewer.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.frame.BoardHello;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * What a wall shows of one roller at one moment; figures that are history are not shown as if they were of now.
 *
 * @param rollerId which.
 * @param who athlete, or the roller where no session runs.
 * @param where muscle and side, and the roller; that no session runs.
 * @param activity state for its colour; unknown without data.
 * @param stateWord state in words.
 * @param meanText mean pressure with unit, or a dash.
 * @param band floor and ceiling, null when unknown.
 * @param alarms what a coach should look at, the more pressing first; empty when nothing is the matter.
 * @param freshness how old the figures are.
 * @param batteryText voltage of the battery, empty where it is not measured.
 */
public record RollerCard(
        String rollerId,
        String who,
        String where,
        Activity activity,
        String stateWord,
        String meanText,
        @Nullable PressureBand band,
        List<Alarm> alarms,
        Freshness freshness,
        String batteryText) {
    /** Copies the list. */
    public RollerCard {
        alarms = List.copyOf(alarms);
    }

    static RollerCard of(RollerTrack roller, long nowNs) {
        LiveMetrics live = roller.live();
        Freshness freshness = Freshness.of(roller.ageMs(nowNs), roller.online());
        boolean known = live != null && freshness.level() != Freshness.Level.LOST;
        Activity activity = live == null || !known ? Activity.UNKNOWN : live.activity();
        SessionRecord session = roller.session();
        RoutineState routine = roller.routine(nowNs);
        String where = session == null
                ? Texts.of("about.no_session")
                : Texts.of(
                        "wall.where", BodyWords.of(session.muscle()), BodyWords.of(session.side()), roller.rollerId());
        return new RollerCard(
                roller.rollerId(),
                session == null ? roller.rollerId() : session.athleteId(),
                routine == null || routine.isOver()
                        ? where
                        : Texts.of(
                                "wall.guided",
                                Integer.toString(routine.stepIndex() + 1),
                                Integer.toString(routine.stepCount()),
                                where),
                activity,
                known ? Texts.of("state." + activity.word()) : Texts.of("state.none"),
                live == null || !known || !Double.isFinite(live.meanPressureKpa())
                        ? Readout.DASH
                        : PressureUnit.shown().text(live.meanPressureKpa()),
                live == null ? session == null ? null : session.band() : live.band(),
                roller.alarms(nowNs),
                freshness,
                battery(roller.device()));
    }

    private static String battery(MetricsMessage.@Nullable Device device) {
        if (device == null || device.hello().batteryMv() == BoardHello.BATTERY_NOT_MEASURED_MV) {
            return "";
        }
        return Texts.of(
                "wall.battery",
                String.format(Locale.ROOT, "%.1f", device.hello().batteryMv() / 1000.0));
    }
}
