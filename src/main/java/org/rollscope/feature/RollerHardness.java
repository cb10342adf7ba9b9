package org.rollscope.feature;

import java.util.Locale;

/**
 * How hard a roller's sleeve is: how far a limb sinks into it.
 *
 * <p><b>Source.</b> domain study 10.3, fits to measured areas; for a tube with hardly a sleeve the least of its range.
 */
public enum RollerHardness {
    /** Soft foam: gives nearly as much as the limb. */
    SOFT(7.9),
    /** Foam on a hollow core: the reference roller. */
    FIRM(40),
    /** A tube with hardly a sleeve. */
    RIGID(100);

    /** No sleeve gives by more: domain study 6.2. */
    private static final double LARGEST_SINK_MM = 15;

    private final double stiffnessKpaPerMm;

    RollerHardness(double stiffnessKpaPerMm) {
        this.stiffnessKpaPerMm = stiffnessKpaPerMm;
    }

    /**
     * How far a limb sinks in.
     *
     * @param meanPressureKpa of the contact; its peak is twice that.
     */
    double sinkMm(double meanPressureKpa) {
        return Math.min(LARGEST_SINK_MM, 2 * meanPressureKpa / stiffnessKpaPerMm);
    }

    /** Lower-case name, as in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
