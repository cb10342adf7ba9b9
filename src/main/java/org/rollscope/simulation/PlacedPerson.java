package org.rollscope.simulation;

import java.util.List;
import java.util.Set;
import org.rollscope.athlete.Muscle;
import org.rollscope.athlete.Side;

/**
 * Draws an athlete with a muscle under a tool for some places of the body only: where practice uses it, under the load that there is.
 *
 * <p>Spots and creep are those of a roller's athlete. The ceiling is what ramp tests with that tool would have found: the pain law over
 * the tool's own contact area. People whose ceiling lies beyond what they can press, who would hardly load the tool, or who would
 * press it flat are drawn again.
 *
 * <p><b>Source.</b> Which muscles: domain study 1.3 for a ball; for a stick those of the studies in its section 2 and the calf. Pain
 * thresholds: 3.3. A smaller contact meets stiffer tissue, because Winkler's constant of an elastic half space goes with one over the
 * contact's width: {@link PhysicalConstant#BALL_STIFFENING_RATIO}. Radii, stiffness by muscle and shares of weight are assumptions of
 * ours, decision records 0046 and 0049: no published measurement of the force on a ball was found; on a stick studies prescribed 127 to
 * 206 N, which here is the load at a usual ceiling.
 *
 * @param stiffening how much stiffer tissue is under this tool than under a roller.
 * @param places where it is used.
 */
record PlacedPerson(PhysicalConstant stiffening, List<Place> places) {
    private static final double GRAVITY_M_PER_S2 = 9.80665;
    /** Force under which nobody would speak of pressing a ball or a stick: an assumption. */
    private static final double LEAST_USUAL_FORCE_N = 60;
    /** Deepest a tool is pressed into limb and sleeve together at the ceiling, as a share of its radius: an assumption. */
    private static final double DEEPEST_RATIO = 0.6;

    /**
     * A muscle that is worked so.
     *
     * @param muscle which.
     * @param radiusMm of the limb there.
     * @param stiffnessRatio of the tissue, of a thigh's.
     * @param thresholdRatio of pain, of a calf's: domain study 3.3.
     * @param loadRatio share of the weight that can lean on the tool, or arms can press.
     * @param lengthMm of the muscle along the limb.
     */
    record Place(
            Muscle muscle,
            double radiusMm,
            double stiffnessRatio,
            double thresholdRatio,
            double loadRatio,
            double lengthMm) {}

    /** With a ball. */
    static final PlacedPerson ON_BALL = new PlacedPerson(
            PhysicalConstant.BALL_STIFFENING_RATIO,
            List.of(
                    new Place(Muscle.FOOT, 60, 2.0, 0.90, 0.40, 190),
                    new Place(Muscle.GLUTES, 120, 0.7, 1.15, 0.50, 220),
                    new Place(Muscle.ADDUCTORS, 80, 0.8, 0.70, 0.35, 240),
                    new Place(Muscle.PECTORALS, 110, 1.0, 0.60, 0.30, 180),
                    new Place(Muscle.FOREARM, 40, 1.3, 0.70, 0.25, 190),
                    new Place(Muscle.NECK, 60, 1.0, 0.50, 0.20, 160)));

    /** With a stick in two hands. */
    static final PlacedPerson ON_STICK = new PlacedPerson(
            PhysicalConstant.STICK_STIFFENING_RATIO,
            List.of(
                    new Place(Muscle.QUADRICEPS, 80, 1.0, 1.10, 0.45, 320),
                    new Place(Muscle.HAMSTRINGS, 75, 1.0, 0.95, 0.40, 300),
                    new Place(Muscle.CALF, 55, 1.1, 1.00, 0.40, 260)));

    /** Draws a person; see {@link Person#draw}. */
    Person candidate(SeededNoise noise, RollerMake make, Set<Trait> traits, Physics physics) {
        Place place = places.get(noise.integer(0, places.size() - 1));
        boolean female = noise.chance(0.5);
        double massKg = noise.gaussianWithin(75, 12, 48, 115);
        double stiffness = physics.of(PhysicalConstant.TISSUE_STIFFNESS_KPA_PER_MM)
                * physics.of(stiffening)
                * place.stiffnessRatio()
                * StrictMath.exp(physics.of(PhysicalConstant.STIFFNESS_SPREAD_RATIO) * noise.gaussian());
        double limbRadiusMm = place.radiusMm() * noise.uniform(0.9, 1.1);
        double thresholdKpa = physics.of(PhysicalConstant.PAIN_THRESHOLD_KPA)
                * place.thresholdRatio()
                * (female ? 0.8 : 1)
                * StrictMath.exp(physics.of(PhysicalConstant.PAIN_SPREAD_RATIO) * noise.gaussian());
        double lengthMm = place.lengthMm() * noise.uniform(0.85, 1.15);
        List<LimbSpot> spots = Person.spots(noise, lengthMm, physics);
        double foam = make.hardness().stiffnessKpaPerMm(physics);
        double painKpa = Person.painSevenKpa(
                thresholdKpa, spots.get(0), stiffness, foam, make.likeRollerOfMm(limbRadiusMm) * limbRadiusMm);
        return new Person(
                massKg,
                female,
                place.muscle(),
                noise.chance(0.5) ? Side.LEFT : Side.RIGHT,
                limbRadiusMm,
                lengthMm,
                stiffness,
                physics.of(PhysicalConstant.RELAXING_RATIO) * noise.uniform(0.11, 1),
                noise.uniform(0.3, 0.7),
                noise.uniform(0.3, 2),
                noise.uniform(4, 9),
                massKg
                        * GRAVITY_M_PER_S2
                        * place.loadRatio()
                        * noise.gaussianWithin(1, 0.08, 0.8, 1.16)
                        * Person.leastLoadRatio(traits),
                thresholdKpa,
                painKpa * StrictMath.exp(Person.RAMP_TEST_SPREAD_RATIO * noise.gaussian()),
                spots);
    }

    /** Whether something can be learnt from a person under that tool. */
    static boolean isUseful(Person person, RollerMake make, Physics physics) {
        double foam = make.hardness().stiffnessKpaPerMm(physics);
        double radiusMm = make.likeRollerOfMm(person.limbRadiusMm());
        double joint = 1 / (1 / person.tissueStiffnessKpaPerMm() + 1 / foam);
        return person.ceilingKpa()
                        < Person.HIGHEST_CEILING_RATIO * person.meanPressureKpa(person.fullLoadN(), foam, radiusMm)
                && person.forceN(Person.USUAL_LOAD_RATIO * person.ceilingKpa(), foam, radiusMm) > LEAST_USUAL_FORCE_N
                && 2 * person.ceilingKpa() / joint
                        < DEEPEST_RATIO * make.geometry().radiusMm();
    }
}
