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

    @ParameterizedTest
    @ValueSource(doubles = {-3.5, -0.4, 0.02, 1, 5})
    void constantTurningIsFollowedWithoutEnd(double rateRadPerS) {
        for (int index = 0; index <= 6000; index++) {
            double angleRad = rateRadPerS * index * STEP_S;
            estimator.accept(gravity(angleRad), rateRadPerS, STEP_S);
            // Gyroscope and gravity agree but for rounding.
            assertEquals(angleRad, estimator.rollAngleRad(), 1e-6);
        }
        assertEquals(0, Math.IEEEremainder(Math.PI / 2 - rateRadPerS * 60 - estimator.upRad(), 2 * Math.PI), 1e-6);
    }

    @Test
    void firstSampleIsTheZeroAtAnyOrientation() {
        estimator.accept(gravity(2), 0, STEP_S);
        assertEquals(0, estimator.rollAngleRad());
        assertEquals(Math.PI / 2 - 2, estimator.upRad(), 1e-12);
    }

    /** A gyroscope that reads nothing: gravity pulls the angle in, 0.8 per second at first. */
    @Test
    void gravityAlonePullsTheAngleIn() {
        estimator.accept(gravity(0), 0, STEP_S);
        double beforeRad = 0;
        for (int index = 0; index < 200; index++) {
            estimator.accept(gravity(0.3), 0, STEP_S);
            assertTrue(estimator.rollAngleRad() >= beforeRad);
            beforeRad = estimator.rollAngleRad();
        }
        // exp(-0.8 * 2) of the error is left, and a little less because the offset helps along.
        assertEquals(0.3 * (1 - Math.exp(-1.6)), estimator.rollAngleRad(), 0.02);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.05, 0.03, 0.08})
    void offsetOfTheGyroscopeIsLearntAtRest(double offsetRadPerS) {
        for (int index = 0; index < 12_000; index++) {
            estimator.accept(gravity(0), offsetRadPerS, STEP_S);
            // Until it is learnt the pull holds against it: offset over pull is the most that the angle can be off.
            assertTrue(Math.abs(estimator.rollAngleRad()) <= Math.abs(offsetRadPerS) / 0.8 + 1e-6);
        }
        // The slow pole lies at 0.07 per second: two minutes leave a five-thousandth.
        assertEquals(offsetRadPerS, estimator.offsetRadPerS(), 0.002 * Math.abs(offsetRadPerS) + 1e-5);
        assertEquals(0, estimator.rollAngleRad(), 1e-3);
    }

    @Test
    void offsetIsNeverBelievedBeyondItsLimit() {
        for (int index = 0; index < 30_000; index++) {
            estimator.accept(gravity(0), 0.5, STEP_S);
        }
        assertEquals(0.1, estimator.offsetRadPerS(), 1e-12);
    }

    @Test
    void silentImuCoastsAtTheLastRateAndIsCaughtAfterwards() {
        for (int index = 0; index <= 500; index++) {
            estimator.accept(gravity(index * STEP_S), 1, STEP_S);
        }
        for (int index = 1; index <= 50; index++) {
            estimator.coast(1, STEP_S);
            assertEquals(5 + index * STEP_S, estimator.rollAngleRad(), 1e-6);
        }
        // The roller turned back meanwhile: gravity brings the angle home.
        for (int index = 0; index < 6000; index++) {
            estimator.accept(gravity(5.2), 0, STEP_S);
        }
        assertEquals(5.2, estimator.rollAngleRad(), 0.01);
    }

    @Test
    void shakingIsTrustedLessThanRest() {
        estimator.accept(gravity(0), 0, STEP_S);
        double[] shaken = gravity(0.3);
        shaken[0] *= 1.3;
        shaken[1] *= 1.3;
        estimator.accept(shaken, 0, STEP_S);
        // 0.3 g too much is ten widths: a hundredth of the pull.
        assertTrue(estimator.rollAngleRad() < 0.3 * 0.8 * STEP_S / 50);
    }
}
