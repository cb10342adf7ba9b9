package org.rollscope.programme.routine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollscope.programme.plan.DaysWork;
import org.rollscope.programme.plan.Tool;

/**
 * Guides through what is due today: find, hold, breathe, released, move on, ease off, next muscle, rest, done.
 *
 * <p>It begins only with steps that carry the gate's pass ({@link DaysWork}), so that nobody is guided whom the screening holds back. It
 * goes on by what the athlete does, never by a clock alone: a place begins when a limb lies on the roller, a spot counts when it let go
 * after 20 s or was held as long as planned, and a place ends when the limb comes off. Only the rest between two places is timed, and who
 * begins before it is over has begun. What does not roll is lifted and pressed elsewhere to find a spot, so there its being off the limb
 * for a moment is part of the search. <b>Threads.</b> One. <b>Source.</b> practice rules T1 to T4, T9 to T12, T16 of the domain study.
 */
public final class GuidedRoutine {
    /** A limb that is lifted for less has not come off. */
    private static final long LIFTED_MS = 1500;

    private enum Phase {
        SET_UP,
        WORK,
        LEAVE,
        REST,
        OVER
    }

    private final List<DaysWork.Step> steps;
    private final RoutineSettings settings;
    private final double stopPainNrs;
    private final List<PlaceOutcome> outcomes = new ArrayList<>();
    private int stepIndex;
    private PlaceWork work;
    private Phase phase = Phase.SET_UP;
    private PlaceOutcome.Ending ending = PlaceOutcome.Ending.DONE;
    private boolean stopped;
    private RoutineMoment moment = RoutineMoment.empty(0);
    private long lastContactMs = Long.MIN_VALUE / 2;
    private long restEndMs;
    private @Nullable Tool board;

    /**
     * Begins with the first place.
     *
     * @param steps what is due, in order; one at least.
     * @param settings how it is paced.
     * @param stopPainNrs pain of 0 to 10 at which it ends.
     */
    public GuidedRoutine(List<DaysWork.Step> steps, RoutineSettings settings, double stopPainNrs) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a routine needs a place");
        }
        this.steps = List.copyOf(steps);
        this.settings = settings;
        this.stopPainNrs = stopPainNrs;
        work = new PlaceWork(steps.get(0).prescription());
    }

    /** The board has said what it sits in; before, what the plan names is believed. */
    public void uses(Tool boardTool) {
        board = boardTool;
    }

    private Tool tool() {
        Tool known = board;
        return known == null ? steps.get(stepIndex).prescription().manner().tool() : known;
    }

    /** Takes what the roller says now. */
    public void accept(RoutineMoment now) {
        moment = now;
        if (now.contact()) {
            lastContactMs = now.timeMs();
        }
        boolean lifted = now.timeMs() - lastContactMs >= LIFTED_MS;
        switch (phase) {
            case REST -> {
                if (now.timeMs() >= restEndMs) {
                    phase = Phase.SET_UP;
                }
                beginOnContact();
            }
            case SET_UP -> beginOnContact();
            case WORK -> {
                work.accept(now);
                if (work.isComplete()) {
                    leave(PlaceOutcome.Ending.DONE);
                }
            }
            case LEAVE -> {
                work.accept(now);
                if (lifted) {
                    next();
                }
            }
            case OVER -> {}
        }
    }

    private void beginOnContact() {
        if (moment.contact()) {
            phase = Phase.WORK;
            work.begin(moment.timeMs());
            work.accept(moment);
        }
    }

    private void leave(PlaceOutcome.Ending how) {
        ending = how;
        phase = Phase.LEAVE;
    }

    private void next() {
        boolean done =
                ending == PlaceOutcome.Ending.SKIPPED && work.isComplete(); // its last hold went on after the skip
        outcomes.add(work.outcome(done ? PlaceOutcome.Ending.DONE : ending));
        if (stepIndex + 1 == steps.size()) {
            phase = Phase.OVER;
            return;
        }
        stepIndex++;
        work = new PlaceWork(steps.get(stepIndex).prescription());
        restEndMs = moment.timeMs() + settings.restMs();
        phase = settings.restMs() > 0 ? Phase.REST : Phase.SET_UP;
    }

    /** Leaves this place out; the next comes without a rest where nothing was done. */
    public void skip() {
        switch (phase) {
            case REST, SET_UP -> {
                ending = PlaceOutcome.Ending.SKIPPED;
                next();
                if (phase == Phase.REST) {
                    phase = Phase.SET_UP;
                }
            }
            case WORK -> leave(PlaceOutcome.Ending.SKIPPED);
            case LEAVE, OVER -> {}
        }
    }

    /** Guarding was suspected; too often, and the place is left for today (T9). */
    public void guarded() {
        if (phase == Phase.WORK) {
            work.guarded();
            if (work.guardingCount() >= settings.guardingLimitCount()) {
                leave(PlaceOutcome.Ending.GUARDED);
            }
        }
    }

    /** The athlete's word for the pain: unbearable ends the routine (T16). */
    public void pain(double painNrs) {
        if (painNrs >= stopPainNrs && phase != Phase.OVER) {
            stopped = true;
            end();
        }
    }

    /** Somebody ends it here. */
    public void end() {
        if (phase != Phase.OVER) {
            outcomes.add(work.outcome(phase == Phase.LEAVE ? ending : PlaceOutcome.Ending.ENDED));
            phase = Phase.OVER;
        }
    }

    /** Where it is. */
    public RoutineState state() {
        return new RoutineState(
                prompt(),
                work.place(),
                tool(),
                stepIndex,
                steps.size(),
                work.spotCount(),
                work.plannedSpotCount(),
                work.holdMs(),
                work.targetMs(),
                phase == Phase.REST ? Math.max(0, restEndMs - moment.timeMs()) : 0,
                leftMs(),
                work.coveredMm(),
                outcomes);
    }

    private Prompt prompt() {
        return switch (phase) {
            case OVER -> stopped ? Prompt.STOP : Prompt.DONE;
            case REST -> Prompt.REST;
            case SET_UP -> Prompt.SET_UP;
            case LEAVE -> urgent(Prompt.NEXT_MUSCLE);
            case WORK -> moment.contact() || !tool().rolls() ? urgent(atWork()) : Prompt.SET_UP;
        };
    }

    private Prompt urgent(Prompt otherwise) {
        if (work.isOverPlan(moment.timeMs())) {
            return Prompt.EASE_OFF;
        }
        return switch (moment.urge()) {
            case EASE_OFF -> Prompt.EASE_OFF;
            case SLOWER -> otherwise == Prompt.FIND ? Prompt.SLOWER : otherwise;
            case NONE -> otherwise;
        };
    }

    private Prompt atWork() {
        if (work.holdMs() == 0) {
            return Prompt.FIND;
        }
        if (work.isCounted()) {
            return work.hasLetGo() ? Prompt.RELEASED : Prompt.MOVE_ON;
        }
        return work.holdMs() < settings.breatheMs() ? Prompt.BREATHE : Prompt.HOLD;
    }

    private long leftMs() {
        if (phase == Phase.OVER) {
            return 0;
        }
        long leftMs = phase == Phase.LEAVE ? 0 : work.leftMs(settings.searchMs());
        if (phase == Phase.REST) {
            leftMs += Math.max(0, restEndMs - moment.timeMs());
        }
        for (DaysWork.Step later : steps.subList(stepIndex + 1, steps.size())) {
            leftMs += settings.restMs() + new PlaceWork(later.prescription()).leftMs(settings.searchMs());
        }
        return leftMs;
    }
}
