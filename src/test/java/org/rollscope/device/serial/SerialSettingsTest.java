package org.rollscope.device.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    private static SerialSettings search(String port, String boardSerial, List<String> alsoPorts) {
        return new SerialSettings(port, 500_000, 0, 0, boardSerial, alsoPorts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51d0", "51D0000000000001", "51d000000000000g", "51d00000000000011"})
    void boardSerialThatNoBoardHasIsRefused(String boardSerial) {
        String why = assertThrows(
                        IllegalArgumentException.class, () -> search(SerialSettings.AUTO, boardSerial, List.of()))
                .getMessage();
        assertTrue(why.contains(boardSerial) && why.contains("16 of 0-9 and a-f"), why);
    }

    @Test
    void whatOnlyASearchUnderstandsIsRefusedForANamedPort() {
        assertThrows(IllegalArgumentException.class, () -> search("/dev/ttyACM0", "51d0000000000001", List.of()));
        assertThrows(IllegalArgumentException.class, () -> search("/dev/ttyACM0", "", List.of("/tmp/a")));
        assertThrows(IllegalArgumentException.class, () -> search(SerialSettings.AUTO, "", List.of("tmp/a")));
        assertTrue(search(SerialSettings.AUTO, "51d0000000000001", List.of("/tmp/a"))
                .isSearch());
    }
}
