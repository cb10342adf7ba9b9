package org.rollscope.programme.routine;

import java.util.List;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.programme.plan.Tool;

/**
 * Where a routine is.
 *
 * @param prompt what to do now.
 * @param place where; the next one while resting, the last one at the end.
 * @param tool what with: what the board sits in, or before it has said so what the plan names.
 * @param stepIndex which of the places, from 0.
 * @param stepCount places in all.
 * @param spotCount spots done here.
 * @param plannedSpotCount spots planned here.
 * @param holdMs length of the present hold.
 * @param targetMs how long a spot is to be held here.
 * @param restMs rest that is left, 0 when none is.
 * @param leftMs time that the rest of the routine is expected to take.
 * @param coveredMm length along the limb that was rolled or held here; 0 with what does not roll.
 * @param outcomes places that are behind.
 */
public record RoutineState(
        Prompt prompt,
        BodyPlace place,
        Tool tool,
        int stepIndex,
        int stepCount,
        int spotCount,
        int plannedSpotCount,
        long holdMs,
        long targetMs,
        long restMs,
        long leftMs,
        double coveredMm,
        List<PlaceOutcome> outcomes) {
    /** Copies the list. */
    public RoutineState {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing more comes. */
    public boolean isOver() {
        return prompt == Prompt.DONE || prompt == Prompt.STOP;
    }

    /** Whether it is over before its last place was done with. */
    public boolean isEndedEarly() {
        return isOver()
                && (outcomes.size() < stepCount
                        || outcomes.stream().anyMatch(outcome -> outcome.ending() == PlaceOutcome.Ending.ENDED));
    }

    /** How long a part may be a second old and still be the same to people. */
    private static long seconds(long timeMs) {
        return (timeMs + 999) / 1000;
    }

    /** Whether people would see a difference: another prompt, place or spot, or another second. */
    public boolean looksLike(RoutineState other) {
        return prompt == other.prompt
                && place.equals(other.place)
                && tool == other.tool
                && spotCount == other.spotCount
                && seconds(holdMs) == seconds(other.holdMs)
                && seconds(restMs) == seconds(other.restMs);
    }
}
