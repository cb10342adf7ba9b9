package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusNodeTest {
    @TempDir
    private Path devices;

    @ParameterizedTest
    @CsvSource({
        "spidev0.0,dtparam=spi=on",
        "spidev0.1,dtparam=spi=on",
        "spidev0.2,dtoverlay=spi0-3cs",
        "spidev1.0,dtoverlay=spi1-1cs",
        "spidev1.2,dtoverlay=spi1-3cs",
        "i2c-1,dtparam=i2c_arm=on",
        "i2c-3,dtoverlay=i2c3",
    })
    void aMissingBusNamesItsOverlay(String name, String overlay) {
        String trouble = new BusNode(devices.resolve(name)).trouble();
        assertTrue(trouble.contains(name + " is not there: put " + overlay + " into "), trouble);
    }

    @Test
    void aBusThatMayBeUsedIsNoTrouble() throws IOException {
        assertEquals("", new BusNode(Files.createFile(devices.resolve("i2c-1"))).trouble());
    }
}
