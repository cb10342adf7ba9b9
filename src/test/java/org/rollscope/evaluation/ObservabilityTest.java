package org.rollscope.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.frame.PadGeometry;
import org.rollscope.simulation.Hardness;
import org.rollscope.simulation.Physics;

/** What can be observed at best, held against noise that is drawn and against what is known. */
class ObservabilityTest {
    private static final long SEED = 20_261_121;
    private static final int DRAW_COUNT = 600;
    private static final PadLayout REFERENCE = PadLayout.of(PadGeometry.REFERENCE);

    private static PadLayout layout(String word) {
        return switch (word) {
            case "reference" -> REFERENCE;
            case "starter" -> PadLayout.of(PadGeometry.STARTER);
            default -> PadLayout.bareDiscs();
        };
    }

    /** Least squares by Gauss and Newton from the truth: force, places, size and shape that suit noisy pads best. */
    private static ContactEllipse fit(
            PadLayout layout,
            ContactEllipse truth,
            PadError error,
            double[] seenN,
            double expectedLogSize,
            double expectedLogShape) {
        double[] trueN = truth.padForceN(layout);
        double trueLogShape = StrictMath.log(truth.halfAlongMm() / truth.halfAroundMm());
        ContactEllipse guess = truth;
        for (int round = 0; round < 8; round++) {
            double[][] slopes = ErrorBound.slopes(layout, guess);
            double[] guessN = guess.padForceN(layout);
            double[][] normal = new double[5][5];
            double[] right = new double[5];
            for (int pad = 0; pad < seenN.length; pad++) {
                double weight = 1 / error.varianceN2(trueN[pad]);
                for (int one = 0; one < 5; one++) {
                    right[one] += weight * slopes[one][pad] * (seenN[pad] - guessN[pad]);
                    for (int other = 0; other < 5; other++) {
                        normal[one][other] += weight * slopes[one][pad] * slopes[other][pad];
                    }
                }
            }
            double logShape = StrictMath.log(guess.halfAlongMm() / guess.halfAroundMm());
            double logSize = StrictMath.log(guess.halfAroundMm() / truth.halfAroundMm());
            normal[3][3] += 1 / (0.2 * 0.2);
            right[3] += (expectedLogSize - logSize) / (0.2 * 0.2);
            normal[4][4] += 1 / (0.1 * 0.1);
            right[4] += (trueLogShape + expectedLogShape - logShape) / (0.1 * 0.1);
            double[][] inverse = ErrorBound.inverse(normal);
            for (int one = 0; one < 5; one++) {
                double step = 0;
                for (int other = 0; other < 5; other++) {
                    step += inverse[one][other] * right[other];
                }
                double most = one == 1 || one == 2 ? 5 : 0.2;
                guess = ErrorBound.moved(guess, one, Math.max(-most, Math.min(most, step)));
            }
        }
        return guess;
    }

    @ParameterizedTest
    @CsvSource({
        "reference, FIRM, 243, 0, 0",
        "reference, RIGID, 243, 12, 7",
        "reference, SOFT, 120, 5, 15",
        "starter, FIRM, 243, 9, 10",
        "starter, RIGID, 120, 4, 14",
    })
    void fitsOfDrawnNoiseSpreadAsTheBoundSays(
            String word, Hardness hardness, double forceN, double aroundMm, double alongMm) {
        PadLayout layout = layout(word);
        ContactEllipse truth = Observability.pressed(layout, hardness, forceN, 1, Physics.USUAL)
                .at(aroundMm, alongMm);
        PadError error = PadError.CALIBRATED;
        ErrorBound bound = new ErrorBound(layout, truth, error, 0.1);
        Random random = new Random(SEED);
        double[] trueN = truth.padForceN(layout);
        double[] force = new double[DRAW_COUNT];
        double[] area = new double[DRAW_COUNT];
        double[] pressure = new double[DRAW_COUNT];
        for (int draw = 0; draw < DRAW_COUNT; draw++) {
            double[] seenN = Arrays.stream(trueN)
                    .map(oneN -> oneN * (1 + 0.07 * random.nextGaussian()) + 0.3 * random.nextGaussian())
                    .toArray();
            ContactEllipse fitted =
                    fit(layout, truth, error, seenN, 0.2 * random.nextGaussian(), 0.1 * random.nextGaussian());
            force[draw] = StrictMath.log(fitted.forceN());
            area[draw] = StrictMath.log(fitted.areaMm2());
            pressure[draw] = StrictMath.log(fitted.meanPressureKpa());
        }
        System.out.printf(
                "%s %s %.0f N: force %.4f of %.4f, area %.4f of %.4f (seed %d)%n",
                word,
                hardness.word(),
                forceN,
                spread(force),
                bound.errorRatio(ContactEllipse::forceN),
                spread(area),
                bound.errorRatio(ContactEllipse::areaMm2),
                SEED);
        assertEquals(1, spread(force) / bound.errorRatio(ContactEllipse::forceN), 0.15);
        assertEquals(1, spread(area) / bound.errorRatio(ContactEllipse::areaMm2), 0.15);
        assertEquals(1, spread(pressure) / bound.errorRatio(ContactEllipse::meanPressureKpa), 0.15);
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    /** Domain study 4.1 and 10.3. */
    @Test
    void twiceTheStiffnessTakesAreaAndAreasAreThoseThatWereMeasured() {
        double rigid = Observability.pressed(REFERENCE, Hardness.RIGID, 243, 1, Physics.USUAL)
                .areaMm2();
        double twice = Observability.pressed(REFERENCE, Hardness.RIGID, 243, 2, Physics.USUAL)
                .areaMm2();
        assertEquals(-0.29, twice / rigid - 1, 0.01);
        assertEquals(4700, rigid, 100);
        double soft = Observability.pressed(REFERENCE, Hardness.SOFT, 243, 1, Physics.USUAL)
                .areaMm2();
        assertEquals(7070, soft, 50);
    }

    /** The contract, section 3: tiles see all, 12 by 4 discs an eighth, 8 by 3 discs less. */
    @ParameterizedTest
    @CsvSource({"12, 4, 30, 0, 1.00", "12, 4, 30, 13, 0.13", "8, 3, 40, 13, 0.07"})
    void padsSeeTheShareOfTheLoadThatTheContractSays(
            int columnCount, int rowCount, double rowMm, double discMm, double share) {
        PadLayout layout = new PadLayout("one", columnCount, rowCount, rowMm, 65, discMm);
        Observability.Row row = Observability.row(layout, Hardness.RIGID, 243, Physics.USUAL);
        assertEquals(share, row.seenRatio(), 0.01);
    }

    @Test
    void tilesShareOutTheWholeForceAndEqualOnesAlike() {
        ContactEllipse contact = Observability.pressed(REFERENCE, Hardness.FIRM, 200, 1, Physics.USUAL);
        double[] padForceN = contact.padForceN(REFERENCE);
        assertEquals(200, Arrays.stream(padForceN).sum(), 0.01);
        assertEquals(padForceN[12], padForceN[24], 1e-9); // the rows beside the middle
        assertEquals(padForceN[12 + 1], padForceN[12 + 11], 1e-9); // the columns beside it
        assertTrue(padForceN[12] > padForceN[13]);
    }

    @Test
    void tableHasEachRollerAndHarderOnesShowMore() {
        List<Observability.Row> table = Observability.table(Physics.USUAL);
        assertEquals(18, table.size());
        for (Observability.Row row : table) {
            assertEquals(3, row.effects().size());
            for (Observability.Effect effect : row.effects()) {
                assertTrue(effect.aucRatio() > 0.5 && effect.aucRatio() <= 1, row + "");
                assertTrue(effect.strangerAucRatio() > 0.5 && effect.strangerAucRatio() < effect.aucRatio(), row + "");
            }
        }
        double soft = signal("reference", Hardness.SOFT);
        double firm = signal("reference", Hardness.FIRM);
        double rigid = signal("reference", Hardness.RIGID);
        assertTrue(soft < firm && firm < rigid, soft + " " + firm + " " + rigid);
        assertTrue(signal("starter", Hardness.FIRM) < firm);
        assertTrue(signal("discs", Hardness.FIRM) < firm);
    }

    private static double signal(String word, Hardness hardness) {
        return Observability.row(layout(word), hardness, 243, Physics.USUAL)
                .effects()
                .get(0)
                .areaSignalRatio();
    }

    @Test
    void normalDistributionIsRight() {
        assertEquals(0.5, Observability.normalRatio(0), 1e-7);
        assertEquals(0.8413447, Observability.normalRatio(1), 1e-7);
        assertEquals(0.9772499, Observability.normalRatio(2), 1e-7);
    }
}
