package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final long SEED = 20261121;

    @Test
    void wrappedAngleIsTheRemainderBitForBit() {
        Random random = new Random(SEED);
        double[] periods = {Math.PI, 2 * Math.PI, 1, 0.3};
        for (int count = 0; count < 1_000_000; count++) {
            double period = periods[count % periods.length];
            double angle = (random.nextDouble() - 0.5) * period * (count % 7 + 1);
            assertSame(angle, period);
        }
        for (double period : periods) {
            for (int halves = -8; halves <= 8; halves++) {
                double edge = halves * period / 2;
                assertSame(edge, period);
                assertSame(Math.nextUp(edge), period);
                assertSame(Math.nextDown(edge), period);
            }
        }
    }

    private static void assertSame(double angleRad, double periodRad) {
        double expected = Math.IEEEremainder(angleRad, periodRad);
        assertEquals(
                Double.doubleToLongBits(expected + 0.0),
                Double.doubleToLongBits(Turn.wrapRad(angleRad, periodRad) + 0.0),
                () -> angleRad + " in " + periodRad + ", seed " + SEED);
    }
}
