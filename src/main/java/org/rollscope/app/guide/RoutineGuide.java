package org.rollscope.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.command.CommandAnswer;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.routine.GuidedRoutine;
import org.rollscope.programme.routine.RoutineMoment;
import org.rollscope.programme.routine.RoutineMoment.Urge;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;

/**
 * Leads a routine on a running service: hears what the roller says, and has the service change muscle and side when the routine does, so
 * that each place has its own band and its own session.
 *
 * <p><b>Threads.</b> The pipeline's, and {@link #skip} and {@link #end} from any.
 */
public final class RoutineGuide {
    /** A board that begins anew, or a gap, is no time in which something was done. */
    private static final long LONGEST_STEP_MS = 1000;

    /** Hears where the routine is, when people would see a difference. */
    public interface Told {
        /** Another prompt, place, spot or second. */
        void state(RoutineState state);

        /** Something of the service that people should know. */
        void notice(String words);
    }

    /** Has the service take another muscle and side. */
    public interface Places {
        /**
         * From the next frame on; never waits.
         *
         * @param place muscle and side.
         * @param answered told what came of it, on any thread.
         */
        void take(BodyPlace place, Consumer<CommandAnswer> answered);
    }

    private final GuidedRoutine routine;
    private final Places places;
    private final Told told;
    private final List<String> sessionIds = new ArrayList<>();
    private @Nullable RoutineState last;
    private @Nullable BodyPlace ordered;
    private long timeMs;
    private long deviceMs = -1;
    private boolean released;

    RoutineGuide(GuidedRoutine routine, Places places, Told told) {
        this.routine = routine;
        this.places = places;
        this.told = told;
    }

    /** Says the first prompt and has the service take the first place. */
    synchronized void begin() {
        tell();
    }

    /** Leaves this place out. */
    public synchronized void skip() {
        routine.skip();
        tell();
    }

    /** Ends it here. */
    public synchronized void end() {
        routine.end();
        tell();
    }

    /** Sessions that were recorded meanwhile. */
    public synchronized List<String> sessionIds() {
        return List.copyOf(sessionIds);
    }

    /** Where it is. */
    public synchronized RoutineState state() {
        return routine.state();
    }

    /** The board has said what it sits in. */
    synchronized void uses(Tool tool) {
        routine.uses(tool);
        tell();
    }

    /** Takes the newest figures. */
    synchronized void live(LiveMetrics metrics) {
        long nowMs = metrics.deviceTimeUs() / 1000;
        if (deviceMs >= 0 && nowMs > deviceMs) {
            timeMs += Math.min(nowMs - deviceMs, LONGEST_STEP_MS);
        }
        deviceMs = nowMs;
        if (metrics.holdMs() == 0) {
            released = false;
        }
        routine.accept(new RoutineMoment(
                timeMs,
                touches(metrics.activity()),
                metrics.holdMs(),
                released,
                metrics.speedMmPerS(),
                metrics.meanPressureKpa() / metrics.band().ceilingKpa(),
                urge(metrics.advice(), metrics.overpressure())));
        tell();
    }

    private static boolean touches(Activity activity) {
        return switch (activity) {
            case CONTACT, ROLLING, HOLD -> true;
            case IDLE, HANDLING, UNKNOWN -> false;
        };
    }

    private static Urge urge(Advice advice, boolean overpressure) {
        if (overpressure || advice == Advice.EASE_OFF) {
            return Urge.EASE_OFF;
        }
        return advice == Advice.ROLL_SLOWER ? Urge.SLOWER : Urge.NONE;
    }

    /** Takes what was found or said. */
    synchronized void event(RollerEvent event) {
        boolean begins = event.phase() != EventPhase.CLOSE;
        switch (event.type()) {
            case RELEASE, FELT_RELEASE -> released |= begins;
            case GUARDING -> {
                if (begins) {
                    routine.guarded();
                }
            }
            case PAIN -> routine.pain(event.details().value(RollerEvent.PAIN_NRS));
            default -> {}
        }
        tell();
    }

    /** A session was recorded. */
    synchronized void sessionEnded(String sessionId) {
        sessionIds.add(sessionId);
    }

    private void tell() {
        RoutineState state = routine.state();
        RoutineState before = last;
        if (before == null || !state.looksLike(before)) {
            last = state;
            told.state(state);
        }
        if (!state.isOver() && !state.place().equals(ordered)) {
            ordered = state.place();
            places.take(state.place(), answer -> {
                if (!answer.ok()) {
                    told.notice(answer.message());
                }
            });
        }
    }
}
