package org.rollscope.device.pi;

/**
 * InvenSense MPU-6050, set up as on the reference roller's board: 4 g, 1000 degrees a second, 1 kHz behind its 44 Hz filter.
 *
 * <p>A burst over the measurement registers is of one moment (registers 59 to 64). Its queue of samples is not used: see
 * decision record 0037.
 *
 * <p><b>Source.</b> MPU-6000/MPU-6050 Register Map and Descriptions, RM-MPU-6000A revision 4.2. <b>Threads.</b> One.
 */
final class Mpu6050 implements MotionChip {
    static final String WORD = "mpu6050";
    static final int WHO_AM_I_INDEX = 0x75;
    static final int WHO_AM_I_BITS = 0x68;
    static final int PWR_MGMT_1_INDEX = 0x6B;
    static final int SMPLRT_DIV_INDEX = 0x19;
    static final int CONFIG_INDEX = 0x1A;
    static final int GYRO_CONFIG_INDEX = 0x1B;
    static final int ACCEL_CONFIG_INDEX = 0x1C;
    static final int ACCEL_XOUT_H_INDEX = 0x3B;

    private static final int AWAKE_ON_GYRO_CLOCK_BITS = 0x01;
    private static final int SAMPLE_AT_1_KHZ_BITS = 0x00;
    private static final int FILTER_44_HZ_BITS = 0x03;
    private static final int GYRO_1000_DEG_PER_S_BITS = 0x10;
    private static final int ACCEL_4_G_BITS = 0x08;

    private static final double STANDARD_GRAVITY_M_PER_S2 = 9.80665;
    private static final double FULL_SCALE_G_COUNT = 4;
    private static final double FULL_SCALE_DEG_PER_S_COUNT = 1000;
    private static final int TEMPERATURE_AT_INDEX = 6;
    private static final int GYRO_AT_INDEX = 8;
    private static final int BURST_BYTES = 14;
    /** The gyroscope needs 30 ms to start (product specification PS-MPU-6000A, gyroscope specifications). */
    private static final long SETTLE_MS = 40;

    private final byte[] burst = new byte[BURST_BYTES];

    @Override
    public String name() {
        return "MPU-6050";
    }

    @Override
    public int usualAddressBits() {
        return 0x68;
    }

    @Override
    public double accelFullScaleMPerS2() {
        return FULL_SCALE_G_COUNT * STANDARD_GRAVITY_M_PER_S2;
    }

    @Override
    public double gyroFullScaleRadPerS() {
        return FULL_SCALE_DEG_PER_S_COUNT * Math.PI / 180;
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
        bus.write(PWR_MGMT_1_INDEX, AWAKE_ON_GYRO_CLOCK_BITS);
        bus.write(SMPLRT_DIV_INDEX, SAMPLE_AT_1_KHZ_BITS);
        bus.write(CONFIG_INDEX, FILTER_44_HZ_BITS);
        bus.write(GYRO_CONFIG_INDEX, GYRO_1000_DEG_PER_S_BITS);
        bus.write(ACCEL_CONFIG_INDEX, ACCEL_4_G_BITS);
    }

    @Override
    public void read(RegisterBus bus, MotionSample into) throws BusException {
        bus.read(ACCEL_XOUT_H_INDEX, burst);
        MotionChip.rejectAllZero(bus, name(), burst);
        for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
            into.accelCounts[axisIndex] = countsAt(2 * axisIndex);
            into.gyroCounts[axisIndex] = countsAt(GYRO_AT_INDEX + 2 * axisIndex);
        }
        // registers 65 and 66
        into.temperatureDegC = countsAt(TEMPERATURE_AT_INDEX) / 340.0 + 36.53;
    }

    private short countsAt(int byteIndex) {
        return (short) (burst[byteIndex] << Byte.SIZE | Byte.toUnsignedInt(burst[byteIndex + 1]));
    }
}
