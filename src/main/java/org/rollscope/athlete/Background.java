package org.rollscope.athlete;

/**
 * What a programme asks about a person besides what was measured; nobody has to say it.
 *
 * @param bodyMassKg 20 to 300; 0 when not said.
 * @param experience how used to rolling.
 */
public record Background(double bodyMassKg, Experience experience) {
    /** Nothing was said. */
    public static final Background UNSTATED = new Background(0, Experience.UNSTATED);

    /** Share of the body weight that lies on a roller under a thigh or calf. <b>Source.</b> Baumgart 2019: 32 to 34 %. */
    private static final double USUAL_LOAD_RATIO = 0.33;

    private static final double GRAVITY_M_PER_S2 = 9.81;

    /** Refuses what nobody weighs. */
    public Background {
        if (bodyMassKg != 0 && !(bodyMassKg >= 20 && bodyMassKg <= 300)) {
            throw new IllegalArgumentException(
                    "body_mass_kg must be 20..300, or 0 when it is not said, was " + bodyMassKg);
        }
    }

    /** Force that usually lies on a roller under thigh or calf of this person; 0 when the mass was not said. */
    public double usualForceN() {
        return USUAL_LOAD_RATIO * GRAVITY_M_PER_S2 * bodyMassKg;
    }
}
