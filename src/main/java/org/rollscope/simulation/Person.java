package org.rollscope.simulation;

import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * A drawn athlete with one muscle on the roller.
 *
 * <p><b>Source.</b> domain study sections 3.1 to 3.3, 10.1 to 10.3: pain thresholds spread with a log standard deviation of
 * 0.40, tissue stiffness with 0.25; the ceiling follows the 1/sqrt(area) law. People whose ceiling lies beyond what
 * their weight can press, or whose usual load is next to nothing, are drawn again: nothing could be learnt from them.
 *
 * @param bodyMassKg of the athlete.
 * @param female sex.
 * @param muscle on the roller.
 * @param side of the body.
 * @param limbRadiusMm of the limb at the roller.
 * @param segmentLengthMm of the muscle along the limb.
 * @param tissueStiffnessKpaPerMm at rest.
 * @param relaxingRatio share of the stiffness that creeps away in a hold.
 * @param relaxationS time constant of that.
 * @param fullLoadN force with no support by arms or the other leg.
 * @param painThresholdKpa under a probe of 1 cm2.
 * @param ceilingKpa mean pressure that this athlete should stay below, as a ramp test would find it.
 */
record Person(
        double bodyMassKg,
        boolean female,
        Muscle muscle,
        Side side,
        double limbRadiusMm,
        double segmentLengthMm,
        double tissueStiffnessKpaPerMm,
        double relaxingRatio,
        double relaxationS,
        double fullLoadN,
        double painThresholdKpa,
        double ceilingKpa) {

    /** Stiffness of foam and core of the reference roller against the limb: firm, hollow core. */
    static final double ROLLER_STIFFNESS_KPA_PER_MM = 40;
    /** Calf of men, 1 cm2 probe: Polianskis 2001. */
    private static final double CALF_THRESHOLD_KPA = 482;

    /** Thigh at rest: fit to Curran 2008. */
    private static final double THIGH_STIFFNESS_KPA_PER_MM = 10;

    private static final double THIGH_RADIUS_MM = 80;
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Force under which nobody would speak of rolling; Baumgart 2019 measured 130 N and more. */
    private static final double LEAST_USUAL_FORCE_N = 110;
    /** Highest ceiling as a share of what the weight can press: an excess of a third must be within reach. */
    private static final double HIGHEST_CEILING_RATIO = 0.75;
    /** Share of the ceiling at which people usually roll. */
    private static final double USUAL_LOAD_RATIO = 0.75;

    /** Draws a person. */
    static Person draw(SeededNoise noise, double rollerRadiusMm) {
        while (true) {
            Person person = candidate(noise, rollerRadiusMm);
            double reachKpa = person.reachKpa(rollerRadiusMm);
            if (person.ceilingKpa < HIGHEST_CEILING_RATIO * reachKpa
                    && person.usualForceN(rollerRadiusMm) > LEAST_USUAL_FORCE_N) {
                return person;
            }
        }
    }

    private static Person candidate(SeededNoise noise, double rollerRadiusMm) {
        Muscle muscle = new Muscle[] {Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.LATERAL_THIGH}[noise.integer(0, 2)];
        boolean female = noise.chance(0.5);
        double massKg = noise.gaussianWithin(75, 12, 48, 115);
        double stiffness = THIGH_STIFFNESS_KPA_PER_MM * StrictMath.exp(0.25 * noise.gaussian());
        double limbRadiusMm = THIGH_RADIUS_MM * noise.uniform(0.9, 1.1);
        double thresholdKpa = CALF_THRESHOLD_KPA
                * muscleRatio(muscle)
                * (female ? 0.8 : 1)
                * noise.uniform(0.6, 1.0)
                * StrictMath.exp(0.40 * noise.gaussian());
        double jointStiffness = joint(stiffness);
        double meanRadiusMm = Math.sqrt(rollerRadiusMm * limbRadiusMm);
        // P = T * sqrt(1 cm2 / A) with A = 4 pi P R / k, solved for P.
        double ceilingKpa =
                StrictMath.pow(thresholdKpa * 10 * Math.sqrt(jointStiffness / (4 * Math.PI * meanRadiusMm)), 2.0 / 3);
        return new Person(
                massKg,
                female,
                muscle,
                noise.chance(0.5) ? Side.LEFT : Side.RIGHT,
                limbRadiusMm,
                noise.uniform(260, 380),
                stiffness,
                noise.uniform(0.03, 0.28),
                noise.uniform(0.5, 9),
                massKg * GRAVITY_M_PER_S2 * noise.gaussianWithin(0.50, 0.04, 0.40, 0.58),
                thresholdKpa,
                ceilingKpa);
    }

    /** Highest mean pressure that this person's weight can press. */
    private double reachKpa(double rollerRadiusMm) {
        double stiffness = joint(tissueStiffnessKpaPerMm);
        return stiffness * ContactPatch.depthMm(fullLoadN, stiffness, rollerRadiusMm, limbRadiusMm) / 2;
    }

    private double usualForceN(double rollerRadiusMm) {
        return ContactPatch.forceN(
                USUAL_LOAD_RATIO * ceilingKpa, joint(tissueStiffnessKpaPerMm), rollerRadiusMm, limbRadiusMm);
    }

    /** Stiffness of tissue and roller in series. */
    static double joint(double tissueStiffnessKpaPerMm) {
        return 1 / (1 / tissueStiffnessKpaPerMm + 1 / ROLLER_STIFFNESS_KPA_PER_MM);
    }

    private static double muscleRatio(Muscle muscle) {
        return switch (muscle) {
            case QUADRICEPS -> 1.10;
            case HAMSTRINGS -> 0.95;
            case LATERAL_THIGH -> 0.85;
            default -> 1.00;
        };
    }
}
