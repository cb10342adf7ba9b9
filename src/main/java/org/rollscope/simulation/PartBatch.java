package org.rollscope.simulation;

import java.util.Locale;

/**
 * How alike the force-sensing resistors of a roller are.
 *
 * <p><b>Source.</b> domain study section 10.6: 6 % in a good batch, 20 % in a bad one.
 */
public enum PartBatch {
    /** Parts of one good batch. */
    GOOD(0.06),
    /** What one gets. */
    USUAL(0.10),
    /** A bad batch, or parts of several. */
    BAD(0.20);

    private final double spreadRatio;

    PartBatch(double spreadRatio) {
        this.spreadRatio = spreadRatio;
    }

    /** Log standard deviation of the parts' gain. */
    public double spreadRatio() {
        return spreadRatio;
    }

    /** Lower-case name, as typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
