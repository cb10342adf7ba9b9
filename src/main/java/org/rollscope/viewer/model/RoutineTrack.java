package org.rollscope.viewer.model;

import org.jspecify.annotations.Nullable;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.telemetry.MetricsMessage;

/**
 * Where the guided routine of a roller is.
 *
 * <p>What has ended is shown for a while to those who saw it run; a broker keeps the last word for ever. <b>Units.</b> Nanoseconds of the
 * viewer's clock. <b>Threads.</b> Guarded by the {@link ViewerModel}.
 */
final class RoutineTrack {
    /** Chosen by us: time to get up and read it. */
    static final long ENDED_SHOWN_NS = 120_000_000_000L;

    private @Nullable RoutineState state;
    private boolean ran;
    private long endedNs;

    void hear(MetricsMessage.Routine message, long nowNs) {
        MetricsMessage.Routine.Guided guided = message.guided();
        RoutineState now = guided == null ? null : guided.state();
        if (now != null && now.isOver()) {
            if (ran && state != null && !state.isOver()) {
                endedNs = nowNs;
            }
        } else {
            ran = now != null;
        }
        state = now;
    }

    /** What is to be shown; null when nobody is guided. */
    @Nullable
    RoutineState at(long nowNs) {
        RoutineState now = state;
        if (now == null || !ran || (now.isOver() && nowNs - endedNs > ENDED_SHOWN_NS)) {
            return null;
        }
        return now;
    }
}
