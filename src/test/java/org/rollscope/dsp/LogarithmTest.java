package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void isThatOfJavaToTheLastBit() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000_000; round++) {
            same(Double.longBitsToDouble(random.nextLong()));
            same(random.nextDouble() * 2);
            same(StrictMath.exp(40 * random.nextDouble() - 20));
        }
    }

    /** Where the formula changes: about each power of two, and about its square root of two and others. */
    @Test
    void isThatOfJavaWhereTheFormulaChanges() {
        for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
            for (double at : new double[] {1, 1.38, 1.4142135, 1.42, 1.66, 1 + 1e-6, 2 - 1e-6}) {
                long bits = Double.doubleToRawLongBits(Math.scalb(at, exponent));
                for (long step = -40; step <= 40; step++) {
                    same(Double.longBitsToDouble(bits + step));
                    same(Double.longBitsToDouble(bits + (step << 32)));
                }
            }
        }
        for (double x : new double[] {
            0,
            -0.0,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE
        }) {
            same(x);
        }
    }

    private static void same(double x) {
        assertEquals(
                Double.doubleToLongBits(StrictMath.log(x)),
                Double.doubleToLongBits(Logarithm.of(x)),
                () -> "logarithm of " + x);
    }
}
