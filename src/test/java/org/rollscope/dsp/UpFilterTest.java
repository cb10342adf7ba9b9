package org.rollscope.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpFilterTest {
    private static final double STEP_S = 0.01;

    private final UpFilter filter = new UpFilter();

    /** A made-up hour in a minute: rests, slow and fast turning about all axes, pushes, knocks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void followsTheSlowAndObviousVersionSampleBySample(long seed) {
        Random random = new Random(seed);
        System.out.println("UpFilterTest seed " + seed);
        SlowUpFilter slow = new SlowUpFilter();
        double[] rate = new double[3];
        double[] aim = new double[3];
        double[] accel = {0, 9.81, 0};
        double worst = 0;
        for (int index = 0; index < 12_000; index++) {
            if (index % 700 == 0) {
                double size = index % 2100 == 0 ? 0 : 6 * random.nextDouble();
                for (int axis = 0; axis < 3; axis++) {
                    aim[axis] = size * (random.nextDouble() - 0.5);
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                rate[axis] += 0.05 * (aim[axis] - rate[axis]);
                accel[axis] += 0.1 * (random.nextDouble() - 0.5);
            }
            double[] gyro = {
                rate[0] + 0.02 + 0.002 * random.nextGaussian(),
                rate[1] - 0.01 + 0.002 * random.nextGaussian(),
                rate[2] + 0.03 + 0.002 * random.nextGaussian()
            };
            double[] read = accel.clone();
            if (random.nextInt(400) == 0) {
                read[random.nextInt(3)] += 80;
            }
            filter.accept(read, gyro, STEP_S);
            double[] up = slow.accept(read, gyro, STEP_S);
            worst = Math.max(worst, Math.abs(up[0] - filter.upX()));
            worst = Math.max(worst, Math.abs(up[1] - filter.upY()));
            worst = Math.max(worst, Math.abs(up[2] - filter.upZ()));
            assertEquals(slow.offset()[0], filter.offset().x(), 1e-12);
            assertEquals(slow.offset()[1], filter.offset().y(), 1e-12);
            assertEquals(slow.offset()[2], filter.offset().z(), 1e-12);
        }
        // Of 10 m/s2; what is left is the series of sine and cosine.
        assertTrue(worst < 1e-6, "worst difference " + worst);
        assertTrue(Math.abs(filter.offset().x()) > 1e-3, "rests were found");
    }

    @Test
    void restAtAnyOrientationGivesUpAndTheOffset() {
        for (int index = 0; index < 1000; index++) {
            filter.accept(new double[] {3, -4, 8}, new double[] {0.05, -0.07, 0.01}, STEP_S);
        }
        assertEquals(3, filter.upX(), 0.05);
        assertEquals(-4, filter.upY(), 0.05);
        assertEquals(8, filter.upZ(), 0.05);
        assertEquals(0.05, filter.offset().x(), 1e-9);
        assertEquals(-0.07, filter.offset().y(), 1e-9);
    }

    /** A sensor that is carried in a circle: the push turns once a second, so its mean is nothing. */
    @Test
    void pushThatComesAndGoesTiltsLittle() {
        double worst = 0;
        for (int index = 0; index < 6000; index++) {
            double angle = 2 * Math.PI * index * STEP_S;
            filter.accept(new double[] {2 * Math.cos(angle), 2 * Math.sin(angle), 9.81}, new double[3], STEP_S);
            worst = index < 2000 ? 0 : Math.max(worst, Math.hypot(filter.upX(), filter.upY()) / filter.upZ());
        }
        // The accelerometer alone would be off by 0.2 rad.
        assertTrue(worst < 0.002, "worst tilt " + worst);
    }

    @Test
    void coastingTurnsUpByTheGivenRate() {
        filter.accept(new double[] {0, 9.81, 0}, new double[3], STEP_S);
        for (int index = 0; index < 100; index++) {
            filter.coast(0, 0, 0.5, STEP_S);
        }
        // Turning by 0.5 about z turns up back by as much.
        assertEquals(9.81 * Math.sin(0.5), filter.upX(), 1e-6);
        assertEquals(9.81 * Math.cos(0.5), filter.upY(), 1e-6);
    }
}
