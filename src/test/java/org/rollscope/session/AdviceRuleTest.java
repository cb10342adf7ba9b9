package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.detect.Activity;

class AdviceRuleTest {
    @ParameterizedTest(name = "{0}, over {1}, {2} mm/s, held {3} ms: {4}")
    @CsvSource({
        "IDLE, false, 0, 0, NONE",
        "HANDLING, false, 900, 0, NONE",
        "CONTACT, false, 0, 0, NONE",
        "UNKNOWN, false, 0, 0, NONE",
        "ROLLING, false, 150, 0, NONE",
        "ROLLING, false, 151, 0, ROLL_SLOWER",
        "ROLLING, false, -151, 0, ROLL_SLOWER",
        "ROLLING, true, 151, 0, EASE_OFF",
        "CONTACT, true, 0, 0, EASE_OFF",
        "HOLD, true, 0, 130000, EASE_OFF",
        "HOLD, false, 0, 0, KEEP_HOLDING",
        "HOLD, false, 0, 89999, KEEP_HOLDING",
        "HOLD, false, 0, 90000, MOVE_ON",
        "HOLD, false, 0, 119999, MOVE_ON",
        "HOLD, false, 0, 120000, STOP",
    })
    void adviceFollowsTheTable(
            Activity activity, boolean overpressure, double speedMmPerS, long holdMs, Advice expected) {
        assertEquals(expected, AdviceRule.advise(activity, overpressure, speedMmPerS, holdMs));
    }
}
