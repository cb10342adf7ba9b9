package org.rollscope.app.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollscope.cue.Cue;
import org.rollscope.programme.routine.Prompt;

class PromptCueTest {
    @ParameterizedTest
    @EnumSource(Prompt.class)
    void whatPressesGoesBeforeEveryPrompt(Prompt prompt) {
        assertEquals(Cue.STOP, PromptCue.of(prompt, Cue.STOP));
        assertEquals(Cue.EASE_OFF, PromptCue.of(prompt, Cue.EASE_OFF));
    }

    /** The figures alone would say after 90 s what the plan says after 30. */
    @Test
    void howLongAHoldIsFollowsThePlan() {
        assertEquals(Cue.MOVE_ON, PromptCue.of(Prompt.MOVE_ON, Cue.NONE));
        assertEquals(Cue.NONE, PromptCue.of(Prompt.HOLD, Cue.MOVE_ON));
        assertEquals(Cue.DONE_HERE, PromptCue.of(Prompt.NEXT_MUSCLE, Cue.MOVE_ON));
        assertEquals(Cue.EASE_OFF, PromptCue.of(Prompt.EASE_OFF, Cue.NONE), "over the plan");
        assertEquals(Cue.ROLL_SLOWER, PromptCue.of(Prompt.SLOWER, Cue.ROLL_SLOWER));
    }
}
