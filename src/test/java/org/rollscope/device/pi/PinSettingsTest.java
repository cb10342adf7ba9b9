package org.rollscope.device.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "28, 0, led_index must be 1..27",
        "-1, 0, led_index must be 1..27",
        "18, 0, led_index must be a pin that no bus uses",
        "0, 2, buzzer_index must be a pin that no bus uses",
        "22, 22, buzzer_index must be another pin than led_index"
    })
    void whatCannotBeIsRefusedByItsKey(int ledIndex, int buzzerIndex, String words) {
        String said = assertThrows(
                        IllegalArgumentException.class, () -> new PinSettings(ledIndex, buzzerIndex, 0, 0, 0, 0))
                .getMessage();
        assertTrue(said.startsWith(words), said);
    }

    @Test
    void asShippedNothingIsWired() {
        assertFalse(PinSettings.none().isAny());
        assertTrue(new PinSettings(0, 0, 0, 0, 0, 13).isAny());
        assertEquals(PinSettings.none(), new PinSettings(0, 0, 0, 0, 0, 0));
    }
}
