package org.rollscope.device.sim;

import java.util.Arrays;
import java.util.function.Consumer;
import org.rollscope.frame.BoardHello;
import org.rollscope.frame.RawFrame;
import org.rollscope.protocol.FrameEncoder;
import org.rollscope.simulation.AthleteSimulation;
import org.rollscope.simulation.SimulatedMoment;

/**
 * What the firmware does, in Java: samples each pad at its moment in the scan, reads the IMU, and writes wire bytes.
 *
 * <p>Voltages and motions between two milliseconds are interpolated linearly, as the simulated microcontroller does with
 * the same trace. A test holds both against each other count by count. <b>Threads.</b> One.
 */
public final class SimulatedBoard implements WireBoard {
    private static final int STEP_US = 1000;
    private static final double MOTION_FULL_COUNTS = 32768;

    private final AthleteSimulation simulation;
    private final Consumer<SimulatedMoment> witness;
    private final BoardHello hello;
    private final MomentCopy earlier;
    private final MomentCopy later;
    private final char[] padCounts;
    private final int[] scanOrder;
    private boolean started;
    private boolean over;
    private long sequence;

    /**
     * Boots the board at the simulation's time 0.
     *
     * @param simulation fresh.
     * @param rateHz sampling rate, 1 to 200.
     */
    public SimulatedBoard(AthleteSimulation simulation, int rateHz) {
        this(simulation, rateHz, moment -> {});
    }

    /**
     * Boots the board and lets somebody see what is true, while it is simulated.
     *
     * @param simulation fresh.
     * @param rateHz sampling rate, 1 to 200.
     * @param witness is shown every moment once, in order, at the latest before the frame of that moment is given out.
     */
    public SimulatedBoard(AthleteSimulation simulation, int rateHz, Consumer<SimulatedMoment> witness) {
        this.simulation = simulation;
        this.witness = witness;
        this.hello = simulation.roller().hello(rateHz);
        this.padCounts = new char[hello.padCount()];
        this.earlier = new MomentCopy(hello.padCount());
        this.later = new MomentCopy(hello.padCount());
        this.scanOrder = scanOrder(hello.scanOffsetUs());
    }

    /** What the board says of itself. */
    public BoardHello hello() {
        return hello;
    }

    /** The hello as bytes for the line. */
    @Override
    public byte[] helloBytes() {
        return FrameEncoder.hello(hello);
    }

    /** Time of the next frame since the simulation's start. */
    @Override
    public long nextFrameUs() {
        return sequence * hello.periodUs();
    }

    /**
     * Samples the next frame.
     *
     * @return its bytes for the line, or an empty array when the simulation is over.
     */
    @Override
    public byte[] nextFrameBytes() {
        byte[] frameBytes = sample();
        while (frameBytes.length > 0 && simulation.losesFrame()) {
            frameBytes = sample();
        }
        return frameBytes;
    }

    private byte[] sample() {
        long scanUs = nextFrameUs();
        short[] accelCounts = new short[3];
        short[] gyroCounts = new short[3];
        boolean imuRead = false;
        for (int padIndex : scanOrder) {
            int padOffsetUs = hello.scanOffsetUs()[padIndex];
            if (!imuRead && hello.imuOffsetUs() <= padOffsetUs) {
                readImu(scanUs + hello.imuOffsetUs(), accelCounts, gyroCounts);
                imuRead = true;
            }
            double ratio = moveTo(scanUs + padOffsetUs);
            padCounts[padIndex] =
                    convert(earlier.padVoltageMv[padIndex] * (1 - ratio) + later.padVoltageMv[padIndex] * ratio);
        }
        if (!imuRead) {
            readImu(scanUs + hello.imuOffsetUs(), accelCounts, gyroCounts);
        }
        if (over) {
            return new byte[0];
        }
        RawFrame frame =
                new RawFrame(0, sequence, scanUs, 0, 0, RawFrame.IMU_VALID_FLAGS, accelCounts, gyroCounts, padCounts);
        sequence++;
        return FrameEncoder.frame(frame);
    }

    /** Steps the simulation until a time lies between the two kept moments; returns where between them. */
    private double moveTo(long timeUs) {
        if (!started) {
            started = true;
            over = !simulation.step();
            later.take(simulation.moment());
            earlier.take(simulation.moment());
            witness.accept(simulation.moment());
        }
        while (!over && later.timeUs <= timeUs) {
            earlier.take(later);
            over = !simulation.step();
            if (!over) {
                later.take(simulation.moment());
                witness.accept(simulation.moment());
            }
        }
        return (timeUs - earlier.timeUs) / (double) STEP_US;
    }

    private void readImu(long timeUs, short[] accelCounts, short[] gyroCounts) {
        double ratio = moveTo(timeUs);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            double accel = earlier.accelMPerS2[axisIndex] * (1 - ratio) + later.accelMPerS2[axisIndex] * ratio;
            double gyro = earlier.gyroRadPerS[axisIndex] * (1 - ratio) + later.gyroRadPerS[axisIndex] * ratio;
            accelCounts[axisIndex] = motionCounts(accel, hello.accelFullScaleMPerS2());
            gyroCounts[axisIndex] = motionCounts(gyro, hello.gyroFullScaleRadPerS());
        }
    }

    private char convert(double voltageMv) {
        double fullCounts = 1 << hello.adcBits();
        double counts = Math.floor(voltageMv * fullCounts / hello.adcFullScaleMv());
        return (char) Math.max(0, Math.min(fullCounts - 1, counts));
    }

    private static short motionCounts(double value, double fullScale) {
        double counts = Math.rint(value / fullScale * MOTION_FULL_COUNTS);
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, counts));
    }

    private static int[] scanOrder(int[] scanOffsetUs) {
        Integer[] order = new Integer[scanOffsetUs.length];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (left, right) -> Integer.compare(scanOffsetUs[left], scanOffsetUs[right]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The sensors' readings at one millisecond. */
    private static final class MomentCopy {
        final double[] padVoltageMv;
        final double[] accelMPerS2 = new double[3];
        final double[] gyroRadPerS = new double[3];
        long timeUs;

        MomentCopy(int padCount) {
            padVoltageMv = new double[padCount];
        }

        void take(SimulatedMoment moment) {
            timeUs = moment.timeMs() * STEP_US;
            copy(moment.padVoltageMv(), moment.accelMPerS2(), moment.gyroRadPerS());
        }

        void take(MomentCopy other) {
            timeUs = other.timeUs;
            copy(other.padVoltageMv, other.accelMPerS2, other.gyroRadPerS);
        }

        private void copy(double[] voltageMv, double[] accel, double[] gyro) {
            System.arraycopy(voltageMv, 0, padVoltageMv, 0, padVoltageMv.length);
            System.arraycopy(accel, 0, accelMPerS2, 0, 3);
            System.arraycopy(gyro, 0, gyroRadPerS, 0, 3);
        }
    }
}
