package org.rollscope.simulation;

import org.rollscope.frame.BoardHello;

/**
 * The parts of one simulated reference roller: pads, converter noise and IMU, all drawn from its seed.
 *
 * <p><b>Threads.</b> One.
 */
public final class SimulatedRoller {
    /** Upper half of the serial of every simulated board; the lower half is the seed. */
    public static final long SERIAL_PREFIX_ID = 0x51D0_0000_0000_0000L;
    /** Seeds that fit into a serial. */
    public static final long MAX_SEED = 0x0000_00FF_FFFF_FFFFL;

    private static final long SERIAL_PREFIX_MASK_BITS = 0xFFFF_0000_0000_0000L;
    private static final int MAKE_SHIFT_BITS = 40;
    private static final int MAKE_MASK_BITS = 0xFF;
    /** Microseconds from one conversion to the next in the firmware's scan. */
    private static final int CONVERSION_PERIOD_US = 56;
    /** Moment of the firmware's IMU burst, measured on the simulated board. */
    private static final int IMU_OFFSET_US = 13;

    private static final int MUX_CHANNEL_COUNT = 8;
    private static final int GROUP_MUX_COUNT = 3;
    /** Pads warm up under a body by up to 6 kelvin, over ten minutes: chosen by us. */
    private static final double WARMING_KELVIN = 6;

    private static final double WARMING_MS = 600_000;
    private static final long WARMING_STEP_MS = 1000;

    private final long seed;
    private final RollerMake make;
    private final double noiseMv;
    private final double roomDegC;
    private final SeededNoise noise;
    private final FsrCell[] cells;
    private final SimulatedImu imu;

    /**
     * Draws a reference roller.
     *
     * @param seed 0 to {@link #MAX_SEED}.
     */
    public SimulatedRoller(long seed) {
        this(RollerMake.REFERENCE, seed, Physics.USUAL);
    }

    /**
     * Draws a roller.
     *
     * @param make what kind of roller.
     * @param seed 0 to {@link #MAX_SEED}.
     * @param physics of the world.
     */
    public SimulatedRoller(RollerMake make, long seed, Physics physics) {
        if (seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("seed must be 0.." + MAX_SEED + ", was " + seed);
        }
        this.seed = seed;
        this.make = make;
        noiseMv = physics.of(PhysicalConstant.PAD_NOISE_MV);
        SeededNoise parts = new SeededNoise(seed).fork("roller");
        noise = parts.fork("noise");
        cells = new FsrCell[make.geometry().padCount()];
        for (int padIndex = 0; padIndex < cells.length; padIndex++) {
            cells[padIndex] = new FsrCell(parts.fork("cell" + padIndex), make.batch(), physics);
        }
        imu = new SimulatedImu(
                parts.fork("imu"),
                parts.fork("imu-noise"),
                physics,
                !make.geometry().tool().liesLevel());
        roomDegC = parts.fork("room").gaussianWithin(22, 2, 16, 30);
    }

    /** The roller of a simulated board. */
    public static SimulatedRoller ofSerial(long boardSerialId) {
        return new SimulatedRoller(makeOf(boardSerialId), seedOf(boardSerialId), Physics.USUAL);
    }

    /** What kind of roller a simulated board sits in. */
    public static RollerMake makeOf(long boardSerialId) {
        return RollerMake.ofNumber((int) (boardSerialId >> MAKE_SHIFT_BITS) & MAKE_MASK_BITS);
    }

    /** What kind of roller it is. */
    public RollerMake make() {
        return make;
    }

    /** Whether a board with this serial is a simulated one. */
    public static boolean isSimulated(long boardSerialId) {
        return (boardSerialId & SERIAL_PREFIX_MASK_BITS) == SERIAL_PREFIX_ID;
    }

    /** The seed of a simulated board. */
    public static long seedOf(long boardSerialId) {
        return boardSerialId & MAX_SEED;
    }

    /** What its board says of itself at a sampling rate; the same as the firmware's hello. */
    public BoardHello hello(int rateHz) {
        int[] scanOffsetUs = new int[cells.length];
        for (int padIndex = 0; padIndex < cells.length; padIndex++) {
            scanOffsetUs[padIndex] = CONVERSION_PERIOD_US * scanPositionIndex(padIndex);
        }
        return new BoardHello(
                1,
                SERIAL_PREFIX_ID | (long) make.numberIndex() << MAKE_SHIFT_BITS | seed,
                "0.1.0",
                make.geometry().geometryId(),
                1,
                rateHz,
                10,
                3300,
                39.2266,
                17.453293,
                IMU_OFFSET_US,
                0,
                Double.NaN,
                scanOffsetUs);
    }

    /** Place of a pad in the scan: two groups of three multiplexers take turns, so that each settles. */
    private static int scanPositionIndex(int padIndex) {
        int muxIndex = padIndex / MUX_CHANNEL_COUNT;
        int channelIndex = padIndex % MUX_CHANNEL_COUNT;
        int stepIndex = 2 * channelIndex + muxIndex / GROUP_MUX_COUNT;
        return GROUP_MUX_COUNT * stepIndex + muxIndex % GROUP_MUX_COUNT;
    }

    /** Lets the sensors feel the true forces and motions of a moment. */
    void sense(SimulatedMoment moment) {
        if (moment.timeMs % WARMING_STEP_MS == 0) {
            double warmDegC = roomDegC + WARMING_KELVIN * (1 - StrictMath.exp(-moment.timeMs / WARMING_MS));
            for (FsrCell cell : cells) {
                cell.warm(warmDegC);
            }
        }
        for (int padIndex = 0; padIndex < cells.length; padIndex++) {
            moment.padVoltageMv[padIndex] = padVoltageMv(padIndex, moment.padForceN[padIndex], 0.001);
        }
        imu.read(moment.trueAccelMPerS2, moment.trueGyroRadPerS);
        moment.accelMPerS2 = imu.accelMPerS2();
        moment.gyroRadPerS = imu.gyroRadPerS();
    }

    /** Voltage of one pad, noise included, 0 to the supply. */
    double padVoltageMv(int padIndex, double forceN, double stepS) {
        double voltageMv = cells[padIndex].voltageMv(forceN, stepS) + noiseMv * noise.gaussian();
        return Math.max(0, Math.min(FsrCell.SUPPLY_MV, voltageMv));
    }

    /** The motion sensor, for the calibration bench. */
    SimulatedImu imu() {
        return imu;
    }
}
