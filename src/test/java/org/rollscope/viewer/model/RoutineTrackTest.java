package org.rollscope.viewer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;
import org.rollscope.programme.plan.Tool;
import org.rollscope.programme.routine.Prompt;
import org.rollscope.programme.routine.RoutineState;
import org.rollscope.telemetry.MetricsMessage;

class RoutineTrackTest {
    private final RoutineTrack track = new RoutineTrack();

    private static RoutineState state(Prompt prompt) {
        return new RoutineState(
                prompt,
                new BodyPlace(Muscle.CALF, Side.LEFT),
                Tool.ROLLER,
                0,
                2,
                0,
                2,
                0,
                20_000,
                0,
                90_000,
                0,
                List.of());
    }

    private void hear(Prompt prompt, long nowNs) {
        track.hear(new MetricsMessage.Routine(new MetricsMessage.Routine.Guided("anna", state(prompt))), nowNs);
    }

    @Test
    void whatEndedBeforeTheWindowWasOpenedIsNotShown() {
        hear(Prompt.DONE, 5);
        assertNull(track.at(6));
    }

    @Test
    void whatRunsIsShownAndItsEndForAWhile() {
        assertNull(track.at(0));
        hear(Prompt.FIND, 10);
        assertEquals(Prompt.FIND, track.at(RoutineTrack.ENDED_SHOWN_NS * 50).prompt(), "a search takes its time");
        hear(Prompt.DONE, 1000);
        assertEquals(Prompt.DONE, track.at(1000 + RoutineTrack.ENDED_SHOWN_NS).prompt());
        hear(Prompt.DONE, 2000); // a broker that came back says it again
        assertNull(track.at(1001 + RoutineTrack.ENDED_SHOWN_NS));
    }

    @Test
    void aServiceThatBeganAnewGuidesNobody() {
        hear(Prompt.HOLD, 10);
        track.hear(new MetricsMessage.Routine(null), 20);
        assertNull(track.at(21));
    }
}
