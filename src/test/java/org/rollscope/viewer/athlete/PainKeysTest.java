package org.rollscope.viewer.athlete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PainKeysTest {
    private final PainKeys keys = new PainKeys();

    @Test
    void digitsMeanNothingUntilPainIsAskedFor() {
        assertEquals(PainKeys.NOTHING, keys.digit(4, 0));
        keys.ask(0);
        assertEquals(4, keys.digit(4, 1));
        assertEquals(PainKeys.NOTHING, keys.digit(5, 2), "once");
    }

    @Test
    void everyNumberOfTheScaleCanBeSaid() {
        for (int digit = 0; digit <= 9; digit++) {
            keys.ask(0);
            int said = keys.digit(digit, 1);
            assertEquals(digit, said == PainKeys.NOTHING ? keys.elapsed(1 + PainKeys.TEN_WAIT_NS) : said);
            assertFalse(keys.isAsked());
        }
        keys.ask(0);
        keys.digit(1, 1);
        assertEquals(10, keys.digit(0, 2));
    }

    @Test
    void aOneWaitsForTheZeroAndNoLonger() {
        keys.ask(0);
        assertEquals(PainKeys.NOTHING, keys.digit(1, 0));
        assertEquals(PainKeys.NOTHING, keys.elapsed(PainKeys.TEN_WAIT_NS - 1));
        assertEquals(1, keys.elapsed(PainKeys.TEN_WAIT_NS));
        assertEquals(PainKeys.NOTHING, keys.elapsed(PainKeys.TEN_WAIT_NS * 2));
    }

    @Test
    void whatIsOnNoScaleIsNothing() {
        keys.ask(0);
        keys.digit(1, 0);
        assertEquals(PainKeys.NOTHING, keys.digit(2, 1));
        assertFalse(keys.isAsked());
        assertEquals(PainKeys.NOTHING, keys.elapsed(Long.MAX_VALUE));
    }

    @Test
    void whoSaysNothingOrLeavesIsNotWaitedFor() {
        keys.ask(0);
        keys.elapsed(PainKeys.ASKED_WAIT_NS - 1);
        assertTrue(keys.isAsked());
        keys.elapsed(PainKeys.ASKED_WAIT_NS);
        assertFalse(keys.isAsked());
        keys.ask(0);
        keys.digit(1, 0);
        keys.cancel();
        assertEquals(PainKeys.NOTHING, keys.elapsed(PainKeys.TEN_WAIT_NS));
    }
}
