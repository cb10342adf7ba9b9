package org.rollscope.viewer.look;

import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/** Muscles and sides as people say them in the language of the window. <b>Threads.</b> Any. */
public final class BodyWords {
    private BodyWords() {}

    /** A muscle group. */
    public static String of(Muscle muscle) {
        return Texts.of("muscle." + muscle.word());
    }

    /** A side of the body. */
    public static String of(Side side) {
        return Texts.of("side." + side.word());
    }
}
