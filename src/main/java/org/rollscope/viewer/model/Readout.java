package org.rollscope.viewer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.PressureBand;
import org.rollscope.detect.Activity;
import org.rollscope.frame.Quality;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionRecord;
import org.rollscope.telemetry.MetricsMessage;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.PressureUnit;
import org.rollscope.viewer.look.Texts;

/**
 * The figures and texts of one moment, ready to be shown.
 *
 * <p>Figures that are history are not shown as if they were of now: their texts become a dash.
 *
 * @param freshness how old the figures are.
 * @param activity state for its colour; unknown without data.
 * @param stateWord state in words.
 * @param overpressure whether an overpressure is open.
 * @param advice what to do; of the routine, where one runs.
 * @param adviceWords that in words; without a broker why there are no figures.
 * @param holdMs length of the hold, 0 when there is none.
 * @param holdText the same as minutes and seconds.
 * @param meanText mean pressure.
 * @param errorText its standard error.
 * @param meanPressureKpa mean pressure, NaN when unknown.
 * @param band floor and ceiling, null when unknown.
 * @param ceilingText ceiling and where it came from.
 * @param forceText force.
 * @param peakText peak pressure.
 * @param areaText contact area.
 * @param speedText speed.
 * @param doubtText what is doubtful, empty when nothing is.
 * @param connected whether the broker is there.
 * @param statusText connection, roller, session.
 * @param routine the guided routine, null when nobody is guided.
 * @param routineText where in it, how far, how long still; empty without one.
 * @param lossText frames that are missing and payloads that could not be read.
 */
public record Readout(
        Freshness freshness,
        Activity activity,
        String stateWord,
        boolean overpressure,
        Advice advice,
        String adviceWords,
        long holdMs,
        String holdText,
        String meanText,
        String errorText,
        double meanPressureKpa,
        @Nullable PressureBand band,
        String ceilingText,
        String forceText,
        String peakText,
        String areaText,
        String speedText,
        String doubtText,
        boolean connected,
        String statusText,
        @Nullable RoutineState routine,
        String routineText,
        String lossText) {

    public static final String DASH = "\u2013";
    private static final String SEPARATOR = "   \u00b7   ";

    static Readout of(
            @Nullable RollerTrack roller, boolean connected, String connectionWords, long unreadableCount, long nowNs) {
        LiveMetrics live = roller == null ? null : roller.live();
        Freshness freshness = Freshness.ofBroker(
                connected, roller == null ? -1 : roller.ageMs(nowNs), roller == null ? null : roller.online());
        String status = connectionWords + (roller == null ? "" : SEPARATOR + about(roller));
        String loss = loss(roller == null ? -1 : roller.history().missingFrameCount(), unreadableCount);
        PressureBand band = live == null ? null : live.band();
        String ceiling = band == null
                ? ""
                : Texts.of(
                        "ceiling",
                        PressureUnit.shown().text(band.ceilingKpa()),
                        Texts.of("source." + band.source().word()));
        if (live == null || freshness.level() == Freshness.Level.LOST) {
            return new Readout(
                    freshness,
                    Activity.UNKNOWN,
                    Texts.of("state.none"),
                    false,
                    Advice.NONE,
                    connected ? "" : connectionWords,
                    0,
                    DASH,
                    DASH,
                    "",
                    Double.NaN,
                    band,
                    ceiling,
                    DASH,
                    DASH,
                    DASH,
                    DASH,
                    "",
                    connected,
                    status,
                    null,
                    "",
                    loss);
        }
        RoutineState routine = roller == null ? null : roller.routine(nowNs);
        return new Readout(
                freshness,
                live.activity(),
                Texts.of("state." + live.activity().word()),
                live.overpressure(),
                routine == null ? live.advice() : PromptWords.advice(routine, live),
                routine == null ? Texts.of("advice." + live.advice().word()) : PromptWords.of(routine),
                live.holdMs(),
                holdText(live.holdMs()),
                PressureUnit.shown().number(live.meanPressureKpa()),
                Texts.of("error", error(live.meanPressureKpa() * live.pressureErrorRatio())),
                live.meanPressureKpa(),
                band,
                ceiling,
                Texts.of("force", whole(live.totalForceN())),
                PressureUnit.shown().text(live.peakPressureKpa()),
                Texts.of("area", whole(live.contactAreaMm2() / 100)),
                Texts.of("speed", whole(Math.abs(live.speedMmPerS()))),
                doubt(live.qualityFlags()),
                connected,
                status,
                routine,
                routine == null ? "" : PromptWords.progress(routine),
                loss);
    }

    /** Minutes and seconds, whole seconds that have passed. */
    public static String holdText(long holdMs) {
        long seconds = Math.max(0, holdMs) / 1000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static String whole(double value) {
        return Double.isFinite(value) ? Long.toString(Math.round(value)) : DASH;
    }

    private static String error(double errorKpa) {
        PressureUnit unit = PressureUnit.shown();
        if (!Double.isFinite(errorKpa)) {
            return "?";
        }
        return unit.of(errorKpa) < 1 ? "1" : unit.number(errorKpa);
    }

    private static String doubt(int qualityFlags) {
        if (qualityFlags == Quality.GOOD_FLAGS) {
            return "";
        }
        return Texts.of("doubt", Quality.words(qualityFlags).replace(",", ", ").replace('_', ' '));
    }

    /** In words; missing frames below 0 are those of no roller. */
    private static String loss(long missingFrameCount, long unreadableCount) {
        List<String> words = new ArrayList<>();
        if (missingFrameCount >= 0) {
            words.add(Texts.of("loss.frames", Long.toString(missingFrameCount)));
        }
        if (unreadableCount > 0) {
            words.add(Texts.of("loss.unreadable", Long.toString(unreadableCount)));
        }
        return String.join(SEPARATOR, words);
    }

    private static String about(RollerTrack roller) {
        StringBuilder about = new StringBuilder(Texts.of("about.roller", roller.rollerId()));
        MetricsMessage.Device device = roller.device();
        if (device != null) {
            about.append(SEPARATOR)
                    .append(Texts.of("about.firmware", device.hello().firmwareVersion()))
                    .append(SEPARATOR)
                    .append(Texts.of("about.calibration", device.calibrationId()));
        }
        SessionRecord session = roller.session();
        about.append(SEPARATOR);
        if (session == null) {
            about.append(Texts.of("about.no_session"));
        } else {
            about.append(Texts.of(
                    "about.session",
                    session.sessionId(),
                    BodyWords.of(session.muscle()),
                    BodyWords.of(session.side())));
        }
        return about.toString();
    }
}
