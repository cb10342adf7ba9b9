package org.rollscope.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParaboloidLoadTest {
    private static final int PLACE_COUNT = 1_000_003;

    @Test
    void tableIsTheClosedFormWithinAHundredMillionth() {
        double worst = 0;
        double before = 0;
        for (int index = 0; index <= PLACE_COUNT; index++) {
            double place = 2.0 * index / PLACE_COUNT - 1;
            double found = ParaboloidLoad.upTo(place);
            worst = Math.max(worst, Math.abs(found - ParaboloidLoad.closedForm(place)));
            assertTrue(found >= before, "it falls at " + place);
            before = found;
        }
        System.out.println("worst error of the table " + worst);
        assertTrue(worst < 1e-8, "worst " + worst);
    }

    @Test
    void loadBesideTheContactIsNothingOrAll() {
        assertEquals(0, ParaboloidLoad.upTo(-1));
        assertEquals(0, ParaboloidLoad.upTo(-7));
        assertEquals(ParaboloidLoad.WHOLE_RATIO, ParaboloidLoad.upTo(1));
        assertEquals(ParaboloidLoad.WHOLE_RATIO, ParaboloidLoad.upTo(7));
        assertEquals(ParaboloidLoad.WHOLE_RATIO / 2, ParaboloidLoad.upTo(0));
    }
}
