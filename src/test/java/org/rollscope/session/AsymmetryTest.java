package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AsymmetryTest {
    @Test
    void theIndexIsTheDifferenceOverTheMean() {
        assertEquals(0, new Asymmetry(7, 7).indexRatio());
        assertEquals(2, new Asymmetry(0, 5).indexRatio());
        assertEquals(-2, new Asymmetry(5, 0).indexRatio());
        assertEquals(0.4, new Asymmetry(80, 120).indexRatio(), 1e-12);
        assertTrue(Double.isNaN(new Asymmetry(0, 0).indexRatio()));
    }
}
