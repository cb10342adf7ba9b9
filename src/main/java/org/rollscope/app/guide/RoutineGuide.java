package org.rollscope.app.guide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.detect.Activity;
import org.rollscope.detect.EventPhase;
import org.rollscope.detect.RollerEvent;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.LinkCounters;
import org.rollscope.pipeline.PipelineListener;
import org.rollscope.programme.routine.GuidedRoutine;
import org.rollscope.programme.routine.RoutineMoment;
import org.rollscope.programme.routine.RoutineMoment.Urge;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.FramePoint;
import org.rollscope.session.LiveMetrics;
import org.rollscope.session.SessionRecord;
import org.rollscope.session.SessionSummary;

/**
 * Leads a routine on a running service: hears what the roller says, and has the service change muscle and side when the routine does, so
 * that each place has its own band and its own session.
 *
 * <p><b>Threads.</b> The pipeline's, and {@link #skip} and {@link #end} from any.
 */
final class RoutineGuide implements PipelineListener {
    /** A board that begins anew, or a gap, is no time in which something was done. */
    private static final long LONGEST_STEP_MS = 1000;

    /** Hears where the routine is, when people would see a difference. */
    interface Told {
        void state(RoutineState state);

        /** Something of the service that people should know. */
        void notice(String words);
    }

    private final GuidedRoutine routine;
    private final CommandReceiver desk;
    private final Told told;
    private final List<String> sessionIds = new ArrayList<>();
    private @Nullable RoutineState last;
    private @Nullable BodyPlace ordered;
    private int orderCount;
    private long timeMs;
    private long deviceMs = -1;
    private boolean released;

    RoutineGuide(GuidedRoutine routine, CommandReceiver desk, Told told) {
        this.routine = routine;
        this.desk = desk;
        this.told = told;
    }

    /** Says the first prompt and has the service take the first place. */
    synchronized void begin() {
        tell();
    }

    synchronized void skip() {
        routine.skip();
        tell();
    }

    synchronized void end() {
        routine.end();
        tell();
    }

    /** Sessions that were recorded meanwhile. */
    synchronized List<String> sessionIds() {
        return List.copyOf(sessionIds);
    }

    synchronized RoutineState state() {
        return routine.state();
    }

    @Override
    public synchronized void live(LiveMetrics metrics) {
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

    @Override
    public synchronized void event(String eventId, String sessionId, long deviceTimeUs, RollerEvent event) {
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

    @Override
    public synchronized void sessionEnded(SessionRecord record, LinkCounters link, SessionSummary summary) {
        sessionIds.add(record.sessionId());
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
            orderCount++;
            desk.receive(
                    new CommandRequest(
                            "routine-" + orderCount,
                            "routine",
                            new RollerCommand.Place(
                                    state.place().muscle(), state.place().side())),
                    new Answer(told));
        }
    }

    /** What the service says to another place; only a refusal is news. */
    private record Answer(Told told) implements CommandReply {
        @Override
        public void answer(CommandAnswer answer) {
            if (!answer.ok()) {
                told.notice(answer.message());
            }
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            return false;
        }
    }

    @Override
    public void device(BoardHello hello, @Nullable String calibrationId) {
        // the service tells
    }

    @Override
    public void sessionStarted(SessionRecord record) {
        // its end is what counts
    }

    @Override
    public void point(FramePoint point) {
        // live figures are enough
    }

    @Override
    public void notice(String line) {
        // the service tells
    }
}
