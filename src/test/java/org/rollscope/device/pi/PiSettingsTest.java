package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.frame.PadGeometry;

class PiSettingsTest {
    private static final String THREE = "spidev0.0,spidev0.1,spidev1.0";

    @Test
    void threeConvertersMakeTheStarterRollerAndSixTheReferenceRoller() {
        assertEquals(PadGeometry.STARTER, PiSettings.STARTER.geometry());
        PiSettings six = new PiSettings(
                100, "spidev0.0, spidev0.1 ,spidev1.0,spidev1.1,spidev1.2,spidev3.0", 1_000_000, 1, "mpu6050", "");
        assertEquals(PadGeometry.REFERENCE, six.geometry());
        assertEquals(List.of("spidev0.0", "spidev0.1"), six.converterDevices().subList(0, 2));
    }

    @Test
    void theChipsAddressIsItsUsualOneUnlessAnotherIsNamed() {
        assertEquals(0x68, PiSettings.STARTER.imuAddressBits());
        assertEquals(0x6A, new PiSettings(100, THREE, 1_000_000, 1, "lsm6dso", "").imuAddressBits());
        assertEquals(0x69, new PiSettings(100, THREE, 1_000_000, 1, "mpu6050", "0x69").imuAddressBits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|spidev0.0,spidev0.1,spidev1.0|1000000|1|mpu6050|''|rate_hz must be 10..200, was 9",
                "201|spidev0.0,spidev0.1,spidev1.0|1000000|1|mpu6050|''|rate_hz must be 10..200, was 201",
                "100|spidev0.0,spidev0.1|1000000|1|mpu6050|''|converters must be three",
                "100|spidev0.0,spidev0.1,spidev0.1|1000000|1|mpu6050|''|converters must be different names",
                "100|/dev/spidev0.0,spidev0.1,spidev1.0|1000000|1|mpu6050|''|converters must be different names",
                "100|spidev0.0,spidev0.1,spidev7.0|1000000|1|mpu6050|''|converters must be different names",
                "100|spidev0.0,spidev0.1,spidev1.0|3600000|1|mpu6050|''|spi_clock_hz must be 100000..1350000",
                "100|spidev0.0,spidev0.1,spidev1.0|1000000|-1|mpu6050|''|i2c_bus_index must be 0..31",
                "100|spidev0.0,spidev0.1,spidev1.0|1000000|1|mpu9250|''|imu must be mpu6050 or lsm6dso",
                "100|spidev0.0,spidev0.1,spidev1.0|1000000|1|mpu6050|0x78|imu_address must be 0x08..0x77",
            })
    void whatNoPiCanDoIsRefused(
            int rateHz, String converters, int clockHz, int busIndex, String imu, String address, String words) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new PiSettings(rateHz, converters, clockHz, busIndex, imu, address));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(words), refusal.getMessage());
    }
}
