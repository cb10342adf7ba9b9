package org.rollscope.simulation;

import java.util.Locale;

/** How hard a roller's sleeve is. */
public enum Hardness {
    /** Soft foam: gives nearly as much as the limb. */
    SOFT(PhysicalConstant.SOFT_STIFFNESS_KPA_PER_MM),
    /** Foam on a hollow core: the reference roller. */
    FIRM(PhysicalConstant.FIRM_STIFFNESS_KPA_PER_MM),
    /** A tube with hardly a sleeve. */
    RIGID(PhysicalConstant.RIGID_STIFFNESS_KPA_PER_MM);

    private final PhysicalConstant stiffness;

    Hardness(PhysicalConstant stiffness) {
        this.stiffness = stiffness;
    }

    /** Stiffness of sleeve and core against the limb. */
    public double stiffnessKpaPerMm(Physics physics) {
        return physics.of(stiffness);
    }

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
