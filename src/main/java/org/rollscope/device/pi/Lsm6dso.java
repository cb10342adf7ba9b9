package org.rollscope.device.pi;

/**
 * STMicroelectronics LSM6DSO: 4 g, 1000 degrees a second, 416 Hz behind filters of about 45 Hz, near those of the MPU-6050.
 *
 * <p><b>Source.</b> Data sheet DS12140 revision 2: sensitivities, turn-on time and temperature in its tables of characteristics, registers in
 * section 9. Its sensitivity is not the range divided by 32768, so neither is the full scale. <b>Threads.</b> One.
 */
final class Lsm6dso implements MotionChip {
    static final String WORD = "lsm6dso";
    static final int WHO_AM_I_INDEX = 0x0F;
    static final int WHO_AM_I_BITS = 0x6C;
    static final int CTRL1_XL_INDEX = 0x10;
    static final int CTRL2_G_INDEX = 0x11;
    static final int CTRL3_C_INDEX = 0x12;
    static final int CTRL4_C_INDEX = 0x13;
    static final int CTRL6_C_INDEX = 0x15;
    static final int CTRL8_XL_INDEX = 0x17;
    static final int OUT_TEMP_L_INDEX = 0x20;

    /** A register pair changes only when both halves were read; the address counts up by itself. */
    private static final int BLOCK_UPDATE_AND_COUNT_UP_BITS = 0x44;
    /** 416 Hz, 4 g, behind the second low-pass. */
    private static final int ACCEL_416_HZ_4_G_FILTERED_BITS = 0x6A;
    /** Second low-pass at a tenth of the rate: 42 Hz. */
    private static final int ACCEL_FILTER_TENTH_BITS = 0x20;
    /** 416 Hz, 1000 degrees a second. */
    private static final int GYRO_416_HZ_1000_DEG_PER_S_BITS = 0x68;
    /** The gyroscope's low-pass is used, ... */
    private static final int GYRO_FILTERED_BITS = 0x02;
    /** ... the fifth of its bandwidths: 48 Hz at this rate. */
    private static final int GYRO_FILTER_48_HZ_BITS = 0x05;

    private static final double STANDARD_GRAVITY_M_PER_S2 = 9.80665;
    private static final double ACCEL_G_PER_COUNT_RATIO = 0.122e-3;
    private static final double GYRO_DEG_PER_S_PER_COUNT_RATIO = 35e-3;
    private static final double FULL_COUNTS = 32768;
    private static final int GYRO_AT_INDEX = 2;
    private static final int ACCEL_AT_INDEX = 8;
    private static final int BURST_BYTES = 14;
    /** Its gyroscope needs 35 ms to start, typically; doubled by us. */
    private static final long SETTLE_MS = 70;

    private final byte[] burst = new byte[BURST_BYTES];

    @Override
    public String name() {
        return "LSM6DSO";
    }

    @Override
    public int usualAddressBits() {
        return 0x6A;
    }

    @Override
    public double accelFullScaleMPerS2() {
        return ACCEL_G_PER_COUNT_RATIO * STANDARD_GRAVITY_M_PER_S2 * FULL_COUNTS;
    }

    @Override
    public double gyroFullScaleRadPerS() {
        return GYRO_DEG_PER_S_PER_COUNT_RATIO * Math.PI / 180 * FULL_COUNTS;
    }

    @Override
    public long settleMs() {
        return SETTLE_MS;
    }

    @Override
    public int burstBytes() {
        return BURST_BYTES;
    }

    @Override
    public void setUp(RegisterBus bus) throws BusException {
        MotionChip.identify(bus, name(), WHO_AM_I_INDEX, WHO_AM_I_BITS);
        bus.write(CTRL3_C_INDEX, BLOCK_UPDATE_AND_COUNT_UP_BITS);
        bus.write(CTRL8_XL_INDEX, ACCEL_FILTER_TENTH_BITS);
        bus.write(CTRL6_C_INDEX, GYRO_FILTER_48_HZ_BITS);
        bus.write(CTRL4_C_INDEX, GYRO_FILTERED_BITS);
        bus.write(CTRL1_XL_INDEX, ACCEL_416_HZ_4_G_FILTERED_BITS);
        bus.write(CTRL2_G_INDEX, GYRO_416_HZ_1000_DEG_PER_S_BITS);
    }

    @Override
    public void read(RegisterBus bus, MotionSample into) throws BusException {
        bus.read(OUT_TEMP_L_INDEX, burst);
        MotionChip.rejectAllZero(bus, name(), burst);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            into.gyroCounts[axisIndex] = countsAt(GYRO_AT_INDEX + 2 * axisIndex);
            into.accelCounts[axisIndex] = countsAt(ACCEL_AT_INDEX + 2 * axisIndex);
        }
        // 256 counts a degree, zero at 25 degrees
        into.temperatureDegC = countsAt(0) / 256.0 + 25;
    }

    private short countsAt(int byteIndex) {
        return (short) (Byte.toUnsignedInt(burst[byteIndex]) | burst[byteIndex + 1] << Byte.SIZE);
    }
}
