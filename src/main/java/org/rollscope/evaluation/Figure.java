package org.rollscope.evaluation;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One figure of accuracy.
 *
 * @param key name in JSON, ending in its unit.
 * @param words for people.
 * @param unit how people read it.
 * @param target what is asked for, or null when it is only told.
 * @param formula from what sessions add up to; NaN when there was nothing to measure.
 */
public record Figure(
        String key, String words, Unit unit, @Nullable Target target, Formula formula) {
    /** How people read a figure. */
    public enum Unit {
        /** A share, as 0.953. */
        RATIO,
        /** A relative error, as percent. */
        PERCENT,
        /** Milliseconds. */
        MS,
        /** Radians inside, degrees for people. */
        ANGLE,
        /** Events in a time, or in something else. */
        RATE,
        /** A number of things. */
        COUNT
    }

    /**
     * What is asked for.
     *
     * @param limit the figure's limit.
     * @param atLeast true when the figure must be at least that, false when at most.
     */
    public record Target(double limit, boolean atLeast) {
        /** Whether a figure reaches it. */
        public boolean isHeldBy(double value) {
            return atLeast ? value >= limit : value <= limit;
        }
    }

    /** Computes a figure. */
    static final class Formula {
        private final ToDoubleFunction<Sums> computation;

        Formula(ToDoubleFunction<Sums> computation) {
            this.computation = computation;
        }

        double of(Sums sums) {
            return computation.applyAsDouble(sums);
        }
    }
}
