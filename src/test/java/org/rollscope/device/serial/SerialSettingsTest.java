package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialSettingsTest {
    @Test
    void bareNameIsLookedForAmongTheStableNames() {
        assertEquals(
                "/dev/serial/by-id/usb-Roller",
                SerialSettings.of("usb-Roller", 500_000).path());
        assertEquals("/dev/ttyACM0", SerialSettings.of("/dev/ttyACM0", 500_000).path());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 9599, 4_000_001})
    void baudOutsideItsRangeIsRefusedWithItsLimits(int baud) {
        String why = assertThrows(IllegalArgumentException.class, () -> SerialSettings.of("/dev/ttyACM0", baud))
                .getMessage();
        assertTrue(why.contains("9600..4000000") && why.contains(Integer.toString(baud)), why);
    }

    @Test
    void blankPortIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SerialSettings.of(" ", 500_000));
    }
}
