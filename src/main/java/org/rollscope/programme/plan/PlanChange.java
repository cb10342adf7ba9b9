package org.rollscope.programme.plan;

import org.rollscope.athlete.BodyPlace;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * What a version of a plan changed or left, and why; kept with it.
 *
 * @param muscle which muscle.
 * @param side which side.
 * @param decision progress, keep, regress, or set by a person.
 * @param rule which rule decided; a word.
 * @param before as it was, for people; empty where nothing changed.
 * @param after as it is; empty where nothing changed.
 * @param why for people.
 */
public record PlanChange(
        Muscle muscle, Side side, String decision, String rule, String before, String after, String why) {
    /** Muscle and side. */
    public BodyPlace place() {
        return new BodyPlace(muscle, side);
    }
}
