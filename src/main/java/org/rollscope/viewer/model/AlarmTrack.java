package org.rollscope.viewer.model;

import org.jspecify.annotations.Nullable;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.EventType;
import org.rollscope.detect.PressureEvidence;
import org.rollscope.session.LiveMetrics;
import org.rollscope.telemetry.MetricsMessage;

/**
 * One kind of alarm of one roller, from the live figures and from events, whichever say it first.
 *
 * <p>Live figures may be lost and events may come late, so either alone is enough. An alarm whose figures stopped has ended: it
 * is not known to be so now. One that comes again while its end is still shown is the same alarm, so that nothing jumps.
 * <b>Threads.</b> Guarded by the {@link ViewerModel}.
 */
final class AlarmTrack {
    /** An alarm that has ended is shown for so long; chosen by us: a glance around the room. */
    static final long LINGER_MS = 6000;

    /** Live figures from here on speak for guarding, as {@link LiveMetrics#guardingScoreRatio} says. */
    static final double GUARDING_FROM_RATIO = 0.6;

    /** A beginning that was told so much later than the newest figures is history that a broker had kept. */
    private static final long HISTORY_US = 5_000_000;

    /** Figures of so much later than a beginning that say nothing of over-pressure: its end was lost. */
    private static final long END_LOST_US = 1_000_000;

    private final Alarm.Kind kind;
    private Alarm.Reason reason = Alarm.Reason.NONE;
    private boolean saidByFigures;
    private boolean saidByEvent;
    private long eventTimeUs;
    private @Nullable Long newestTimeUs;
    private boolean ever;
    private long onsetNs;
    private long lastSaidNs;
    private long endedNs;

    AlarmTrack(Alarm.Kind kind) {
        this.kind = kind;
    }

    void hear(LiveMetrics live, long nowNs) {
        newestTimeUs = live.deviceTimeUs();
        boolean said = kind == Alarm.Kind.OVERPRESSURE
                ? live.overpressure()
                : live.guardingScoreRatio() >= GUARDING_FROM_RATIO;
        boolean endLost = kind == Alarm.Kind.OVERPRESSURE && !said && live.deviceTimeUs() - eventTimeUs > END_LOST_US;
        change(said, saidByEvent && !endLost, nowNs);
        if (saidByFigures || saidByEvent) {
            lastSaidNs = nowNs;
            reason = reason.with(
                    live.meanPressureKpa(),
                    live.peakPressureKpa(),
                    live.band().ceilingKpa(),
                    live.guardingScoreRatio());
        }
    }

    void hear(MetricsMessage.Event message, long nowNs) {
        if (message.event().type() != (kind == Alarm.Kind.OVERPRESSURE ? EventType.OVERPRESSURE : EventType.GUARDING)) {
            return;
        }
        if (message.event().phase() != EventPhase.OPEN) {
            change(saidByFigures, false, nowNs);
            return;
        }
        if (newestTimeUs != null && newestTimeUs - message.declaredDeviceTimeUs() > HISTORY_US) {
            return;
        }
        eventTimeUs = message.declaredDeviceTimeUs();
        change(saidByFigures, true, nowNs);
        lastSaidNs = nowNs;
        PressureEvidence evidence = message.event().evidence();
        reason = reason.with(
                evidence.meanPressureKpa(),
                evidence.peakPressureKpa(),
                evidence.ceilingKpa(),
                message.event().details().value("score_ratio"));
    }

    /** A session began or ended: what events said of the one before is over. */
    void sessionChanged(long nowNs) {
        change(saidByFigures, false, nowNs);
        newestTimeUs = null;
    }

    private void change(boolean nowByFigures, boolean nowByEvent, long nowNs) {
        boolean open = nowByFigures || nowByEvent;
        if (open && at(nowNs) == null) {
            onsetNs = nowNs;
            reason = Alarm.Reason.NONE;
        }
        if (!open && (saidByFigures || saidByEvent)) {
            endedNs = Math.min(nowNs, lastSaidNs + Freshness.LATE_MS * 1_000_000);
        }
        ever |= open;
        saidByFigures = nowByFigures;
        saidByEvent = nowByEvent;
    }

    /** The alarm as of a moment, null when there is none and none has just ended. */
    @Nullable
    Alarm at(long nowNs) {
        if (!ever) {
            return null;
        }
        boolean said = saidByFigures || saidByEvent;
        long silentNs = nowNs - lastSaidNs - Freshness.LATE_MS * 1_000_000;
        if (said && silentNs <= 0) {
            return new Alarm(kind, true, onsetNs, 0, reason);
        }
        long endedAgoMs = Math.max(0, said ? silentNs : nowNs - endedNs) / 1_000_000;
        return endedAgoMs < LINGER_MS ? new Alarm(kind, false, onsetNs, endedAgoMs, reason) : null;
    }
}
