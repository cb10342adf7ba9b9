package org.rollscope.device.pi;

/** A file of registers that fails when it is told to; what is in it a chip says. */
abstract class SimulatedMotionChip implements RegisterBus {
    final int[] registers = new int[256];
    final double[] accelMPerS2 = {0, 0, 0};
    final double[] gyroRadPerS = {0, 0, 0};
    double temperatureDegC = 30;
    boolean silent;
    boolean closed;
    SetClock clock = new SetClock();
    long answerUs;

    abstract boolean countsUp();

    abstract void latch();

    @Override
    public String name() {
        return "/dev/i2c-1 at 0x68";
    }

    @Override
    public void read(int registerIndex, byte[] into) throws BusException {
        answer();
        latch();
        for (int byteIndex = 0; byteIndex < into.length; byteIndex++) {
            into[byteIndex] = (byte) registers[countsUp() ? registerIndex + byteIndex : registerIndex];
        }
    }

    @Override
    public void write(int registerIndex, int valueBits) throws BusException {
        answer();
        registers[registerIndex] = valueBits;
    }

    private void answer() throws BusException {
        clock.passUs(answerUs);
        if (silent || closed) {
            throw new BusException("no answer on " + name());
        }
    }

    static int counts(double value, double fullScale) {
        return (int) Math.max(-32768, Math.min(32767, Math.rint(value / fullScale * 32768))) & 0xFFFF;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** After the register map RM-MPU-6000A revision 4.2: asleep at power-on, full scales by their bits, big-endian. */
    static final class Mpu extends SimulatedMotionChip {
        Mpu() {
            powerOn();
        }

        void powerOn() {
            java.util.Arrays.fill(registers, 0);
            registers[0x6B] = 0x40; // register 107: SLEEP
            registers[0x75] = 0x68; // register 117
        }

        @Override
        boolean countsUp() {
            return true;
        }

        @Override
        void latch() {
            if ((registers[0x6B] & 0x40) != 0) {
                return;
            }
            double accelScale = 2 * (1 << (registers[0x1C] >> 3 & 3)) * 9.80665;
            double gyroScale = 250 * (1 << (registers[0x1B] >> 3 & 3)) * Math.PI / 180;
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                put(0x3B + 2 * axisIndex, counts(accelMPerS2[axisIndex], accelScale));
                put(0x43 + 2 * axisIndex, counts(gyroRadPerS[axisIndex], gyroScale));
            }
            put(0x41, (int) Math.round((temperatureDegC - 36.53) * 340) & 0xFFFF);
        }

        private void put(int registerIndex, int wordBits) {
            registers[registerIndex] = wordBits >> 8;
            registers[registerIndex + 1] = wordBits & 0xFF;
        }
    }

    /** After the data sheet DS12140: off at power-on, sensitivities by its tables, little-endian, IF_INC counts up. */
    static final class Lsm extends SimulatedMotionChip {
        private static final double[] MG_PER_COUNT = {0.061, 0.488, 0.122, 0.244};
        private static final double[] MDPS_PER_COUNT = {8.75, 4.375, 17.5, 0, 35, 0, 70, 0};

        Lsm() {
            registers[0x0F] = 0x6C;
            registers[0x12] = 0x04; // IF_INC
        }

        @Override
        boolean countsUp() {
            return (registers[0x12] & 0x04) != 0;
        }

        @Override
        void latch() {
            double accelScale = MG_PER_COUNT[registers[0x10] >> 2 & 3] * 1e-3 * 9.80665 * 32768;
            double gyroScale = MDPS_PER_COUNT[registers[0x11] >> 1 & 7] * 1e-3 * Math.PI / 180 * 32768;
            for (int axisIndex = 0; axisIndex < 3; axisIndex++) {
                if (registers[0x11] >> 4 != 0) {
                    put(0x22 + 2 * axisIndex, counts(gyroRadPerS[axisIndex], gyroScale));
                }
                if (registers[0x10] >> 4 != 0) {
                    put(0x28 + 2 * axisIndex, counts(accelMPerS2[axisIndex], accelScale));
                }
            }
            if (registers[0x10] >> 4 != 0 || registers[0x11] >> 4 != 0) {
                put(0x20, (int) Math.round((temperatureDegC - 25) * 256) & 0xFFFF);
            }
        }

        private void put(int registerIndex, int wordBits) {
            registers[registerIndex] = wordBits & 0xFF;
            registers[registerIndex + 1] = wordBits >> 8;
        }
    }
}
