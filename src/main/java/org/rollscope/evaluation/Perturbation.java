package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.simulation.PhysicalConstant;

/**
 * How the figures with a target move when one constant of the simulated world is another.
 *
 * <p>What moves much rests on a number that the simulator assumes. <b>Threads.</b> Immutable.
 *
 * @param constant that is another.
 * @param factorRatio by which.
 * @param moves of each figure with a target, in their order.
 */
public record Perturbation(PhysicalConstant constant, double factorRatio, List<Move> moves) {
    /**
     * One figure in both worlds.
     *
     * @param usual in the usual world.
     * @param now in the other one.
     */
    public record Move(Accuracy.Reading usual, Accuracy.Reading now) {
        /** Difference to the usual world; NaN where a world did not show the figure. */
        public double difference() {
            return now.interval().value() - usual.interval().value();
        }

        /** Whether the target holds in the usual world and is missed in the other. */
        public boolean isLost() {
            return usual.interval().isKnown() && !usual.isMissed() && now.isMissed();
        }
    }

    /**
     * Compares two worlds.
     *
     * @param constant that is another in the second.
     * @param factorRatio by which.
     * @param usual judged in the usual world.
     * @param now judged in the other, on the same seeds.
     */
    public static Perturbation of(PhysicalConstant constant, double factorRatio, Accuracy usual, Accuracy now) {
        List<Move> moves = new ArrayList<>();
        for (Figure figure : Figures.TARGETS) {
            moves.add(new Move(
                    usual.reading(figure.key()).orElseThrow(),
                    now.reading(figure.key()).orElseThrow()));
        }
        return new Perturbation(constant, factorRatio, List.copyOf(moves));
    }
}
