package org.rollscope.viewer.model;

import org.rollscope.programme.routine.RoutineState;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;
import org.rollscope.viewer.look.BodyWords;
import org.rollscope.viewer.look.Texts;

/** What a routine says, in words of the window's language and as the advice that looks and sounds like it. */
final class PromptWords {
    private PromptWords() {}

    /** Large words. */
    static String of(RoutineState state) {
        return switch (state.prompt()) {
            case SET_UP, NEXT_MUSCLE -> Texts.of(key(state), place(state));
            case FIND -> Texts.of(key(state));
            case REST ->
                Texts.of("prompt.rest", Readout.holdText(state.restMs() + 999), place(state)); // the second that runs
            case DONE -> Texts.of(state.isEndedEarly() ? "prompt.ended" : "prompt.done");
            case SLOWER, BREATHE, HOLD, EASE_OFF, RELEASED, MOVE_ON, STOP ->
                Texts.of("prompt." + state.prompt().word());
        };
    }

    private static String key(RoutineState state) {
        return "prompt." + state.prompt().word() + "." + state.tool().word();
    }

    private static String place(RoutineState state) {
        return Texts.of(
                "routine.place",
                BodyWords.of(state.place().muscle()),
                BodyWords.of(state.place().side()));
    }

    /** How it looks and sounds; what presses goes before any prompt. */
    static Advice advice(RoutineState state, LiveMetrics live) {
        if (live.overpressure() && (live.advice() == Advice.STOP || live.advice() == Advice.EASE_OFF)) {
            return live.advice();
        }
        return switch (state.prompt()) {
            case SLOWER -> Advice.ROLL_SLOWER;
            case BREATHE -> Advice.HOLD_HERE;
            case HOLD -> Advice.KEEP_HOLDING;
            case EASE_OFF -> Advice.EASE_OFF;
            case RELEASED -> Advice.RELEASED_MOVE_ON;
            case MOVE_ON -> Advice.MOVE_ON;
            case NEXT_MUSCLE -> Advice.NEXT_MUSCLE;
            case STOP -> Advice.STOP;
            case SET_UP, FIND, REST, DONE -> Advice.NONE;
        };
    }

    /** Where in the routine, how far, and how long it still takes. */
    static String progress(RoutineState state) {
        if (state.isOver()) {
            long doneCount = state.outcomes().stream()
                    .filter(outcome -> outcome.spotCount() > 0)
                    .count();
            long spotCount = state.outcomes().stream()
                    .mapToLong(outcome -> outcome.spotCount())
                    .sum();
            return Texts.of("routine.over", Long.toString(doneCount), Integer.toString(state.stepCount()), spotCount);
        }
        int spotIndex = Math.min(state.spotCount() + 1, state.plannedSpotCount());
        return Texts.of(
                state.tool().rolls() ? "routine.progress" : "routine.progress.pressed",
                place(state),
                Integer.toString(state.stepIndex() + 1),
                Integer.toString(state.stepCount()),
                Integer.toString(spotIndex),
                Integer.toString(state.plannedSpotCount()),
                Readout.holdText(state.targetMs()),
                Long.toString(Math.round(state.coveredMm() / 10)),
                Long.toString((state.leftMs() + 59_999) / 60_000));
    }
}
