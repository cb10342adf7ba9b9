package org.rollscope.simulation;

import java.util.ArrayList;
import java.util.List;
import org.rollscope.frame.BoardHello;

/**
 * Carries out the calibration procedure on a simulated roller, as a person would: known loads up and down on every pad, and a
 * rest for the IMU; its results have the procedure's own errors.
 *
 * <p><b>Source.</b> {@code hardware/calibration/procedure.md}: ten conditioning cycles, loads up and down, the mean of the
 * last two of six seconds, three repeats. <b>Threads.</b> One; wears the roller's state, so use a fresh one.
 */
public final class CalibrationBench {
    private static final double[] LOADS_N = {0.5, 1, 2, 5, 10, 20, 35, 50, 70, 100, 130, 160};
    private static final int REPEAT_COUNT = 3;
    private static final double STEP_S = 0.02;
    private static final int SETTLE_STEP_COUNT = 200;
    private static final int READ_STEP_COUNT = 100;
    /** Standard error of the reference masses and the puck's seat. */
    private static final double LOAD_ERROR_RATIO = 0.01;

    private static final int REST_STEP_COUNT = 4000;
    private static final double GRAVITY_M_PER_S2 = 9.80665;

    private final SimulatedRoller roller;
    private final BoardHello hello;
    private final SeededNoise noise;

    /**
     * Prepares the bench.
     *
     * @param seed of the roller.
     */
    public CalibrationBench(long seed) {
        this(new SimulatedRoller(seed));
    }

    /**
     * Prepares the bench.
     *
     * @param roller fresh.
     */
    public CalibrationBench(SimulatedRoller roller) {
        this.roller = roller;
        hello = roller.hello(100);
        noise = new SeededNoise(SimulatedRoller.seedOf(hello.boardSerialId())).fork("bench");
    }

    /**
     * One reading of the bench.
     *
     * @param padIndex pad under the puck.
     * @param forceN load as the bench believes it.
     * @param meanCounts converter reading, averaged.
     * @param loading true on the way up, false on the way down.
     */
    public record Reading(int padIndex, double forceN, double meanCounts, boolean loading) {}

    /** The board whose roller lies on the bench. */
    public BoardHello hello() {
        return hello;
    }

    /** All readings of one pad. */
    public List<Reading> loadPad(int padIndex) {
        List<Reading> readings = new ArrayList<>();
        for (int cycleIndex = 0; cycleIndex < 10; cycleIndex++) {
            settle(padIndex, 50, 20);
            settle(padIndex, 0, 20);
        }
        for (int repeatIndex = 0; repeatIndex < REPEAT_COUNT; repeatIndex++) {
            for (double loadN : LOADS_N) {
                readings.add(read(padIndex, loadN, true));
            }
            for (int loadIndex = LOADS_N.length - 2; loadIndex >= 0; loadIndex--) {
                readings.add(read(padIndex, LOADS_N[loadIndex], false));
            }
            settle(padIndex, 0, 1500);
        }
        return readings;
    }

    /** Mean turn rate of the resting roller about x, y, z: the gyroscope's offset. */
    public double[] restGyroRadPerS() {
        double[] stillAccelMPerS2 = {0, GRAVITY_M_PER_S2, 0};
        double[] meanRadPerS = new double[3];
        for (int stepIndex = 0; stepIndex < REST_STEP_COUNT; stepIndex++) {
            roller.imu().read(stillAccelMPerS2, new double[3]);
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                meanRadPerS[axisIndex] += roller.imu().gyroRadPerS()[axisIndex] / REST_STEP_COUNT;
            }
        }
        return meanRadPerS;
    }

    private Reading read(int padIndex, double loadN, boolean loading) {
        double trueLoadN = loadN * (1 + LOAD_ERROR_RATIO * noise.gaussian());
        settle(padIndex, trueLoadN, SETTLE_STEP_COUNT);
        double fullCounts = 1 << hello.adcBits();
        double sumCounts = 0;
        for (int stepIndex = 0; stepIndex < READ_STEP_COUNT; stepIndex++) {
            double voltageMv = roller.padVoltageMv(padIndex, trueLoadN, STEP_S);
            sumCounts += Math.min(fullCounts - 1, Math.floor(voltageMv * fullCounts / hello.adcFullScaleMv()));
        }
        return new Reading(padIndex, loadN, sumCounts / READ_STEP_COUNT, loading);
    }

    private void settle(int padIndex, double forceN, int stepCount) {
        for (int stepIndex = 0; stepIndex < stepCount; stepIndex++) {
            roller.padVoltageMv(padIndex, forceN, STEP_S);
        }
    }
}
