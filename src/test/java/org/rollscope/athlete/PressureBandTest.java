package org.rollscope.athlete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PressureBandTest {
    @ParameterizedTest
    @CsvSource({
        "20, 40, 50, true",
        "0, 0, 1, true",
        "50, 50, 50, true",
        "400, 400, 400, true",
        "-1, 40, 50, false",
        "41, 40, 50, false",
        "20, 51, 50, false",
        "0, 0, 0, false",
        "20, 40, 401, false",
        "NaN, 40, 50, false",
        "20, NaN, 50, false",
        "20, 40, NaN, false"
    })
    void bandIsInOrderAndWithinReason(double floorKpa, double amberKpa, double ceilingKpa, boolean expected) {
        if (expected) {
            assertEquals(
                    ceilingKpa, new PressureBand(floorKpa, amberKpa, ceilingKpa, CeilingSource.SETTINGS).ceilingKpa());
        } else {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new PressureBand(floorKpa, amberKpa, ceilingKpa, CeilingSource.SETTINGS))
                    .getMessage();
            assertTrue(message.contains("kPa"), message);
        }
    }

    @Test
    void wordsReadBack() {
        for (Muscle muscle : Muscle.values()) {
            assertEquals(muscle, Muscle.ofWord(muscle.word()));
        }
        for (Side side : Side.values()) {
            assertEquals(side, Side.ofWord(side.word()));
        }
        for (CeilingSource source : CeilingSource.values()) {
            assertEquals(source, CeilingSource.ofWord(source.word()));
        }
    }
}
