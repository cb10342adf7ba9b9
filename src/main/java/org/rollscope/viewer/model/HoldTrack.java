package org.rollscope.viewer.model;

import org.rollscope.detect.EventType;
import org.rollscope.detect.Figures;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.telemetry.MetricsMessage;

/**
 * Follows a hold through live figures and events: only what the service has said of it, nothing is guessed from the pressure.
 *
 * <p>An event of an earlier hold, which a broker may have kept, is left out. <b>Threads.</b> Guarded by the {@link ViewerModel}.
 */
final class HoldTrack {
    /** An event may be told so much before the live figures of its moment; chosen by us: several live periods. */
    private static final long AHEAD_MS = 1000;

    private static final String AFTER_MS = "after_ms";
    private static final String DEPTH_RATIO = "depth_ratio";

    private HoldProgress progress = HoldProgress.NONE;
    private long holdStartUs;

    void hear(LiveMetrics live) {
        if (live.holdMs() < progress.holdMs()) {
            progress = HoldProgress.NONE;
        }
        holdStartUs = live.deviceTimeUs() - live.holdMs() * 1000;
        boolean unsaid = live.advice() == Advice.RELEASED_MOVE_ON && progress.releasedMs() < 0;
        progress = new HoldProgress(
                live.holdMs(),
                unsaid ? live.holdMs() : progress.releasedMs(),
                progress.depthRatio(),
                progress.settledMs(),
                progress.feltMs());
    }

    void hear(MetricsMessage.Event message) {
        EventType type = message.event().type();
        Figures details = message.event().details();
        long atMs = details.whole(AFTER_MS, -1);
        long declaredMs = (message.declaredDeviceTimeUs() - holdStartUs) / 1000;
        boolean ofThisHold = progress.holdMs() > 0
                && atMs >= 0
                && atMs <= declaredMs + AHEAD_MS
                && declaredMs <= progress.holdMs() + AHEAD_MS;
        if (!ofThisHold) {
            return;
        }
        if (type == EventType.RELEASE) {
            progress = new HoldProgress(
                    progress.holdMs(), atMs, details.value(DEPTH_RATIO), progress.settledMs(), progress.feltMs());
        } else if (type == EventType.SETTLED) {
            progress = new HoldProgress(
                    progress.holdMs(), progress.releasedMs(), progress.depthRatio(), atMs, progress.feltMs());
        } else if (type == EventType.FELT_RELEASE) {
            progress = new HoldProgress(
                    progress.holdMs(), progress.releasedMs(), progress.depthRatio(), progress.settledMs(), atMs);
        }
    }

    HoldProgress progress() {
        return progress;
    }
}
