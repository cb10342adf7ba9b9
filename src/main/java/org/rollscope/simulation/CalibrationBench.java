package org.rollscope.simulation;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.PadGeometry;
import org.rollscope.frame.RawFrame;

/**
 * A simulated roller in the cradle of a bench, with somebody who puts masses on it when asked; samples as its board does.
 *
 * <p>Masses and the puck's seat have errors of their own. Pads that carry nothing read zero, and
 * the motion sensor is sampled while the whole roller is looked at, so that hours at the bench cost a second.
 *
 * <p><b>Source.</b> {@code hardware/calibration/procedure.md}. <b>Threads.</b> One; wears the roller's state, so use a fresh one.
 */
public final class CalibrationBench {
    /** Sampling rate at the bench: masses lie still. */
    public static final int RATE_HZ = 50;

    private static final double STEP_S = 1.0 / RATE_HZ;
    /** Length of one conditioning press, and of the pause after it. */
    private static final int PRESS_STEP_COUNT = 20;
    /** Standard error of the reference masses and the puck's seat. */
    private static final double LOAD_ERROR_RATIO = 0.01;
    /** Half width of what a mass on a soft pad presses, around the roller. */
    private static final double LAID_HALF_WIDTH_RAD = 0.9;
    /** Error of a cradle that is turned by hand. */
    private static final double TURN_ERROR_RAD = 0.05;

    private static final double GRAVITY_M_PER_S2 = 9.80665;
    private static final double MOTION_FULL_COUNTS = 32768;

    private final SimulatedRoller roller;
    private final BoardHello hello;
    private final SeededNoise noise;
    private final double[] padForceN;
    private final ArrayDeque<Double> pressesN = new ArrayDeque<>();
    private final double[] upMPerS2 = {0, GRAVITY_M_PER_S2, 0};
    private int loadedPadIndex;
    private boolean wholeRoller = true;
    private long sequence;

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
        hello = roller.hello(RATE_HZ);
        noise = new SeededNoise(SimulatedRoller.seedOf(hello.boardSerialId())).fork("bench");
        padForceN = new double[hello.padCount()];
    }

    /** The board whose roller lies on the bench. */
    public BoardHello hello() {
        return hello;
    }

    /** Takes everything off and leaves the roller alone. */
    public void rest() {
        Arrays.fill(padForceN, 0);
        wholeRoller = true;
    }

    /**
     * Presses one pad again and again; {@link #isBusy} until that is done.
     *
     * @param padIndex under the puck.
     * @param loadN of each press.
     * @param pressCount how often.
     */
    public void press(int padIndex, double loadN, int pressCount) {
        load(padIndex, 0);
        for (int pressIndex = 0; pressIndex < pressCount; pressIndex++) {
            for (int stepIndex = 0; stepIndex < 2 * PRESS_STEP_COUNT; stepIndex++) {
                pressesN.add(stepIndex < PRESS_STEP_COUNT ? loadN : 0);
            }
        }
    }

    /**
     * Puts a mass on one pad in place of what lay there.
     *
     * @param padIndex under the puck.
     * @param loadN weight as the bench believes it; 0 takes it off.
     */
    public void load(int padIndex, double loadN) {
        Arrays.fill(padForceN, 0);
        wholeRoller = false;
        loadedPadIndex = padIndex;
        padForceN[padIndex] = loadN * (1 + LOAD_ERROR_RATIO * noise.gaussian());
    }

    /**
     * Lays a mass on a soft pad across the whole roller.
     *
     * @param loadN weight.
     * @param upRad body angle that is turned up before.
     */
    public void lay(double loadN, double upRad) {
        Arrays.fill(padForceN, 0);
        wholeRoller = true;
        double trueUpRad = upRad + TURN_ERROR_RAD * noise.gaussian();
        upMPerS2[0] = GRAVITY_M_PER_S2 * StrictMath.cos(trueUpRad);
        upMPerS2[1] = GRAVITY_M_PER_S2 * StrictMath.sin(trueUpRad);
        PadGeometry geometry = PadGeometry.of(hello.geometryId());
        double[] shareRatio = new double[padForceN.length];
        double sumRatio = 0;
        for (int padIndex = 0; padIndex < shareRatio.length; padIndex++) {
            double fromUpRad = Math.IEEEremainder(geometry.columnAngleRad(padIndex) - trueUpRad, 2 * Math.PI);
            double widths = fromUpRad / LAID_HALF_WIDTH_RAD;
            shareRatio[padIndex] = Math.max(0, 1 - widths * widths);
            sumRatio += shareRatio[padIndex];
        }
        double trueLoadN = loadN * (1 + LOAD_ERROR_RATIO * noise.gaussian());
        for (int padIndex = 0; padIndex < shareRatio.length; padIndex++) {
            padForceN[padIndex] = trueLoadN * shareRatio[padIndex] / sumRatio;
        }
    }

    /** Whether presses are still to come; samples go on meanwhile. */
    public boolean isBusy() {
        return !pressesN.isEmpty();
    }

    /**
     * Samples.
     *
     * @param frame takes the sample.
     */
    public void sample(RawFrame frame) {
        frame.stamp(0, sequence, sequence * hello.periodUs(), 0, 0, RawFrame.IMU_VALID_FLAGS);
        sequence++;
        Double pressN = pressesN.poll();
        if (pressN != null) {
            padForceN[loadedPadIndex] = pressN;
        }
        char[] padCounts = frame.padCounts();
        for (int padIndex = 0; padIndex < padCounts.length; padIndex++) {
            boolean felt = padForceN[padIndex] > 0 || (!wholeRoller && padIndex == loadedPadIndex);
            padCounts[padIndex] = felt ? counts(roller.padVoltageMv(padIndex, padForceN[padIndex], STEP_S)) : 0;
        }
        if (wholeRoller) {
            roller.imu().read(upMPerS2, new double[3]);
        }
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            frame.accelCounts()[axisIndex] =
                    motionCounts(roller.imu().accelMPerS2()[axisIndex] / hello.accelFullScaleMPerS2());
            frame.gyroCounts()[axisIndex] =
                    motionCounts(roller.imu().gyroRadPerS()[axisIndex] / hello.gyroFullScaleRadPerS());
        }
    }

    private char counts(double voltageMv) {
        double fullCounts = 1 << hello.adcBits();
        return (char)
                Math.max(0, Math.min(fullCounts - 1, Math.floor(voltageMv * fullCounts / hello.adcFullScaleMv())));
    }

    private static short motionCounts(double scaleRatio) {
        return (short) Math.rint(scaleRatio * MOTION_FULL_COUNTS);
    }
}
