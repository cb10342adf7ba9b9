package org.rollscope.app.guide;

import org.rollscope.cue.Cue;
import org.rollscope.programme.routine.Prompt;

/** What of a routine's prompts is felt at the roller: how long a hold is follows the plan, and what presses goes before it. */
final class PromptCue {
    private PromptCue() {}

    /**
     * The cue of a prompt.
     *
     * @param prompt what the routine says.
     * @param unguided what the figures alone ask for.
     */
    static Cue of(Prompt prompt, Cue unguided) {
        if (unguided == Cue.STOP || unguided == Cue.EASE_OFF) {
            return unguided;
        }
        return switch (prompt) {
            case EASE_OFF -> Cue.EASE_OFF;
            case SLOWER -> Cue.ROLL_SLOWER;
            case RELEASED -> Cue.RELEASED;
            case MOVE_ON -> Cue.MOVE_ON;
            case NEXT_MUSCLE -> Cue.DONE_HERE;
            case SET_UP, FIND, BREATHE, HOLD, REST, DONE, STOP -> Cue.NONE;
        };
    }
}
