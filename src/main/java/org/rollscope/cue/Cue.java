package org.rollscope.cue;

import java.util.Locale;
import org.rollscope.session.Advice;
import org.rollscope.session.LiveMetrics;

/** What is to be felt, the more urgent first. */
public enum Cue {
    /** Pressure far over the ceiling: at once, and strongly. */
    STOP(true),
    /** Pressure over the ceiling, or suspected guarding: take load off. */
    EASE_OFF(true),
    /** Rolling too fast to find a tender spot. */
    ROLL_SLOWER(true),
    /** The tissue let go. */
    RELEASED(false),
    /** Held long enough. */
    MOVE_ON(false),
    /** This place is done: come off. A guided routine says so. */
    DONE_HERE(false),
    /** Nothing. */
    NONE(true);

    private final boolean repeating;

    Cue(boolean repeating) {
        this.repeating = repeating;
    }

    /** What the figures of a moment ask for. */
    public static Cue of(LiveMetrics metrics) {
        return of(metrics.advice(), metrics.overpressure());
    }

    private static Cue of(Advice advice, boolean overpressure) {
        return switch (advice) {
            // without over-pressure it says that the hold is longer than any reviewed one
            case STOP -> overpressure ? STOP : MOVE_ON;
            case EASE_OFF -> EASE_OFF;
            case ROLL_SLOWER -> ROLL_SLOWER;
            case RELEASED_MOVE_ON -> RELEASED;
            case MOVE_ON, NEXT_MUSCLE -> MOVE_ON;
            case NONE, HOLD_HERE, KEEP_HOLDING -> NONE;
        };
    }

    /** Whether it goes on for as long as its reason does; others are said once. */
    boolean isRepeating() {
        return repeating;
    }

    /** Whether pressure is to come down: this is what escalates. */
    boolean isPressing() {
        return this == STOP || this == EASE_OFF;
    }

    /** Lower-case name, as in logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
