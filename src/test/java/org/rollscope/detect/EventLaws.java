package org.rollscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What must hold for the events of any finished session, whatever happened in it. */
public final class EventLaws {
    private EventLaws() {}

    /** Within what events of no length lie. */
    private static final Map<EventType, EventType> AROUND = Map.of(
            EventType.STROKE, EventType.ROLL,
            EventType.RELEASE, EventType.HOLD,
            EventType.TWITCH, EventType.HOLD,
            EventType.SETTLED, EventType.HOLD,
            EventType.LOADING_RATE, EventType.CONTACT);

    /** Every beginning has exactly one end, ends belong to their beginnings, and nothing is known before it was. */
    public static void check(List<RollerEvent> events) {
        Map<EventType, RollerEvent> open = new EnumMap<>(EventType.class);
        Map<EventType, Long> lastEndUs = new EnumMap<>(EventType.class);
        for (RollerEvent event : events) {
            String words = event.toString();
            assertTrue(event.startUs() >= 0, words);
            assertTrue(event.declaredUs() >= event.startUs(), words);
            assertTrue(event.endUs() >= event.startUs(), words);
            double confidenceRatio = event.evidence().confidenceRatio();
            assertTrue(confidenceRatio >= 0 && confidenceRatio <= 1, words);
            assertTrue(Double.isFinite(event.evidence().meanPressureKpa()), words);
            switch (event.phase()) {
                case OPEN -> {
                    assertFalse(open.containsKey(event.type()), "begun twice: " + words);
                    assertTrue(event.startUs() >= lastEndUs.getOrDefault(event.type(), 0L), "overlaps: " + words);
                    open.put(event.type(), event);
                }
                case CLOSE -> {
                    RollerEvent begun = open.remove(event.type());
                    assertNotNull(begun, "ended without a beginning: " + words);
                    assertEquals(begun.startUs(), event.startUs(), words);
                    assertEquals(begun.declaredUs(), event.declaredUs(), words);
                    lastEndUs.put(event.type(), event.endUs());
                }
                case POINT -> {
                    EventType around = AROUND.get(event.type());
                    if (around != null) {
                        RollerEvent outer = open.get(around);
                        assertNotNull(outer, "outside a " + around + ": " + words);
                        assertTrue(event.startUs() >= outer.startUs(), words);
                    }
                    assertTrue(event.startUs() >= lastEndUs.getOrDefault(event.type(), 0L), "overlaps: " + words);
                    lastEndUs.put(event.type(), event.endUs());
                }
            }
        }
        assertEquals(Map.of(), open, "left open at the end");
    }
}
