package org.rollscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.PhysicalConstant;
import org.rollscope.simulation.Physics;

/**
 * What a roller can tell at best, from the physics alone: smallest errors of force, area, mean pressure and concentration, and how
 * well guarding and release show in a single second, whatever the detector.
 *
 * <p>A usual thigh lies up to 20 mm from the roller's middle and anywhere within a pad around it; errors are rms over these
 * placings. Single figures are bounded with a pad's error after calibration; changes within a hold with what is left when
 * gains cancel, against a reference that is known exactly and with the limb's shape, which does not change. Sway, creep and
 * other people's habits come on top: a detector does worse. Concentration is the largest pad's share of the pads' sum.
 *
 * <p><b>Source.</b> Contact: domain study 10.3; pads: 5.4 and 9.4. <b>Threads.</b> Immutable.
 */
public final class Observability {
    /** Forces of the table: Curran 2008's, and half of it. */
    private static final List<Double> FORCES_N = List.of(243.0, 120.0);
    /** Spread of the log shape that limbs of 55 to 120 mm have. */
    private static final double SHAPE_ERROR_RATIO = 0.10;
    /** In a hold the limb stays the same. */
    private static final double SAME_SHAPE_ERROR_RATIO = 1e-4;

    private static final double FARTHEST_ALONG_MM = 20;
    /** Placings from the middle outwards in each direction; the other side is its mirror image. */
    private static final int PLACING_COUNT = 5;
    /** A pad counts as loaded from this pressure on. */
    private static final double LOADED_KPA = 2;

    private Observability() {}

    /** What changes the tissue's stiffness within a hold. */
    public enum Change {
        /** A muscle that guards with a quarter of its activation: twice as stiff at full, domain study 4.1. */
        GUARDING("guarding at 25 %", 1.25),
        /** The smallest release of domain study 10.4. */
        SMALL_RELEASE("release of 8 %", 0.92),
        /** Its middle. */
        USUAL_RELEASE("release of 16.5 %", 0.835);

        private final String words;
        private final double stiffnessRatio;

        Change(String words, double stiffnessRatio) {
            this.words = words;
            this.stiffnessRatio = stiffnessRatio;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * Smallest relative standard errors.
     *
     * @param forceRatio of the whole force.
     * @param areaRatio of the contact's area.
     * @param meanPressureRatio of force over area.
     * @param concentrationRatio of the largest share.
     */
    public record Errors(double forceRatio, double areaRatio, double meanPressureRatio, double concentrationRatio) {}

    /**
     * What a change does, and how well one second shows it.
     *
     * @param change of the tissue.
     * @param areaRatio relative change of the area under the same force.
     * @param concentrationRatio relative change of the concentration.
     * @param areaSignalRatio change of the area over its smallest error.
     * @param concentrationSignalRatio the same of the concentration.
     * @param aucRatio best area under the curve of telling one such second from a calm one of the same hold.
     * @param strangerAucRatio the same without any reference of the person, whose tissue may be as stiff as anyone's.
     */
    public record Effect(
            Change change,
            double areaRatio,
            double concentrationRatio,
            double areaSignalRatio,
            double concentrationSignalRatio,
            double aucRatio,
            double strangerAucRatio) {}

    /**
     * One row of the table.
     *
     * @param layout of the pads.
     * @param hardness of the roller.
     * @param forceN whole force of the limb.
     * @param contact true area and pressure.
     * @param seenRatio share of the force that pads collect.
     * @param loadedCount pads over 2 kPa, on average.
     * @param single errors of one frame's figures after calibration.
     * @param withinHold errors of a second's change within a hold.
     * @param effects of each change.
     */
    public record Row(
            PadLayout layout,
            Hardness hardness,
            double forceN,
            Contact contact,
            double seenRatio,
            double loadedCount,
            Errors single,
            Errors withinHold,
            List<Effect> effects) {}

    /**
     * What is true.
     *
     * @param areaMm2 of the contact.
     * @param meanPressureKpa over it.
     */
    public record Contact(double areaMm2, double meanPressureKpa) {}

    /** The whole table: layout by layout, hardness by hardness, force by force. */
    public static List<Row> table(Physics physics) {
        List<Row> rows = new ArrayList<>();
        for (PadLayout layout : List.of(
                PadLayout.of(PadGeometry.REFERENCE), PadLayout.of(PadGeometry.STARTER), PadLayout.bareDiscs())) {
            for (Hardness hardness : Hardness.values()) {
                for (double forceN : FORCES_N) {
                    rows.add(row(layout, hardness, forceN, physics));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** One row. */
    static Row row(PadLayout layout, Hardness hardness, double forceN, Physics physics) {
        ContactEllipse contact = pressed(layout, hardness, forceN, 1, physics);
        List<ContactEllipse> placings = placings(layout, contact);
        Errors single = errors(layout, placings, PadError.CALIBRATED, SHAPE_ERROR_RATIO);
        double peopleRatio = peopleAreaRatio(hardness, physics);
        double strangerErrorRatio = Math.sqrt(single.areaRatio * single.areaRatio + peopleRatio * peopleRatio);
        List<Effect> effects = new ArrayList<>();
        for (Change change : Change.values()) {
            ContactEllipse changed = pressed(layout, hardness, forceN, change.stiffnessRatio, physics);
            effects.add(effect(layout, placings, change, changed, strangerErrorRatio));
        }
        double seenRatio = 0;
        double loadedCount = 0;
        for (ContactEllipse placed : placings) {
            for (double padForceN : placed.padForceN(layout)) {
                seenRatio += padForceN / forceN / placings.size();
                loadedCount += padForceN * 1000 / layout.padAreaMm2() > LOADED_KPA ? 1.0 / placings.size() : 0;
            }
        }
        return new Row(
                layout,
                hardness,
                forceN,
                new Contact(contact.areaMm2(), contact.meanPressureKpa()),
                seenRatio,
                loadedCount,
                single,
                errors(layout, placings, PadError.WITHIN_HOLD, SAME_SHAPE_ERROR_RATIO),
                List.copyOf(effects));
    }

    /** A usual thigh whose tissue is so much stiffer than at rest. */
    static ContactEllipse pressed(
            PadLayout layout, Hardness hardness, double forceN, double stiffnessRatio, Physics physics) {
        double tissueKpaPerMm = physics.of(PhysicalConstant.TISSUE_STIFFNESS_KPA_PER_MM) * stiffnessRatio;
        double jointKpaPerMm = 1 / (1 / tissueKpaPerMm + 1 / hardness.stiffnessKpaPerMm(physics));
        return ContactEllipse.pressed(
                forceN, jointKpaPerMm, layout.radiusMm(), physics.of(PhysicalConstant.LIMB_RADIUS_MM));
    }

    private static List<ContactEllipse> placings(PadLayout layout, ContactEllipse contact) {
        List<ContactEllipse> placings = new ArrayList<>();
        for (int aroundIndex = 0; aroundIndex < PLACING_COUNT; aroundIndex++) {
            for (int alongIndex = 0; alongIndex < PLACING_COUNT; alongIndex++) {
                placings.add(contact.at(
                        layout.columnMm() / 2 * aroundIndex / (PLACING_COUNT - 1),
                        FARTHEST_ALONG_MM * alongIndex / (PLACING_COUNT - 1)));
            }
        }
        return placings;
    }

    private static Errors errors(
            PadLayout layout, List<ContactEllipse> placings, PadError error, double shapeErrorRatio) {
        double[] squares = new double[4];
        for (ContactEllipse placed : placings) {
            ErrorBound bound = new ErrorBound(layout, placed, error, shapeErrorRatio);
            List<ToDoubleFunction<ContactEllipse>> quantities = List.of(
                    ContactEllipse::forceN,
                    ContactEllipse::areaMm2,
                    ContactEllipse::meanPressureKpa,
                    concentration(layout, placed));
            for (int index = 0; index < squares.length; index++) {
                double errorRatio = bound.errorRatio(quantities.get(index));
                squares[index] += errorRatio * errorRatio / placings.size();
            }
        }
        return new Errors(Math.sqrt(squares[0]), Math.sqrt(squares[1]), Math.sqrt(squares[2]), Math.sqrt(squares[3]));
    }

    private static Effect effect(
            PadLayout layout,
            List<ContactEllipse> placings,
            Change change,
            ContactEllipse changed,
            double strangerErrorRatio) {
        double areaSignal = 0;
        double concentrationChange = 0;
        double concentrationSignal = 0;
        double auc = 0;
        double areaChange = changed.areaMm2() / placings.get(0).areaMm2() - 1;
        for (ContactEllipse placed : placings) {
            ContactEllipse after = changed.at(placed.aroundMm(), placed.alongMm());
            ErrorBound bound = new ErrorBound(layout, placed, PadError.WITHIN_HOLD, SAME_SHAPE_ERROR_RATIO);
            double signal = Math.abs(StrictMath.log1p(areaChange)) * Math.sqrt(areaKnowledge(bound));
            ToDoubleFunction<ContactEllipse> concentration = concentration(layout, placed);
            double logRatio = StrictMath.log(concentration.applyAsDouble(after) / concentration.applyAsDouble(placed));
            areaSignal += signal / placings.size();
            concentrationChange += StrictMath.expm1(logRatio) / placings.size();
            concentrationSignal += Math.abs(logRatio) / bound.errorRatio(concentration) / placings.size();
            auc += bestAucRatio(signal) / placings.size();
        }
        return new Effect(
                change,
                areaChange,
                concentrationChange,
                areaSignal,
                concentrationSignal,
                Math.min(1, auc),
                bestAucRatio(Math.abs(StrictMath.log1p(areaChange)) / strangerErrorRatio));
    }

    /** Share of one pad in the sum of all: the one that bears most now. */
    private static ToDoubleFunction<ContactEllipse> concentration(PadLayout layout, ContactEllipse now) {
        double[] padForceN = now.padForceN(layout);
        int most = 0;
        for (int padIndex = 1; padIndex < padForceN.length; padIndex++) {
            most = padForceN[padIndex] > padForceN[most] ? padIndex : most;
        }
        int mostIndex = most;
        return contact -> {
            double[] otherN = contact.padForceN(layout);
            double sumN = 0;
            for (double oneN : otherN) {
                sumN += oneN;
            }
            return otherN[mostIndex] / sumN;
        };
    }

    /** What the pads alone tell of the log area: without what is expected beforehand, which tells of no change. */
    private static double areaKnowledge(ErrorBound bound) {
        double errorRatio = bound.errorRatio(ContactEllipse::areaMm2);
        double expectedRatio = 2 * ErrorBound.SIZE_ERROR_RATIO;
        return Math.max(0, 1 / (errorRatio * errorRatio) - 1 / (expectedRatio * expectedRatio));
    }

    /** Spread of the log area under the same force between people: the area goes with the root of the joint stiffness. */
    private static double peopleAreaRatio(Hardness hardness, Physics physics) {
        double foamKpaPerMm = hardness.stiffnessKpaPerMm(physics);
        double tissueKpaPerMm = physics.of(PhysicalConstant.TISSUE_STIFFNESS_KPA_PER_MM);
        double tissueWeightRatio = foamKpaPerMm / (foamKpaPerMm + tissueKpaPerMm);
        return physics.of(PhysicalConstant.STIFFNESS_SPREAD_RATIO) * tissueWeightRatio / 2;
    }

    /** Area under the curve of two normal distributions that lie so many standard errors apart. */
    private static double bestAucRatio(double signalRatio) {
        return normalRatio(signalRatio / Math.sqrt(2));
    }

    /** Share of a standard normal distribution below a value of 0 or more: Abramowitz and Stegun 26.2.17, good to 1e-7. */
    static double normalRatio(double valueRatio) {
        double t = 1 / (1 + 0.2316419 * valueRatio);
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - StrictMath.exp(-valueRatio * valueRatio / 2) / Math.sqrt(2 * Math.PI) * sum;
    }
}
