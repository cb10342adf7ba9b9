package org.rollscope.device.pi;

import java.util.List;
import java.util.Locale;
import org.rollscope.frame.PadGeometry;

/**
 * The section {@code pi} of the settings: what is wired to the Pi, and how often it is read.
 *
 * @param rateHz sampling rate, 10 to 200.
 * @param converters MCP3008 converters by their names in {@code /dev}, in the order of the pads, with a comma between them:
 *     channel c of converter k carries pad 8 k + c. Three make the starter roller, six the reference roller.
 * @param spiClockHz clock of the converters, 100000 to 1350000.
 * @param i2cBusIndex bus of the motion chip, 0 to 31; 1 is {@code i2c-1}.
 * @param imu the motion chip: mpu6050 or lsm6dso.
 * @param imuAddress its address as {@code 0x69}; empty for the one it has with its address pin low.
 */
public record PiSettings(
        int rateHz, String converters, int spiClockHz, int i2cBusIndex, String imu, String imuAddress) {
    private static final int LOWEST_RATE_HZ = 10;
    private static final int HIGHEST_RATE_HZ = 200;
    private static final int HIGHEST_BUS_INDEX = 31;

    /** Refuses what no Pi can do. */
    public PiSettings {
        if (rateHz < LOWEST_RATE_HZ || rateHz > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException(
                    "rate_hz must be " + LOWEST_RATE_HZ + ".." + HIGHEST_RATE_HZ + ", was " + rateHz);
        }
        List<String> devices = devices(converters);
        // What the library can address: seven buses, three chip selects each.
        if (!devices.stream().allMatch(device -> device.matches("spidev[0-6]\\.[0-2]"))
                || devices.stream().distinct().count() != devices.size()) {
            throw new IllegalArgumentException(
                    "converters must be different names as spidev0.0,spidev0.1,spidev1.0 (bus 0 to 6, chip select 0 to 2), was '"
                            + converters + "'");
        }
        if (devices.size() != converterCount(PadGeometry.STARTER)
                && devices.size() != converterCount(PadGeometry.REFERENCE)) {
            throw new IllegalArgumentException(
                    "converters must be three (starter roller, 24 pads) or six (reference roller, 48" + " pads), were "
                            + devices.size());
        }
        if (spiClockHz < Mcp3008.SLOWEST_CLOCK_HZ || spiClockHz > Mcp3008.FASTEST_CLOCK_HZ) {
            throw new IllegalArgumentException("spi_clock_hz must be " + Mcp3008.SLOWEST_CLOCK_HZ + ".."
                    + Mcp3008.FASTEST_CLOCK_HZ + ", was " + spiClockHz);
        }
        if (i2cBusIndex < 0 || i2cBusIndex > HIGHEST_BUS_INDEX) {
            throw new IllegalArgumentException(
                    "i2c_bus_index must be 0.." + HIGHEST_BUS_INDEX + ", was " + i2cBusIndex);
        }
        if (!imu.equals(Mpu6050.WORD) && !imu.equals(Lsm6dso.WORD)) {
            throw new IllegalArgumentException(
                    "imu must be " + Mpu6050.WORD + " or " + Lsm6dso.WORD + ", was '" + imu + "'");
        }
        if (!imuAddress.toLowerCase(Locale.ROOT).matches("(0x(0[89a-f]|[1-6][0-9a-f]|7[0-7]))?")) {
            throw new IllegalArgumentException(
                    "imu_address must be 0x08..0x77, or empty for the chip's usual one, was '" + imuAddress + "'");
        }
    }

    /** The starter roller as wired in the documents. */
    public static final PiSettings STARTER =
            new PiSettings(100, "spidev0.0,spidev0.1,spidev1.0", 1_000_000, 1, Mpu6050.WORD, "");

    /** The same at another rate. */
    public PiSettings at(int otherRateHz) {
        return new PiSettings(otherRateHz, converters, spiClockHz, i2cBusIndex, imu, imuAddress);
    }

    private static int converterCount(PadGeometry geometry) {
        return geometry.padCount() / Mcp3008.CHANNEL_COUNT;
    }

    private static List<String> devices(String converters) {
        return List.of(converters.strip().split("\\s*,\\s*", -1));
    }

    /** The converters' names in {@code /dev}, in the order of their pads. */
    public List<String> converterDevices() {
        return devices(converters);
    }

    /** The motion chip's bus by its name in {@code /dev}. */
    public String motionDevice() {
        return "i2c-" + i2cBusIndex;
    }

    /** The roller that so many pads make. */
    public PadGeometry geometry() {
        return converterDevices().size() == converterCount(PadGeometry.STARTER)
                ? PadGeometry.STARTER
                : PadGeometry.REFERENCE;
    }

    /** The motion chip. */
    MotionChip motionChip() {
        return MotionChip.of(imu);
    }

    /** Its address, seven bits. */
    public int imuAddressBits() {
        return imuAddress.isEmpty() ? motionChip().usualAddressBits() : Integer.decode(imuAddress);
    }
}
