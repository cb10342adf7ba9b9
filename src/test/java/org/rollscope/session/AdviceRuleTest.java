package org.rollscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollscope.detect.Activity;

class AdviceRuleTest {
    @ParameterizedTest(name = "{0}, over {1} ({2}), guarding {3}, released {4}, {5} mm/s, held {6} ms: {7}")
    @CsvSource({
        "IDLE, false, 0, false, false, 0, 0, NONE",
        "HANDLING, false, 0, false, false, 900, 0, NONE",
        "CONTACT, false, 0.5, false, false, 0, 0, NONE",
        "UNKNOWN, false, 0, false, false, 0, 0, NONE",
        "ROLLING, false, 0.5, false, false, 150, 0, NONE",
        "ROLLING, false, 0.5, false, false, 151, 0, ROLL_SLOWER",
        "ROLLING, false, 0.5, false, false, -151, 0, ROLL_SLOWER",
        "ROLLING, true, 1.1, false, false, 151, 0, EASE_OFF",
        "ROLLING, false, 0.9, true, false, 151, 0, EASE_OFF",
        "CONTACT, true, 1.24, false, false, 0, 0, EASE_OFF",
        "CONTACT, true, 1.25, false, false, 0, 0, STOP",
        "CONTACT, false, 1.3, false, false, 0, 0, NONE",
        "HOLD, true, 1.1, true, true, 0, 130000, EASE_OFF",
        "HOLD, false, 0.9, true, true, 0, 50000, EASE_OFF",
        "HOLD, false, 0.7, false, false, 0, 0, KEEP_HOLDING",
        "HOLD, false, 0.7, false, false, 0, 89999, KEEP_HOLDING",
        "HOLD, false, 0, false, false, 0, 20000, NONE",
        "HOLD, false, 0.7, false, true, 0, 40000, RELEASED_MOVE_ON",
        "HOLD, false, 0.7, false, false, 0, 90000, MOVE_ON",
        "HOLD, false, 0.7, false, false, 0, 119999, MOVE_ON",
        "HOLD, false, 0.7, false, true, 0, 120000, STOP",
    })
    void adviceFollowsTheTable(
            Activity activity,
            boolean overpressure,
            double ceilingShareRatio,
            boolean guarding,
            boolean released,
            double speedMmPerS,
            long holdMs,
            Advice expected) {
        Situation now =
                new Situation(activity, overpressure, ceilingShareRatio, guarding, released, speedMmPerS, holdMs);
        assertEquals(expected, AdviceRule.advise(now));
    }
}
