package org.rollscope.feature;

/**
 * What a limb under a tool is like before anything was measured of it: where few pads are loaded they leave the size of a contact open.
 *
 * <p><b>Source.</b> Domain study 10.3 for a thigh of 10 kPa/mm and 80 mm and a firm sleeve of 40 kPa/mm, in series. On a stick tissue counts
 * as 1.3 times as stiff and people work thighs and calves of 70 mm: decision record 0049. <b>Threads.</b> Immutable.
 *
 * @param stiffnessKpaPerMm of limb and sleeve in series.
 * @param radiusMm of the limb.
 */
record UsualLimb(double stiffnessKpaPerMm, double radiusMm) {
    /** Across a roller. */
    static final UsualLimb ON_ROLLER = new UsualLimb(8, 80);
    /** Across a stick. */
    static final UsualLimb ON_STICK = new UsualLimb(10, 70);

    /** Geometric mean of its radius and a tool's, in millimetres. */
    double meanRadiusMm(double toolRadiusMm) {
        return Math.sqrt(toolRadiusMm * radiusMm);
    }
}
