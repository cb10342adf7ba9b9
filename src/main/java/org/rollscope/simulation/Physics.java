package org.rollscope.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One simulated world: a value for each {@link PhysicalConstant}.
 *
 * <p><b>Threads.</b> Immutable.
 */
public final class Physics {
    /** The world as the domain study has it. */
    public static final Physics USUAL = usual();

    private final Map<PhysicalConstant, Double> values;

    private Physics(Map<PhysicalConstant, Double> values) {
        this.values = values;
    }

    private static Physics usual() {
        Map<PhysicalConstant, Double> values = new EnumMap<>(PhysicalConstant.class);
        for (PhysicalConstant constant : PhysicalConstant.values()) {
            values.put(constant, constant.usual());
        }
        return new Physics(values);
    }

    /** The same world with one constant made larger or smaller. */
    public Physics scaled(PhysicalConstant constant, double factorRatio) {
        Map<PhysicalConstant, Double> other = new EnumMap<>(values);
        other.put(constant, of(constant) * factorRatio);
        return new Physics(other);
    }

    /** Value of a constant, in the unit of its name. */
    public double of(PhysicalConstant constant) {
        return Objects.requireNonNull(values.get(constant));
    }
}
