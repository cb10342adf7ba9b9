package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollAngleEstimatorTest {
    private static final double STEP_S = 0.01;
    private static final double GRAVITY = 9.80665;

    private final RollAngleEstimator estimator = new RollAngleEstimator();

    /** What the accelerometer reads on a roller that was turned: turning it forward turns up back in its own view. */
    private static double[] gravity(double angleRad) {
        double upRad = Math.PI / 2 - angleRad;
        return new double[] {GRAVITY * Math.cos(upRad), GRAVITY * Math.sin(upRad), 0};
    }

    private void feed(double angleRad, double rateRadPerS) {
        estimator.accept(gravity(angleRad), new double[] {0, 0, rateRadPerS}, STEP_S);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-12, -3.5, -0.4, 0.02, 1, 5})
    void constantTurningIsFollowedWithoutEnd(double rateRadPerS) {
        for (int index = 0; index <= 6000; index++) {
            double angleRad = rateRadPerS * index * STEP_S;
            feed(angleRad, rateRadPerS);
            // Gyroscope and gravity agree but for the series of a step's turn, and a little of slow turning taken for
            // offset.
            assertEquals(angleRad, estimator.rollAngleRad(), 5e-4);
        }
        assertEquals(0, Math.IEEEremainder(Math.PI / 2 - rateRadPerS * 60 - estimator.upRad(), 2 * Math.PI), 5e-4);
    }

    @Test
    void angleAndUpNeverPartWhateverTheLengthOfASession() {
        for (int index = 0; index <= 360_000; index++) {
            feed(2.5 * index * STEP_S, 2.5);
        }
        assertEquals(0, Math.IEEEremainder(Math.PI / 2 - 9000 - estimator.upRad(), 2 * Math.PI), 1e-4);
        assertEquals(9000, estimator.rollAngleRad(), 1e-4);
    }

    @Test
    void firstSampleIsTheZeroAtAnyOrientation() {
        feed(2, 0);
        assertEquals(0, estimator.rollAngleRad());
        assertEquals(Math.PI / 2 - 2, estimator.upRad(), 1e-12);
    }

    /** A gyroscope that reads nothing: gravity pulls the angle in, with a second-order low-pass of 3.7 s. */
    @Test
    void gravityAlonePullsTheAngleIn() {
        for (int index = 0; index < 1000; index++) {
            feed(0, 0);
        }
        for (int index = 0; index < 370; index++) {
            feed(0.3, 0);
        }
        // One time constant into the step answer of a Butterworth low-pass: 1 - exp(-1) (cos 1 + sin 1) = 0.491.
        assertEquals(0.491 * 0.3, estimator.rollAngleRad(), 0.01);
        for (int index = 0; index < 2000; index++) {
            feed(0.3, 0);
        }
        assertEquals(0.3, estimator.rollAngleRad(), 0.002);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.05, 0.03, 0.08})
    void offsetOfTheGyroscopeIsLearntAtRest(double offsetRadPerS) {
        for (int index = 0; index < 450; index++) {
            feed(0, offsetRadPerS);
        }
        assertEquals(offsetRadPerS, estimator.offsetRadPerS(), 1e-6, "known after a rest of four and a half seconds");
        for (int index = 0; index < 3000; index++) {
            feed(0, offsetRadPerS);
        }
        assertEquals(0, estimator.rollAngleRad(), 1e-3);
    }

    /** Somebody who lies on a roller turns it slowly: gravity shows that, so it is no offset. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.03, 0.01, 0.06})
    void slowTurningIsNoOffset(double rateRadPerS) {
        for (int index = 0; index < 3000; index++) {
            feed(rateRadPerS * index * STEP_S, rateRadPerS + 0.02);
        }
        assertEquals(0.02, estimator.offsetRadPerS(), 1e-3);
        assertEquals(rateRadPerS * 2999 * STEP_S, estimator.rollAngleRad(), 0.01);
    }

    @Test
    void fastTurningIsNeverTakenForRest() {
        for (int index = 0; index < 3000; index++) {
            feed(0, 0.5);
        }
        assertEquals(0, estimator.offsetRadPerS());
    }

    @Test
    void silentImuCoastsAtTheLastRateAndIsCaughtAfterwards() {
        for (int index = 0; index <= 500; index++) {
            feed(index * STEP_S, 1);
        }
        for (int index = 1; index <= 50; index++) {
            estimator.coast(1, STEP_S);
            assertEquals(5 + index * STEP_S, estimator.rollAngleRad(), 1e-6);
        }
        // The roller turned back meanwhile: gravity brings the angle home.
        for (int index = 0; index < 6000; index++) {
            feed(5.2, 0);
        }
        assertEquals(5.2, estimator.rollAngleRad(), 0.01);
    }

    @Test
    void afterAGapUpIsFoundAtOnce() {
        for (int index = 0; index < 500; index++) {
            feed(0, 0);
        }
        estimator.restart();
        feed(1, 0);
        assertEquals(1, estimator.rollAngleRad(), 1e-9);
    }

    /** Somebody who rolls to and fro pushes the roller's middle to and fro as well: that must not tilt what is up. */
    @Test
    void swingingToAndFroTiltsNothing() {
        for (int index = 0; index < 500; index++) {
            feed(0, 0);
        }
        double worstRad = 0;
        for (int index = 0; index < 6000; index++) {
            double timeS = index * STEP_S;
            double angleRad = 1 - Math.cos(2 * timeS);
            // A sensor's own low-pass makes its reading the mean of the step.
            double rateRadPerS = (angleRad - (1 - Math.cos(2 * (timeS - STEP_S)))) / STEP_S;
            double pushMPerS2 = -4 * Math.cos(2 * timeS) * 0.065;
            double[] accel = gravity(angleRad);
            accel[0] += pushMPerS2 * Math.cos(-angleRad);
            accel[1] += pushMPerS2 * Math.sin(-angleRad);
            estimator.accept(accel, new double[] {0, 0, rateRadPerS}, STEP_S);
            worstRad = Math.max(worstRad, Math.abs(estimator.rollAngleRad() - angleRad));
        }
        // The push alone would tilt the accelerometer by 0.027 rad.
        assertTrue(worstRad < 0.006, "worst " + worstRad);
    }

    @Test
    void knockCountsNoMoreThanItsBound() {
        for (int index = 0; index < 1000; index++) {
            feed(0, 0);
        }
        double[] knock = gravity(0);
        knock[0] += 1000;
        estimator.accept(knock, new double[3], STEP_S);
        for (int index = 0; index < 100; index++) {
            feed(0, 0);
        }
        // Unbounded, a knock of 100 g for one sample would tilt by a tenth of a radian.
        assertTrue(Math.abs(estimator.rollAngleRad()) < 0.003, "tilted by " + estimator.rollAngleRad());
    }
}
