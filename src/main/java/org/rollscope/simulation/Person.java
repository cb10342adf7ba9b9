package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * A drawn athlete with one muscle on the roller.
 *
 * <p><b>Source.</b> domain study sections 3.1 to 3.4 and 10.1 to 10.4. The ceiling is what three repeats of a ramp test on the
 * muscle's tender spot would have found: pain 7 of 10, with the spread of a median of three. People whose ceiling lies beyond
 * what their weight can press, or whose usual load is next to nothing, are drawn again: nothing could be learnt from them.
 *
 * @param bodyMassKg of the athlete.
 * @param female sex.
 * @param muscle on the roller.
 * @param side of the body.
 * @param limbRadiusMm of the limb at the roller.
 * @param segmentLengthMm of the muscle along the limb.
 * @param tissueStiffnessKpaPerMm at rest.
 * @param relaxingRatio share of the stiffness that creeps away in a hold.
 * @param quickShareRatio part of that with the quick time constant.
 * @param quickS quick time constant.
 * @param slowS slow time constant.
 * @param fullLoadN force with as little support by arms and legs as this person gives.
 * @param painThresholdKpa under a probe of 1 cm2, beside the tender spots.
 * @param ceilingKpa mean pressure that this athlete should stay below.
 * @param spots tender spots and bone along the limb.
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
        double quickShareRatio,
        double quickS,
        double slowS,
        double fullLoadN,
        double painThresholdKpa,
        double ceilingKpa,
        List<LimbSpot> spots) {

    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Mean pressure over the pain threshold at which pain is 7 of 10: 2 x 0.7^(1/1.3), domain study 10.4. */
    private static final double PAIN_SEVEN_RATIO = 1.52;
    /** Spread of a median of three repeats with 10 % each. */
    static final double RAMP_TEST_SPREAD_RATIO = 0.06;
    /** Force under which nobody would speak of rolling; Baumgart 2019 measured 130 N and more. */
    private static final double LEAST_USUAL_FORCE_N = 110;
    /** Highest ceiling as a share of what the weight can press: an excess of a third must be within reach. */
    static final double HIGHEST_CEILING_RATIO = 0.75;
    /** Share of the ceiling at which people usually roll. */
    static final double USUAL_LOAD_RATIO = 0.75;
    /** Against a wall less weight leans on the roller; on the arms as well. */
    private static final double WALL_LOAD_RATIO = 0.7;

    private static final int MOST_CANDIDATE_COUNT = 100_000;

    /** Draws a person. */
    static Person draw(SeededNoise noise, RollerMake make, Set<Trait> traits, Physics physics) {
        return switch (make.geometry().tool()) {
            case ROLLER -> onRoller(noise, make, traits, physics);
            case BALL -> at(PlacedPerson.ON_BALL, noise, make, traits, physics);
            case STICK -> at(PlacedPerson.ON_STICK, noise, make, traits, physics);
        };
    }

    private static Person at(
            PlacedPerson practice, SeededNoise noise, RollerMake make, Set<Trait> traits, Physics physics) {
        Person person = practice.candidate(noise, make, traits, physics);
        for (int index = 1; index < MOST_CANDIDATE_COUNT && !PlacedPerson.isUseful(person, make, physics); index++) {
            person = practice.candidate(noise, make, traits, physics);
        }
        return person;
    }

    private static Person onRoller(SeededNoise noise, RollerMake make, Set<Trait> traits, Physics physics) {
        double foam = make.hardness().stiffnessKpaPerMm(physics);
        double rollerRadiusMm = make.geometry().radiusMm();
        Person person = candidate(noise, foam, rollerRadiusMm, traits, physics);
        for (int candidateIndex = 1; candidateIndex < MOST_CANDIDATE_COUNT; candidateIndex++) {
            double reachKpa = person.meanPressureKpa(person.fullLoadN, foam, rollerRadiusMm);
            double usualN = person.forceN(USUAL_LOAD_RATIO * person.ceilingKpa, foam, rollerRadiusMm);
            if (person.ceilingKpa < HIGHEST_CEILING_RATIO * reachKpa
                    && usualN > LEAST_USUAL_FORCE_N * leastLoadRatio(traits)) {
                break;
            }
            person = candidate(noise, foam, rollerRadiusMm, traits, physics);
        }
        return person;
    }

    static double leastLoadRatio(Set<Trait> traits) {
        return traits.contains(Trait.LEANS_ON_ARMS) || traits.contains(Trait.AGAINST_WALL) ? WALL_LOAD_RATIO : 1;
    }

    private static Person candidate(
            SeededNoise noise, double foamKpaPerMm, double rollerRadiusMm, Set<Trait> traits, Physics physics) {
        Muscle muscle = new Muscle[] {Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.LATERAL_THIGH}[noise.integer(0, 2)];
        boolean female = noise.chance(0.5);
        double massKg = noise.gaussianWithin(75, 12, 48, 115);
        double stiffness = physics.of(PhysicalConstant.TISSUE_STIFFNESS_KPA_PER_MM)
                * StrictMath.exp(physics.of(PhysicalConstant.STIFFNESS_SPREAD_RATIO) * noise.gaussian());
        double limbRadiusMm = physics.of(PhysicalConstant.LIMB_RADIUS_MM) * noise.uniform(0.9, 1.1);
        double thresholdKpa = physics.of(PhysicalConstant.PAIN_THRESHOLD_KPA)
                * muscleRatio(muscle)
                * (female ? 0.8 : 1)
                * StrictMath.exp(physics.of(PhysicalConstant.PAIN_SPREAD_RATIO) * noise.gaussian());
        double lengthMm = noise.uniform(260, 380);
        List<LimbSpot> spots = spots(noise, lengthMm, physics);
        double painKpa =
                painSevenKpa(thresholdKpa, spots.get(0), stiffness, foamKpaPerMm, rollerRadiusMm * limbRadiusMm);
        double ceilingKpa = painKpa * StrictMath.exp(RAMP_TEST_SPREAD_RATIO * noise.gaussian());
        double loadRatio = physics.of(PhysicalConstant.FULL_LOAD_RATIO) * noise.gaussianWithin(1, 0.08, 0.8, 1.16);
        return new Person(
                massKg,
                female,
                muscle,
                noise.chance(0.5) ? Side.LEFT : Side.RIGHT,
                limbRadiusMm,
                lengthMm,
                stiffness,
                physics.of(PhysicalConstant.RELAXING_RATIO) * noise.uniform(0.11, 1),
                noise.uniform(0.3, 0.7),
                noise.uniform(0.3, 2),
                noise.uniform(4, 9),
                massKg * GRAVITY_M_PER_S2 * loadRatio * leastLoadRatio(traits),
                thresholdKpa,
                ceilingKpa,
                spots);
    }

    /** Mean pressure at which the sorest spot hurts by 7 of 10: P = T * sqrt(1 cm2 / A) with A = 4 pi P R / k, solved for P. */
    static double painSevenKpa(
            double thresholdKpa, LimbSpot sorest, double stiffnessKpaPerMm, double foamKpaPerMm, double radiusMm2) {
        double joint = 1 / (1 / (stiffnessKpaPerMm * sorest.stiffnessRatio()) + 1 / foamKpaPerMm);
        double meanRadiusMm = Math.sqrt(radiusMm2);
        return StrictMath.pow(
                thresholdKpa
                        * sorest.thresholdRatio()
                        * PAIN_SEVEN_RATIO
                        * Math.sqrt(100 * joint / (4 * Math.PI * meanRadiusMm)),
                2.0 / 3);
    }

    /** One to three tender spots, and bone within a hand's breadth of the first. */
    static List<LimbSpot> spots(SeededNoise noise, double lengthMm, Physics physics) {
        List<LimbSpot> spots = new ArrayList<>();
        double spacingMm = lengthMm / 3;
        double threshold = physics.of(PhysicalConstant.TENDER_THRESHOLD_RATIO);
        double stiffening = physics.of(PhysicalConstant.TENDER_STIFFENING_RATIO);
        for (int spotIndex = noise.integer(1, 3) - 1; spotIndex >= 0; spotIndex--) {
            spots.add(new LimbSpot(
                    spacingMm * (spotIndex + noise.uniform(0.3, 0.7)),
                    15,
                    1 + stiffening * noise.uniform(0.25, 1),
                    Math.min(0.95, threshold * noise.uniform(0.82, 1.18)),
                    true));
        }
        double boneMm = spots.get(0).placeMm() + (noise.chance(0.5) ? 45 : -45);
        spots.add(new LimbSpot(boneMm, 8, 2.5, 0.9, false));
        return spots;
    }

    /** Mean pressure of a force on calm tissue. */
    double meanPressureKpa(double forceN, double foamKpaPerMm, double rollerRadiusMm) {
        double joint = 1 / (1 / tissueStiffnessKpaPerMm + 1 / foamKpaPerMm);
        double meanRadiusMm = Math.sqrt(rollerRadiusMm * limbRadiusMm);
        return joint / 2 * Math.sqrt(forceN * 1000 / (Math.PI * joint * meanRadiusMm));
    }

    /** Force that presses calm tissue to a mean pressure. */
    double forceN(double meanPressureKpa, double foamKpaPerMm, double rollerRadiusMm) {
        double joint = 1 / (1 / tissueStiffnessKpaPerMm + 1 / foamKpaPerMm);
        double meanRadiusMm = Math.sqrt(rollerRadiusMm * limbRadiusMm);
        double depthMm = 2 * meanPressureKpa / joint;
        return meanPressureKpa * 2 * Math.PI * depthMm * meanRadiusMm / 1000;
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
