package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FiveEquationsTest {
    @Test
    void theStepOfAnExactProblemIsFound() {
        Random random = new Random(71);
        for (int round = 0; round < 50; round++) {
            double[] sought = random.doubles(FiveEquations.UNKNOWN_COUNT, -3, 3).toArray();
            FiveEquations equations = new FiveEquations();
            equations.clear();
            for (int index = 0; index < 12; index++) {
                double[] slopes =
                        random.doubles(FiveEquations.UNKNOWN_COUNT + 2, -1, 1).toArray();
                double missing = 0;
                for (int unknown = 0; unknown < FiveEquations.UNKNOWN_COUNT; unknown++) {
                    missing += slopes[unknown + 2] * sought[unknown];
                }
                equations.add(slopes, 2, missing, random.nextDouble() + 0.1);
            }
            double[] found = new double[FiveEquations.UNKNOWN_COUNT];
            equations.solve(found);
            for (int unknown = 0; unknown < FiveEquations.UNKNOWN_COUNT; unknown++) {
                assertEquals(sought[unknown], found[unknown], 1e-9);
            }
        }
    }

    @Test
    void whatIsExpectedWeighsAgainstWhatWasMeasured() {
        FiveEquations equations = new FiveEquations();
        equations.clear();
        equations.add(new double[] {1, 0, 0, 0, 0}, 0, 4, 3);
        for (int unknown = 0; unknown < FiveEquations.UNKNOWN_COUNT; unknown++) {
            equations.expect(unknown, 0, 1);
        }
        double[] found = new double[FiveEquations.UNKNOWN_COUNT];
        equations.solve(found);
        assertEquals(3, found[0], 1e-12);
        assertEquals(0, found[4], 1e-12);
    }
}
