package org.rollscope.device.pi;

/**
 * What is to be known of a six-axis motion chip: who it is, how it is set up, and where its readings stand.
 *
 * <p>It is mounted so that its axes are the roller's, as drawn in {@code hardware/README.md}.
 *
 * <p><b>Threads.</b> One.
 */
interface MotionChip {
    /** What people call it. */
    String name();

    /** Address of a chip whose address pin is low, seven bits. */
    int usualAddressBits();

    /** Specific force at 32768 counts. */
    double accelFullScaleMPerS2();

    /** Turn rate at 32768 counts. */
    double gyroFullScaleRadPerS();

    /** How long after {@link #setUp} its readings mean nothing. */
    long settleMs();

    /** Bytes of one reading on the line. */
    int burstBytes();

    /**
     * Looks who answers, and sets it up.
     *
     * @throws BusException when nobody answers, or somebody else does.
     */
    void setUp(RegisterBus bus) throws BusException;

    /**
     * Reads all axes of one moment.
     *
     * @param into is written only when all is well.
     * @throws BusException when it did not answer, or says what a chip says that lost its supply.
     */
    void read(RegisterBus bus, MotionSample into) throws BusException;

    /** The chip that settings name, see {@link PiSettings#imu}. */
    static MotionChip of(String word) {
        return switch (word) {
            case Mpu6050.WORD -> new Mpu6050();
            case Lsm6dso.WORD -> new Lsm6dso();
            default -> throw new IllegalArgumentException("there is no motion chip '" + word + "'");
        };
    }

    /** Refuses another chip than the meant one. */
    static void identify(RegisterBus bus, String name, int registerIndex, int expectedBits) throws BusException {
        byte[] identity = new byte[1];
        bus.read(registerIndex, identity);
        if (Byte.toUnsignedInt(identity[0]) != expectedBits) {
            throw new BusException(String.format(
                    java.util.Locale.ROOT,
                    "%s is no %s: it says 0x%02x, not 0x%02x; name the chip in the settings (pi.imu)",
                    bus.name(),
                    name,
                    identity[0],
                    expectedBits));
        }
    }

    /** Refuses a reading of nothing but zeros: a chip that lost its supply for a moment sleeps after it. */
    static void rejectAllZero(RegisterBus bus, String name, byte[] burst) throws BusException {
        for (byte one : burst) {
            if (one != 0) {
                return;
            }
        }
        throw new BusException(name + " on " + bus.name() + " sleeps: it reads all zero, its supply must have failed");
    }
}
