package org.rollscope.viewer.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PressureUnitTest {
    @AfterEach
    void kilopascalAgain() {
        PressureUnit.show(PressureUnit.KPA);
    }

    @Test
    void oneAtmosphereIsSevenHundredAndSixtyMillimetres() {
        assertEquals(760, PressureUnit.MMHG.of(101.325), 0.001);
        assertEquals(101.325, PressureUnit.MMHG.toKpa(760), 0.001);
        assertEquals(42.5, PressureUnit.KPA.of(42.5));
    }

    @Test
    void textsAreInTheUnitOfTheWindow() {
        assertEquals("60 kPa", PressureUnit.shown().text(60.2));
        PressureUnit.show(PressureUnit.MMHG);
        assertEquals("450 mmHg", PressureUnit.shown().text(60));
        assertEquals("450", PressureUnit.shown().number(60));
        assertEquals("\u2013", PressureUnit.shown().text(Double.NaN));
    }
}
